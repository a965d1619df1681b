namespace Settlements.Terms;

/// <summary>What kind of input kept terms or a schedule from being made.</summary>
public enum PaymentTermsProblemKind
{
    /// <summary>The terms themselves: lines that do not make a whole, a percent out of range, a step that leaves the calendar, overlapping periods.</summary>
    Terms,

    /// <summary>An amount is negative, has more digits than its currency, or is too large to be counted in minor units.</summary>
    Amount,

    /// <summary>A fixed share is in another currency than the total.</summary>
    Currency,

    /// <summary>A base date that no calendar of the years 1 to 9999 has, or 1C's empty date.</summary>
    Date,

    /// <summary>Working days are needed and there is no calendar, or the calendar does not know the year.</summary>
    Calendar,
}
