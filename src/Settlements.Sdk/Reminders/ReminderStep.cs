namespace Settlements.Reminders;

/// <summary>A step of a plan: what is done so many days before or after the due date.</summary>
public sealed record ReminderStep
{
    /// <summary>The step's name, such as <c>before3</c>; a part of the key, so do not rename a step that is in use.</summary>
    /// <value>Not blank, without a slash, unique in its plan.</value>
    public required string Name { get; init; }

    /// <summary>Days from the due date, counted in <see cref="Unit"/>: negative is before, zero the day itself.</summary>
    /// <value>From -3650 to 3650, unique in its plan among the steps of one unit.</value>
    public required int OffsetDays { get; init; }

    /// <summary>What days the offset counts.</summary>
    /// <value>Default <see cref="ReminderUnit.CalendarDays"/>. Working days need a calendar in the plan.</value>
    public ReminderUnit Unit { get; init; } = ReminderUnit.CalendarDays;

    /// <summary>What is done, in this order.</summary>
    /// <value>At least one, none twice, never <see cref="ReminderActionKind.LiftCreditFlag"/>, which follows from the facts.</value>
    public required IReadOnlyList<ReminderActionKind> Actions { get; init; }

    /// <summary>Whether the step says that something is overdue: such a step waits for the plan's grace.</summary>
    internal bool IsOverdueStep => Actions.Contains(ReminderActionKind.RecordOverdue) || Actions.Contains(ReminderActionKind.SetCreditFlag);
}
