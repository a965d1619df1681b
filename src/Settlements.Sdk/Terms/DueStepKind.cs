namespace Settlements.Terms;

/// <summary>What one step of a <see cref="DueRule"/> does with the date it gets.</summary>
public enum DueStepKind
{
    /// <summary>Adds calendar days; negative goes back.</summary>
    AddDays,

    /// <summary>Adds weeks of seven days; negative goes back.</summary>
    AddWeeks,

    /// <summary>Adds months; a day that the month lacks becomes its last day (31 January + 1 month is 28 or 29 February). Negative goes back.</summary>
    AddMonths,

    /// <summary>Counts working days, the day itself not counted; zero does not move, not even from a day off; negative counts back.</summary>
    AddWorkingDays,

    /// <summary>Goes to the last day of the month.</summary>
    EndOfMonth,

    /// <summary>Goes to a day of the same month, forwards or back; a day that the month lacks becomes its last day.</summary>
    SetDay,

    /// <summary>Goes to the first date, on or after, whose day of the month is one of several pay days; a pay day that a month lacks is its last day.</summary>
    NextDay,
}
