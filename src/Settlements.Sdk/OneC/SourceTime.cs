using NodaTime;

namespace Settlements.OneC;

/// <summary>A date as 1C wrote it: a wall-clock time, a moment, or the empty date, which is none.</summary>
internal readonly record struct SourceTime(LocalDateTime? Local, Instant? Moment, bool IsDateOnly = false)
{
    internal static SourceTime Of(LocalDateTime local, bool isDateOnly) => local.Year == 1 ? default : new(local, null, isDateOnly);

    // The empty date of 1C is the first day of year one, and its conversion to UTC may reach into the year before.
    internal static SourceTime Of(Instant moment) => moment.InUtc().Year <= 1 ? default : new(null, moment);

    /// <summary>The day in the business zone; null for the empty date.</summary>
    internal LocalDate? Date(DateTimeZone zone) => Local?.Date ?? Moment?.InZone(zone).Date;

    /// <summary>The moment; a wall-clock time that a change of clocks skipped or repeated is taken leniently. Null for the empty date.</summary>
    internal Instant? Instant(DateTimeZone zone) => Moment ?? (Local is { } local ? zone.AtLeniently(local).ToInstant() : null);
}
