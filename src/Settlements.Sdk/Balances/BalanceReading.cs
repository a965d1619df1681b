using NodaTime;

namespace Settlements.Balances;

/// <summary>A balance together with where it comes from and when it was read.</summary>
/// <param name="Balance">The figures.</param>
/// <param name="Origin">Where they come from.</param>
/// <param name="ReadAt">When the reading began that gave the figures: what was booked in the source before this moment is in them.</param>
/// <param name="Age">How old the figures are at the moment of the decision: now minus <see cref="CounterpartyBalance.AsOf"/>, never negative.</param>
public sealed record BalanceReading(CounterpartyBalance Balance, BalanceOrigin Origin, Instant ReadAt, Duration Age);
