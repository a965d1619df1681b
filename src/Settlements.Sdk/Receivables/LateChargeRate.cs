using NodaTime;

namespace Settlements.Receivables;

/// <summary>A yearly rate and the day from which it is in force, such as the key rate of the Bank of Russia.</summary>
/// <param name="From">The first day of the rate; it holds until the day before the next one's.</param>
/// <param name="Percent">Percent a year, zero or more.</param>
public sealed record LateChargeRate(LocalDate From, decimal Percent);
