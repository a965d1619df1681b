namespace Settlements.Terms;

/// <summary>Where a due date goes that falls on a day off.</summary>
/// <remarks>
/// <para>
/// Rolling is a setting of the terms: article 193 of the Russian Civil Code moves the end of a <em>term</em> to the next working day, while a calendar date
/// fixed in a contract moves only when the contract says so.
/// </para>
/// <para>A date rolls once, after all steps and the cap, and only when the line has a step: an instalment due on its base date stays there.</para>
/// </remarks>
public enum HolidayRoll
{
    /// <summary>Dates stay where they are; no calendar is needed. The default.</summary>
    None,

    /// <summary>To the next working day (Civil Code, article 193); back instead where that would be later than the line's cap.</summary>
    Following,

    /// <summary>
    /// As <see cref="Following"/>, but back where that would leave the month. The date never leaves its month and never passes the cap; it stays where it is when
    /// no working day is left between the two (April 2020 in Russia had none at all).
    /// </summary>
    ModifiedFollowing,

    /// <summary>To the working day before.</summary>
    Preceding,
}
