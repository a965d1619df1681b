using NodaTime;

namespace Settlements.Terms;

/// <summary>Knows which days are worked. A host may give its own; <see cref="ProductionCalendar"/> and <see cref="WorkingCalendar"/> come with the library.</summary>
/// <remarks>
/// An implementation must be pure for the length of a schedule: one date, one answer. It says null where it does not know, and no rule reads that as a working day
/// or as a day off.
/// </remarks>
public interface IWorkingCalendar
{
    /// <summary>A short name for messages, such as <c>RU</c>.</summary>
    string Name { get; }

    /// <summary>Whether a day is worked.</summary>
    /// <param name="date">A date of the ISO calendar.</param>
    /// <returns>True for a working day, false for a day off, null when the calendar has no data for the date's year.</returns>
    bool? IsWorkingDay(LocalDate date);
}
