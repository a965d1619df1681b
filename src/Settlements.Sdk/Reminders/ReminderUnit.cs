namespace Settlements.Reminders;

/// <summary>What the days of a step's offset are.</summary>
public enum ReminderUnit
{
    /// <summary>Days of the calendar, all of them.</summary>
    CalendarDays,

    /// <summary>
    /// Days worked by the plan's calendar, the day that they are counted from not included: three working days before a Monday is the Wednesday. Zero does not
    /// move.
    /// </summary>
    WorkingDays,
}
