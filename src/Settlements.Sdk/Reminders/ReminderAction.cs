namespace Settlements.Reminders;

/// <summary>One thing to do today.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Counterparty">Whom it concerns.</param>
/// <param name="Key">The step that asks for it; null when the flag is lifted, which no step asks for.</param>
public sealed record ReminderAction(ReminderActionKind Kind, string Counterparty, ReminderKey? Key);
