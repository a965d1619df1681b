using NodaTime;

namespace Settlements.Terms;

/// <summary>Steps between dates of the years 1 to 9999; null where a step would leave them.</summary>
internal static class CivilDates
{
    internal static readonly LocalDate First = new(1, 1, 1);
    internal static readonly LocalDate Last = new(9999, 12, 31);

    /// <summary>A date of the ISO calendar after 0001-01-01, which 1C writes for "no date", up to 9999.</summary>
    internal static bool IsUsable(LocalDate date) => date.Calendar == CalendarSystem.Iso && date > First && date <= Last;

    internal static LocalDate? AddDays(LocalDate date, long days) =>
        days >= Period.DaysBetween(date, First) && days <= Period.DaysBetween(date, Last) ? date.PlusDays((int)days) : null;

    internal static LocalDate? AddMonths(LocalDate date, int months)
    {
        var month = 12L * date.Year + (date.Month - 1) + months;
        return month is >= 12 and < 12 * 10_000 ? date.PlusMonths(months) : null;
    }

    internal static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    internal static int DaysInMonth(LocalDate date) => CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month);

    /// <summary>A day of the date's own month, clamped to the month's last day.</summary>
    internal static LocalDate DayOfMonth(LocalDate date, int day) => new(date.Year, date.Month, Math.Min(day, DaysInMonth(date)));
}
