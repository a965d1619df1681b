using NodaTime;
using Settlements.Reminders;

namespace Settlements.Tests.Reminders;

/// <summary>The rule of reminders sentence by sentence, slow and obvious.</summary>
internal static class ReminderOracle
{
    internal static (List<ReminderAction> Actions, List<ReminderKey> Skipped) Plan(
        LocalDate today,
        IReadOnlyList<Receivable> receivables,
        IReadOnlyList<SentReminder> sent,
        IReadOnlyList<string> flagged,
        ReminderPlan plan
    )
    {
        List<ReminderAction> actions = [];
        List<ReminderKey> skipped = [];
        foreach (var receivable in receivables.Where(IsOwed))
        {
            var own = sent.Where(reminder => reminder.Key.Receivable == receivable.Id && reminder.Key.Due == receivable.Due).ToList();
            var unsent = plan
                .Steps.Where(step => receivable.Due.PlusDays(step.OffsetDays) <= today)
                .Where(step => own.All(reminder => reminder.Key.Step != step.Name))
                .OrderBy(step => step.OffsetDays)
                .ToList();
            if (unsent.Count == 0)
                continue;
            var latest = unsent[^1];
            if (plan.Steps.Any(step => step.OffsetDays > latest.OffsetDays && own.Any(reminder => reminder.Key.Step == step.Name)))
                continue;

            var mailedToday =
                sent.Any(reminder => reminder.Key.Receivable == receivable.Id && reminder.On == today && Mails(plan, reminder.Key.Step))
                || actions.Any(action => action.Key?.Receivable == receivable.Id && action.Kind == ReminderActionKind.MailCustomer);
            var left = latest.Actions.Where(action => action != ReminderActionKind.MailCustomer || !mailedToday).ToList();
            if (left.Count == 0)
                continue;
            actions.AddRange(left.Select(action => new ReminderAction(action, receivable.Counterparty, Key(receivable, latest))));
            skipped.AddRange(unsent.SkipLast(1).Select(step => Key(receivable, step)));
        }

        var toLift = flagged
            .Distinct(StringComparer.Ordinal)
            .Where(who => !receivables.Any(r => IsOwed(r) && r.Counterparty == who && r.Due < today));
        actions.AddRange(toLift.Select(who => new ReminderAction(ReminderActionKind.LiftCreditFlag, who, Key: null)));
        return (actions, skipped);
    }

    private static bool IsOwed(Receivable receivable) =>
        receivable.Status != ReceivableStatus.Paid
        && receivable.Status != ReceivableStatus.Cancelled
        && receivable.Outstanding > Money.Rub(0m);

    private static bool Mails(ReminderPlan plan, string name) =>
        plan.Steps.All(step => step.Name != name || step.Actions.Contains(ReminderActionKind.MailCustomer));

    private static ReminderKey Key(Receivable receivable, ReminderStep step) => new(receivable.Id, receivable.Due, step.Name);
}
