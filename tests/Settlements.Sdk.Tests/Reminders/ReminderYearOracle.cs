using NodaTime;
using Settlements.Reminders;
using static Settlements.Reminders.ReminderActionKind;

namespace Settlements.Tests.Reminders;

/// <summary>What a run must do, sentence by sentence, with a memory of its own: slow and obvious.</summary>
internal sealed class ReminderYearOracle(Func<string, ReminderPlan> planOf, Func<string, int, bool> fails)
{
    private readonly Dictionary<string, List<Memory>> _memory = new(StringComparer.Ordinal);
    private readonly HashSet<string> _everOverdue = new(StringComparer.Ordinal);

    public HashSet<string> Flagged { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Overdue { get; } = new(StringComparer.Ordinal);

    /// <returns>The messages that get through: their keys and the amount that they speak of.</returns>
    public List<string> Run(LocalDate today, IReadOnlyList<Receivable> receivables)
    {
        List<string> delivered = [];
        var open = receivables.Where(IsOwed).ToList();
        foreach (var receivable in open)
            Remind(today, receivable, delivered);

        Overdue.IntersectWith(open.Select(Entry));
        var pastDue = open.Where(receivable => receivable.Due.PlusDays(planOf(receivable.Counterparty).GraceDays) < today);
        Flagged.IntersectWith(pastDue.Select(receivable => receivable.Counterparty));
        return delivered;
    }

    private void Remind(LocalDate today, Receivable receivable, List<string> delivered)
    {
        var plan = planOf(receivable.Counterparty);
        var reached = plan
            .Steps.Select(step => (Step: step, Day: DayOf(step, plan, receivable.Due)))
            .Where(pair => pair.Day <= today)
            .OrderBy(pair => pair.Day)
            .Select(pair => pair.Step)
            .ToList();
        if (reached.Count == 0)
            return;

        if (!_memory.TryGetValue(receivable.Id, out var memory))
            _memory.Add(receivable.Id, memory = []);
        var latest = reached[^1];
        var left = latest
            .Actions.Where(action => !memory.Exists(one => one.Is(receivable.Due, latest.Name, action) && one.IsOver))
            .ToList();
        if (memory.Exists(one => one is { Action: MailCustomer, DeliveredOn: { } day } && day == today))
            left.Remove(MailCustomer);
        if (left.Count == 0)
            return;

        foreach (var earlier in reached.SkipLast(1))
        {
            foreach (var action in earlier.Actions)
                Recall(memory, receivable.Due, earlier.Name, action).IsOver = true;
        }
        foreach (var action in left)
            CarryOut(today, receivable, Recall(memory, receivable.Due, latest.Name, action), delivered);
    }

    private void CarryOut(LocalDate today, Receivable receivable, Memory one, List<string> delivered)
    {
        if (one.Action == SetCreditFlag)
        {
            Flagged.Add(receivable.Counterparty);
        }
        else if (one.Action == RecordOverdue)
        {
            if (_everOverdue.Add(Entry(receivable)))
                Overdue.Add(Entry(receivable));
        }
        else
        {
            var action = one.Action == MailCustomer ? "mailCustomer" : "managerTask";
            var key = $"{action}/{new ReminderKey(receivable.Id, receivable.Due, one.Step)}";
            one.Attempts++;
            if (fails(key, one.Attempts))
                return;
            delivered.Add($"{key} {receivable.Outstanding}");
            one.DeliveredOn = today;
        }
        one.IsOver = true;
    }

    private bool IsOwed(Receivable receivable) =>
        receivable.Status is ReceivableStatus.AwaitingPayment or ReceivableStatus.PartlyPaid
        && receivable.Outstanding.IsPositive
        && planOf(receivable.Counterparty).MinimumAmounts.All(minimum => receivable.Outstanding >= minimum);

    private static LocalDate DayOf(ReminderStep step, ReminderPlan plan, LocalDate due)
    {
        var isOverdue = step.Actions.Contains(RecordOverdue) || step.Actions.Contains(SetCreditFlag);
        var day = due.PlusDays(isOverdue ? plan.GraceDays : 0);
        if (step.Unit == ReminderUnit.CalendarDays)
            return day.PlusDays(step.OffsetDays);
        for (var left = Math.Abs(step.OffsetDays); left > 0; )
        {
            day = day.PlusDays(Math.Sign(step.OffsetDays));
            // Where the calendar ends nobody asks yet.
            if (plan.Calendar!.IsWorkingDay(day) ?? true)
                left--;
        }
        return day;
    }

    private static Memory Recall(List<Memory> memory, LocalDate due, string step, ReminderActionKind action)
    {
        if (memory.Find(one => one.Is(due, step, action)) is not { } found)
            memory.Add(found = new Memory(due, step, action));
        return found;
    }

    private static string Entry(Receivable receivable) => $"{receivable.Id} {receivable.Due}";

    private sealed class Memory(LocalDate due, string step, ReminderActionKind action)
    {
        public string Step => step;

        public ReminderActionKind Action => action;

        public bool IsOver { get; set; }

        public int Attempts { get; set; }

        public LocalDate? DeliveredOn { get; set; }

        public bool Is(LocalDate otherDue, string otherStep, ReminderActionKind otherAction) =>
            due == otherDue && step == otherStep && action == otherAction;
    }
}
