using NodaTime;

namespace Settlements.Reminders;

/// <summary>A step that was carried out, or one action of it, as the log has it.</summary>
/// <param name="Key">Which step of which receivable, for which due date.</param>
/// <param name="On">The business day on which it was carried out, begun or skipped.</param>
public sealed record SentReminder(ReminderKey Key, LocalDate On)
{
    /// <summary>Which action of the step; null for the step as a whole, with every action that the plan gives it.</summary>
    public ReminderActionKind? Action { get; init; }

    /// <summary>How far it came.</summary>
    /// <value>
    /// Default <see cref="ReminderState.Done"/>. <see cref="ReminderState.Done"/> and <see cref="ReminderState.Skipped"/> end it.
    /// <see cref="ReminderState.Begun"/> and <see cref="ReminderState.Failed"/> do not; a mail begun today may have been sent and counts as the mail of the day
    /// against every step but its own.
    /// </value>
    public ReminderState State { get; init; } = ReminderState.Done;

    internal bool IsOver => State is ReminderState.Done or ReminderState.Skipped;

    internal bool Covers(ReminderActionKind action) => IsOver && (Action is null || Action == action);
}
