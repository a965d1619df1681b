using NodaTime;

namespace Settlements.Balances;

/// <summary>A balance together with where it comes from and when it was read.</summary>
/// <param name="Balance">The figures.</param>
/// <param name="Origin">Where they come from.</param>
/// <param name="ReadAt">When the reading began that gave the figures: what was booked in the source before this moment is in them.</param>
/// <param name="Age">
/// How far the figures are from the moment of the decision: the distance between now and <see cref="CounterpartyBalance.AsOf"/>, never negative. Figures that claim
/// to be of a later moment come from a wrong clock or time zone, and are as doubtful as figures of so long ago. No cache makes them younger.
/// </param>
public sealed record BalanceReading(CounterpartyBalance Balance, BalanceOrigin Origin, Instant ReadAt, Duration Age)
{
    /// <summary>
    /// Why a stored snapshot is shown: what the source answered instead of a balance. Null for every other origin, and for a snapshot that is shown because the
    /// source has not answered yet (<see cref="BalanceReaderOptions.SnapshotAfter"/>). Its message is for those who run the shop.
    /// </summary>
    public SettlementsException? SourceError { get; init; }

    internal static Duration AgeOf(CounterpartyBalance balance, Instant now) => Distance(balance.AsOf, now);

    /// <summary>The same figures as of a moment.</summary>
    internal BalanceReading At(Instant now) => this with { Age = AgeOf(Balance, now) };

    /// <summary>How far two moments are from each other; clocks of other machines may be ahead of ours.</summary>
    internal static Duration Distance(Instant moment, Instant now) => now >= moment ? now - moment : moment - now;
}
