namespace Settlements.Receivables;

/// <summary>What is overdue by a range of days.</summary>
/// <param name="FromDays">The first day of the range: 1 is the day after the due date.</param>
/// <param name="ToDays">The last day of the range, included; null when it has no end.</param>
/// <param name="Amount">The sum of the documents in the range.</param>
public sealed record AgeingColumn(int FromDays, int? ToDays, Money Amount);
