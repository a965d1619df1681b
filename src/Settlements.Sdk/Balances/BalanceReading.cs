using NodaTime;

namespace Settlements.Balances;

/// <summary>A balance together with where it comes from and when it was read.</summary>
/// <param name="Balance">The figures.</param>
/// <param name="Origin">Where they come from.</param>
/// <param name="ReadAt">When the reading began that gave the figures: what was booked in the source before this moment is in them.</param>
/// <param name="Age">
/// How far the figures are from the moment of the decision: the distance between now and <see cref="CounterpartyBalance.AsOf"/>, never negative. Figures that claim
/// to be of a later moment come from a wrong clock or time zone, and are as doubtful as figures of so long ago.
/// </param>
public sealed record BalanceReading(CounterpartyBalance Balance, BalanceOrigin Origin, Instant ReadAt, Duration Age)
{
    internal static Duration AgeOf(CounterpartyBalance balance, Instant now) =>
        now >= balance.AsOf ? now - balance.AsOf : balance.AsOf - now;
}
