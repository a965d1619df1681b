namespace Settlements.Reminders;

/// <summary>A step of a plan: what is done so many days before or after the due date.</summary>
public sealed record ReminderStep
{
    /// <summary>The step's name, such as <c>before3</c>; a part of the key, so do not rename a step that is in use.</summary>
    /// <value>Not blank, without a slash, unique in its plan.</value>
    public required string Name { get; init; }

    /// <summary>Calendar days from the due date: negative is before, zero the day itself.</summary>
    /// <value>From -3650 to 3650, unique in its plan.</value>
    public required int OffsetDays { get; init; }

    /// <summary>What is done, in this order.</summary>
    /// <value>At least one, none twice, never <see cref="ReminderActionKind.LiftCreditFlag"/>, which follows from the facts.</value>
    public required IReadOnlyList<ReminderActionKind> Actions { get; init; }
}
