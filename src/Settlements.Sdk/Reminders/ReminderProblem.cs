namespace Settlements.Reminders;

/// <summary>Something that a run could not decide, and left as it was: nothing was sent, no flag lifted, no entry closed for it.</summary>
/// <param name="Receivable">The receivable's identifier.</param>
/// <param name="Counterparty">Whose it is.</param>
/// <param name="Message">What was wrong, in words.</param>
public sealed record ReminderProblem(string Receivable, string Counterparty, string Message);
