using NodaTime;

namespace Settlements.Terms;

/// <summary>Counting and rolling over a calendar, day by day. No answer asks the calendar for a day that it does not need.</summary>
internal static class WorkingDays
{
    /// <summary>The date a number of working days on (or back, when negative), <paramref name="from"/> itself not counted.</summary>
    internal static LocalDate? Add(LocalDate from, int count, IWorkingCalendar calendar, out PaymentTermsProblem? problem)
    {
        problem = null;
        var direction = Math.Sign(count);
        var bound = direction > 0 ? CivilDates.Last : CivilDates.First;
        var date = from;
        for (var left = Math.Abs((long)count); left > 0; left--)
        {
            if (date == bound || Find(date.PlusDays(direction), direction, bound, calendar, out problem) is not { } next)
            {
                problem ??= PaymentTermsProblems.NoWorkingDay(calendar, from);
                return null;
            }
            date = next;
        }
        return date;
    }

    /// <summary>The date that a due date rolls to, not later than <paramref name="cap"/> where there is one.</summary>
    internal static LocalDate? Roll(
        LocalDate date,
        HolidayRoll roll,
        LocalDate? cap,
        IWorkingCalendar calendar,
        out PaymentTermsProblem? problem
    )
    {
        problem = null;
        var inMonth = roll == HolidayRoll.ModifiedFollowing;
        LocalDate? rolled = null;
        if (roll != HolidayRoll.Preceding)
        {
            var monthEnd = inMonth ? CivilDates.DayOfMonth(date, 31) : CivilDates.Last;
            rolled = Find(date, 1, cap < monthEnd ? cap.Value : monthEnd, calendar, out problem);
        }
        var mayGoBack = roll != HolidayRoll.Following || cap is not null;
        if (rolled is null && problem is null && mayGoBack)
            rolled = Find(date, -1, inMonth ? CivilDates.DayOfMonth(date, 1) : CivilDates.First, calendar, out problem);

        if (rolled is null && problem is null && inMonth)
            return date;
        if (rolled is null)
            problem ??= PaymentTermsProblems.NoWorkingDay(calendar, date);
        return rolled;
    }

    /// <summary>The first working day from a date in a direction, up to a bound; null without a problem when there is none.</summary>
    private static LocalDate? Find(
        LocalDate from,
        int direction,
        LocalDate bound,
        IWorkingCalendar calendar,
        out PaymentTermsProblem? problem
    )
    {
        problem = null;
        for (var date = from; ; date = date.PlusDays(direction))
        {
            if (calendar.IsWorkingDay(date) is not { } working)
            {
                problem = PaymentTermsProblems.YearNotKnown(calendar, date);
                return null;
            }
            if (working)
                return date;
            if (date == bound)
                return null;
        }
    }
}
