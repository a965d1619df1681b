using NodaTime;

namespace Settlements.Balances;

/// <summary>A balance as a store keeps it.</summary>
/// <param name="Balance">The figures. <see cref="CounterpartyBalance.Notes"/> are not kept: they belong to the reading.</param>
/// <param name="ReadAt">
/// When the reading began that gave the figures, or the moment of the imported file: what was booked in the source before it is in them. Of two balances of one
/// counterparty the one with the later moment is the newer.
/// </param>
public sealed record StoredBalance(CounterpartyBalance Balance, Instant ReadAt)
{
    /// <summary>
    /// True when a full snapshot came without this counterparty, who therefore owes nothing any more: debt, advance and overdue are zero and there are no open
    /// documents. Currency, limit, block, terms, last payment and the payments beside it are those of the last answer that had it.
    /// </summary>
    public bool IsCleared { get; init; }

    internal BalanceReading AsCached(Instant now) => new(Balance, BalanceOrigin.Cache, ReadAt, BalanceReading.AgeOf(Balance, now));
}
