using NodaTime;

namespace Settlements.Balances;

/// <summary>What this process remembers of a counterparty: figures, or only that those read before a moment count no more.</summary>
/// <param name="Stored">The figures; null when they were invalidated.</param>
/// <param name="Since">When they were read, or invalidated: what was read earlier has no place here any more.</param>
/// <param name="FreshUntil">Until when they may be shown without looking further, exclusive.</param>
internal sealed record RememberedBalance(StoredBalance? Stored, Instant Since, Instant FreshUntil)
{
    /// <summary>The figures, if they may be shown.</summary>
    internal StoredBalance? FreshAt(Instant now) => now < FreshUntil ? Stored : null;
}
