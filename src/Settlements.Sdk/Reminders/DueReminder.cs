using NodaTime;

namespace Settlements.Reminders;

/// <summary>The step that a receivable has reached, with the actions to carry out now and the steps that it has overtaken.</summary>
internal sealed record DueReminder(
    ReminderKey Key,
    LocalDate Today,
    ReminderPlan Plan,
    IReadOnlyList<ReminderAction> Actions,
    IReadOnlyList<ReminderKey> Overtaken
);
