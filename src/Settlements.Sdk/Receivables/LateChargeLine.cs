using NodaTime;

namespace Settlements.Receivables;

/// <summary>Days in a row on which the charge is reckoned in one way.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Base">What was open on each of the days.</param>
/// <param name="Percent">The rate: percent a day or a year, as the rule has it.</param>
/// <param name="Amount">The charge for these days, rounded to the minor unit, half away from zero.</param>
public sealed record LateChargeLine(LocalDate From, LocalDate To, Money Base, decimal Percent, Money Amount)
{
    /// <summary>How many days.</summary>
    public int Days => Period.DaysBetween(From, To) + 1;
}
