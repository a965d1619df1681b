namespace Settlements.Reminders;

/// <summary>What is to be done today.</summary>
/// <param name="Actions">By receivable in the order given, then as the step has them; flags to lift stand last, in the order given.</param>
/// <param name="Skipped">Steps that a later one, carried out today, has overtaken: to be recorded, never to be sent.</param>
/// <param name="HeldBackMails">
/// Steps that ask for a mail today, which is left out because the receivable has had its mail of this day. The step's other actions stand in
/// <paramref name="Actions"/>; a step of nothing but the mail is not carried out today and comes again tomorrow.
/// </param>
public sealed record ReminderPlanResult(
    IReadOnlyList<ReminderAction> Actions,
    IReadOnlyList<ReminderKey> Skipped,
    IReadOnlyList<ReminderKey> HeldBackMails
);
