using NodaTime;

namespace Settlements.Reminders;

/// <summary>A step that was carried out, as the log has it.</summary>
/// <param name="Key">Which step of which receivable, for which due date.</param>
/// <param name="On">The business day on which it was carried out.</param>
public sealed record SentReminder(ReminderKey Key, LocalDate On);
