using NodaTime;
using NodaTime.Text;
using Settlements.Terms;

namespace Settlements.Reminders;

/// <summary>The plan of one day while it grows, receivable by receivable.</summary>
internal sealed class ReminderDay(LocalDate today)
{
    private readonly Dictionary<string, List<SentReminder>> _sent = new(StringComparer.Ordinal);
    private readonly Dictionary<(ReminderPlan Plan, LocalDate Due), ReachedSteps> _reached = [];
    private readonly HashSet<string> _mailedToday = new(StringComparer.Ordinal);
    private readonly HashSet<(string Receivable, LocalDate Due)> _seen = [];
    private readonly HashSet<string> _pastDue = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lifted = new(StringComparer.Ordinal);
    private readonly List<ReminderAction> _actions = [];
    private readonly List<ReminderKey> _skipped = [];
    private readonly List<ReminderKey> _heldBackMails = [];

    internal void Remember(IEnumerable<SentReminder> sent)
    {
        foreach (var reminder in sent)
        {
            if (!_sent.TryGetValue(reminder.Key.Receivable, out var own))
                _sent.Add(reminder.Key.Receivable, own = []);
            own.Add(reminder);
        }
    }

    /// <summary>Plans a receivable.</summary>
    /// <exception cref="ArgumentException">It stands twice.</exception>
    /// <exception cref="InvalidOperationException">Its open amount is not known.</exception>
    /// <exception cref="PaymentTermsException">The plan's calendar lacks a year that is needed.</exception>
    internal void Add(Receivable receivable, ReminderPlan plan)
    {
        if (!_seen.Add((receivable.Id, receivable.Due)))
        {
            throw new ArgumentException(
                $"The receivable '{receivable.Id}' due {LocalDatePattern.Iso.Format(receivable.Due)} stands twice: give each instalment an id of its own.",
                nameof(receivable)
            );
        }

        if (!plan.SpeaksOf(receivable))
            return;
        if (plan.IsPastDue(receivable.Due, today))
            _pastDue.Add(receivable.Counterparty);
        if (!_reached.TryGetValue((plan, receivable.Due), out var reached))
            _reached.Add((plan, receivable.Due), reached = ReachedSteps.Of(plan, receivable.Due, today));
        if (reached.Latest is { } step)
            CarryOut(receivable, step, reached, plan);
    }

    /// <summary>Counterparties with something open past due and its grace.</summary>
    internal IReadOnlyCollection<string> PastDue => _pastDue;

    /// <summary>Takes a counterparty for one that is past due, because nothing better is known.</summary>
    internal void KeepFlagOf(string counterparty) => _pastDue.Add(counterparty);

    internal void LiftUnlessPastDue(string counterparty)
    {
        if (!_pastDue.Contains(counterparty) && _lifted.Add(counterparty))
            _actions.Add(new ReminderAction(ReminderActionKind.LiftCreditFlag, counterparty, Key: null));
    }

    /// <summary>What was planned since this was last asked, with the log forgotten.</summary>
    internal ReminderPlanResult Take()
    {
        var result = new ReminderPlanResult([.. _actions], [.. _skipped], [.. _heldBackMails]);
        _actions.Clear();
        _skipped.Clear();
        _heldBackMails.Clear();
        _sent.Clear();
        return result;
    }

    private void CarryOut(Receivable receivable, ReminderStep step, ReachedSteps reached, ReminderPlan plan)
    {
        var sent = _sent.GetValueOrDefault(receivable.Id) ?? [];
        if (HasALaterStep(receivable, reached, plan, sent))
            return;

        var key = Key(receivable, step);
        var left = step.Actions.Where(action => !IsOver(sent, key, action)).ToList();
        var mails = left.Contains(ReminderActionKind.MailCustomer);
        var holdsBack = mails && (sent.Any(reminder => IsOtherMailOfToday(reminder, key, plan)) || !_mailedToday.Add(receivable.Id));
        if (holdsBack)
        {
            _heldBackMails.Add(key);
            left.Remove(ReminderActionKind.MailCustomer);
        }
        if (left.Count == 0)
            return;

        _actions.AddRange(left.Select(action => new ReminderAction(action, receivable.Counterparty, key)));
        _skipped.AddRange(
            reached
                .Earlier.Where(earlier => earlier.Actions.Any(action => !IsOver(sent, Key(receivable, earlier), action)))
                .Select(earlier => Key(receivable, earlier))
        );
    }

    /// <summary>Whether a step was begun for this due date that today's plan has not reached: the plan has changed, and nothing goes back.</summary>
    private static bool HasALaterStep(Receivable receivable, ReachedSteps reached, ReminderPlan plan, List<SentReminder> sent) =>
        sent.Any(reminder =>
            reminder.Key.Due == receivable.Due
            && plan.Steps.FirstOrDefault(step => step.Name == reminder.Key.Step) is { } step
            && !reached.Contains(step)
        );

    private static bool IsOver(List<SentReminder> sent, ReminderKey key, ReminderActionKind action) =>
        sent.Exists(reminder => reminder.Covers(action) && reminder.Key == key);

    private bool IsOtherMailOfToday(SentReminder reminder, ReminderKey key, ReminderPlan plan)
    {
        if (reminder.On != today || reminder.State is ReminderState.Failed or ReminderState.Skipped || reminder.Key == key)
            return false;
        if (reminder.Action is { } action)
            return action == ReminderActionKind.MailCustomer;
        // A step that the plan no longer has may have been a mail: better one mail too few than two on one day.
        var step = plan.Steps.FirstOrDefault(step => step.Name == reminder.Key.Step);
        return step is null || step.Actions.Contains(ReminderActionKind.MailCustomer);
    }

    private static ReminderKey Key(Receivable receivable, ReminderStep step) => new(receivable.Id, receivable.Due, step.Name);
}
