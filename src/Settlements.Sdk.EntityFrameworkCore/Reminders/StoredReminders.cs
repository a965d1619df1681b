using Microsoft.EntityFrameworkCore;
using NodaTime;
using Settlements.EntityFrameworkCore.Turns;
using Settlements.Reminders;

namespace Settlements.EntityFrameworkCore.Reminders;

/// <summary>The log of reminders in the database.</summary>
/// <remarks>
/// Whoever takes or skips something of a receivable has its turn first, so that two mails are never lent for one day. Whoever has a claim needs no turn: it
/// writes over its own token only.
/// </remarks>
internal sealed class StoredReminders(StoreDatabase database, TimeProvider time) : IReminderLog
{
    public Task<ReminderClaim?> ClaimAsync(
        ReminderKey key,
        ReminderActionKind action,
        LocalDate today,
        Duration lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(key);
        return InTurnAsync(
            key.Receivable,
            (context, rows) =>
            {
                var now = Now();
                var row = rows.Find(row => row.Is(key, action));
                if (row is { State: ReminderState.Done or ReminderState.Skipped } || row?.IsLeased(now) == true)
                    return null;
                if (action == ReminderActionKind.MailCustomer && rows.Exists(other => !other.IsOf(key) && other.IsMailOf(today)))
                    return null;
                return (row ?? context.Reminders.Add(ReminderLogRow.New(key, action)).Entity).Begin(today, now + lease);
            },
            cancellationToken
        );
    }

    public Task<bool> CompleteAsync(ReminderClaim claim, CancellationToken cancellationToken) =>
        UnderClaimAsync(claim, (_, row) => row.End(ReminderState.Done), cancellationToken);

    public Task<bool> FailAsync(ReminderClaim claim, string error, Instant? nextAttempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(error);
        return UnderClaimAsync(claim, (_, row) => row.Fail(error, nextAttempt), cancellationToken);
    }

    public Task<bool> ReleaseAsync(ReminderClaim claim, CancellationToken cancellationToken) =>
        UnderClaimAsync(
            claim,
            (context, row) =>
            {
                if (row.Attempts == 0)
                    context.Reminders.Remove(row);
                else
                    row.End(ReminderState.Failed);
            },
            cancellationToken
        );

    public Task SkipAsync(
        ReminderKey key,
        IReadOnlyCollection<ReminderActionKind> actions,
        LocalDate today,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(actions);
        return InTurnAsync(
            key.Receivable,
            (context, rows) =>
            {
                var now = Now();
                foreach (var action in actions)
                {
                    var row = rows.Find(row => row.Is(key, action)) ?? context.Reminders.Add(ReminderLogRow.New(key, action)).Entity;
                    if (row.State is not (ReminderState.Done or ReminderState.Skipped) && !row.IsLeased(now))
                        row.Skip(today);
                }
                return true;
            },
            cancellationToken
        );
    }

    public Task<IReadOnlyList<ReminderLogEntry>> ListAsync(IReadOnlyCollection<string> receivables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receivables);
        return database.ReadAsync<IReadOnlyList<ReminderLogEntry>>(
            async context =>
            {
                var rows = await context
                    .Reminders.AsNoTracking()
                    .Where(row => receivables.Contains(row.Receivable))
                    .ToListAsync(cancellationToken)
                    .ConfigureAwait(false);
                return rows.ConvertAll(row => row.ToEntry());
            },
            cancellationToken
        );
    }

    public Task<int> EndLeasesAsync(CancellationToken cancellationToken)
    {
        var now = Now();
        return database.InTransactionAsync(
            context =>
                context
                    .Reminders.Where(row => row.LeasedUntil > now)
                    .ExecuteUpdateAsync(
                        row => row.SetProperty(entry => entry.LeasedUntil, now).SetProperty(entry => entry.Token, (Guid?)null),
                        cancellationToken
                    ),
            cancellationToken
        );
    }

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());

    private Task<T> InTurnAsync<T>(
        string receivable,
        Func<SettlementsDbContext, List<ReminderLogRow>, T> work,
        CancellationToken cancellationToken
    ) =>
        database.InTransactionAsync(
            async context =>
            {
                await context.TakeTurnAsync($"reminders {receivable}", cancellationToken).ConfigureAwait(false);
                var rows = await context
                    .Reminders.Where(row => row.Receivable == receivable)
                    .ToListAsync(cancellationToken)
                    .ConfigureAwait(false);
                return work(context, rows);
            },
            cancellationToken
        );

    private Task<bool> UnderClaimAsync(
        ReminderClaim claim,
        Action<SettlementsDbContext, ReminderLogRow> change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(claim);
        var ((receivable, due, step), action) = (claim.Key, claim.Action);
        return database.InTransactionAsync(
            async context =>
            {
                var row = await context
                    .Reminders.SingleOrDefaultAsync(
                        row => row.Receivable == receivable && row.Due == due && row.Step == step && row.Action == action,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                if (row is null || row.Token != claim.Token)
                    return false;
                change(context, row);
                return true;
            },
            cancellationToken
        );
    }
}
