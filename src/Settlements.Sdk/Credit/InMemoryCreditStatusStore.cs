using NodaTime;
using NodaTime.Text;

namespace Settlements.Credit;

/// <summary>Register and flags in the memory of one process: for tests, and for trying things out.</summary>
/// <remarks>Safe for concurrent use. A restart forgets who is flagged.</remarks>
public sealed class InMemoryCreditStatusStore : ICreditStatusStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(LocalDate Due, string Receivable), OverdueEntry> _entries = [];
    private readonly Dictionary<CounterpartyId, CreditFlag> _flags = [];

    /// <inheritdoc/>
    public Task<bool> RecordOverdueAsync(OverdueEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.ClosedOn is not null)
            throw new ArgumentException("The entry is closed: a receivable enters the register open.", nameof(entry));
        return LockedAsync(() => _entries.TryAdd((entry.Due, entry.Receivable), entry), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> CloseOverdueAsync(string receivable, LocalDate due, LocalDate on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receivable);
        return LockedAsync(Close, cancellationToken);

        bool Close()
        {
            if (!_entries.TryGetValue((due, receivable), out var entry) || entry.ClosedOn is not null)
                return false;
            _entries[(due, receivable)] = entry with { ClosedOn = on };
            return true;
        }
    }

    /// <inheritdoc/>
    public Task<OverduePage> ListOverdueAsync(CounterpartyId? counterparty, string? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var start = after is null ? ((LocalDate, string)?)null : Position(after);
        return LockedAsync(List, cancellationToken);

        OverduePage List()
        {
            var found = _entries
                .Values.Where(entry => entry.ClosedOn is null && (counterparty is null || entry.Counterparty == counterparty))
                .Where(entry => start is not { } place || Compare((entry.Due, entry.Receivable), place) > 0)
                .Order(Comparer<OverdueEntry>.Create((left, right) => Compare((left.Due, left.Receivable), (right.Due, right.Receivable))))
                .Take(limit + 1)
                .ToList();
            if (found.Count <= limit)
                return new OverduePage(found, Next: null);
            found.RemoveAt(limit);
            return new OverduePage(found, $"{LocalDatePattern.Iso.Format(found[^1].Due)}/{found[^1].Receivable}");
        }
    }

    /// <inheritdoc/>
    public Task<CreditFlag> SetFlagAsync(
        CounterpartyId counterparty,
        string receivable,
        LocalDate due,
        LocalDate on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(receivable);
        if (counterparty == default)
            throw new ArgumentException("A flag is somebody's; this CounterpartyId was never assigned.", nameof(counterparty));
        return LockedAsync(Set, cancellationToken);

        CreditFlag Set() =>
            _flags[counterparty] = new CreditFlag
            {
                Counterparty = counterparty,
                Receivable = receivable,
                Due = due,
                SetOn = on,
                Version = Guid.NewGuid(),
            };
    }

    /// <inheritdoc/>
    public Task<bool> LiftFlagAsync(CreditFlag flag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(flag);
        return LockedAsync(
            () => _flags.GetValueOrDefault(flag.Counterparty)?.Version == flag.Version && _flags.Remove(flag.Counterparty),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<CreditFlag?> FindFlagAsync(CounterpartyId counterparty, CancellationToken cancellationToken) =>
        LockedAsync(() => _flags.GetValueOrDefault(counterparty), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CreditFlag>> ListFlagsAsync(CounterpartyId? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return LockedAsync<IReadOnlyList<CreditFlag>>(
            () =>
                [
                    .. _flags
                        .Values.Where(flag => after is null || string.CompareOrdinal(Text(flag), after.Value.ToString()) > 0)
                        .OrderBy(Text, StringComparer.Ordinal)
                        .Take(limit),
                ],
            cancellationToken
        );
    }

    private static string Text(CreditFlag flag) => flag.Counterparty.ToString();

    private static int Compare((LocalDate Due, string Receivable) left, (LocalDate Due, string Receivable) right) =>
        left.Due.CompareTo(right.Due) is not 0 and var byDay ? byDay : string.CompareOrdinal(left.Receivable, right.Receivable);

    private static (LocalDate Due, string Receivable) Position(string after) =>
        after.Split('/', 2) is [var day, var receivable] && LocalDatePattern.Iso.Parse(day) is { Success: true } due
            ? (due.Value, receivable)
            : throw new FormatException($"'{after}' is no position of this register: give the Next of the page before.");

    private Task<T> LockedAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(work());
    }
}
