using NodaTime;
using RowKey = (Settlements.Reminders.ReminderKey Key, Settlements.Reminders.ReminderActionKind Action);

namespace Settlements.Reminders;

/// <summary>The log of reminders in the memory of one process: for tests, and for trying things out.</summary>
/// <param name="time">The clock by which leases end.</param>
/// <remarks>Safe for concurrent use. A restart forgets what was sent, and everything is sent again: real customers want a log that survives.</remarks>
public sealed class InMemoryReminderLog(TimeProvider time) : IReminderLog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Dictionary<RowKey, ReminderRow>> _receivables = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<ReminderClaim?> ClaimAsync(
        ReminderKey key,
        ReminderActionKind action,
        LocalDate today,
        Duration lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(key);
        return LockedAsync(Claim, cancellationToken);

        ReminderClaim? Claim()
        {
            var now = time.GetCurrentInstant();
            var rows = RowsOf(key.Receivable);
            var row = rows.GetValueOrDefault((key, action));
            if (row is not null && (row.Entry.State is ReminderState.Done or ReminderState.Skipped || row.IsLeased(now)))
                return null;
            if (action == ReminderActionKind.MailCustomer && rows.Values.Any(other => other.Entry.Key != key && other.IsMailOf(today)))
                return null;

            var entry = row?.Entry ?? New(key, action, today);
            var claimed = entry with
            {
                State = ReminderState.Begun,
                On = today,
                Attempts = entry.State == ReminderState.Begun && row is not null ? entry.Attempts + 1 : entry.Attempts,
                LeasedUntil = now + lease,
            };
            var token = Guid.NewGuid();
            rows[(key, action)] = new ReminderRow(claimed, token);
            return new ReminderClaim
            {
                Token = token,
                Key = key,
                Action = action,
                LeasedUntil = now + lease,
                Attempts = claimed.Attempts,
            };
        }
    }

    /// <inheritdoc/>
    public Task<bool> CompleteAsync(ReminderClaim claim, CancellationToken cancellationToken) =>
        UnderClaimAsync(claim, row => row.Ended(ReminderState.Done), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> FailAsync(ReminderClaim claim, string error, Instant? nextAttempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(error);
        return UnderClaimAsync(
            claim,
            row =>
            {
                var failed = row.Ended(ReminderState.Failed);
                return failed with
                {
                    Entry = failed.Entry with { Attempts = row.Entry.Attempts + 1, LastError = error, NextAttempt = nextAttempt },
                };
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> ReleaseAsync(ReminderClaim claim, CancellationToken cancellationToken) =>
        UnderClaimAsync(claim, row => row.Entry.Attempts == 0 ? null : row.Ended(ReminderState.Failed), cancellationToken);

    /// <inheritdoc/>
    public Task SkipAsync(
        ReminderKey key,
        IReadOnlyCollection<ReminderActionKind> actions,
        LocalDate today,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(actions);
        return LockedAsync(Skip, cancellationToken);

        int Skip()
        {
            var now = time.GetCurrentInstant();
            var rows = RowsOf(key.Receivable);
            foreach (var action in actions)
            {
                var row = rows.GetValueOrDefault((key, action)) ?? new ReminderRow(New(key, action, today), Token: null);
                if (row.Entry.State == ReminderState.Done || row.IsLeased(now))
                    continue;
                if (row.Entry.State != ReminderState.Skipped)
                    rows[(key, action)] = new ReminderRow(row.Ended(ReminderState.Skipped).Entry with { On = today }, Token: null);
            }
            return actions.Count;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReminderLogEntry>> ListAsync(IReadOnlyCollection<string> receivables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receivables);
        return LockedAsync<IReadOnlyList<ReminderLogEntry>>(
            () => [.. receivables.SelectMany(id => RowsOf(id).Values).Select(row => row.Entry)],
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<int> EndLeasesAsync(CancellationToken cancellationToken)
    {
        return LockedAsync(End, cancellationToken);

        int End()
        {
            var now = time.GetCurrentInstant();
            var ended = 0;
            foreach (var rows in _receivables.Values)
            {
                foreach (var (key, row) in rows.Where(pair => pair.Value.IsLeased(now)).ToList())
                {
                    rows[key] = new ReminderRow(row.Entry with { LeasedUntil = now }, Token: null);
                    ended++;
                }
            }
            return ended;
        }
    }

    /// <summary>A row that nothing has happened to: begun in name only, so that it is not taken for one that was cut off.</summary>
    private static ReminderLogEntry New(ReminderKey key, ReminderActionKind action, LocalDate today) =>
        new()
        {
            Key = key,
            Action = action,
            State = ReminderState.Begun,
            On = today,
        };

    private Dictionary<RowKey, ReminderRow> RowsOf(string receivable)
    {
        if (!_receivables.TryGetValue(receivable, out var rows))
            _receivables.Add(receivable, rows = []);
        return rows;
    }

    private Task<bool> UnderClaimAsync(ReminderClaim claim, Func<ReminderRow, ReminderRow?> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return LockedAsync(
            () =>
            {
                var rows = RowsOf(claim.Key.Receivable);
                if (!rows.TryGetValue((claim.Key, claim.Action), out var row) || row.Token != claim.Token)
                    return false;
                if (change(row) is { } changed)
                    rows[(claim.Key, claim.Action)] = changed;
                else
                    rows.Remove((claim.Key, claim.Action));
                return true;
            },
            cancellationToken
        );
    }

    private Task<T> LockedAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(work());
    }
}
