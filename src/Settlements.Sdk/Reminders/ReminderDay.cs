using NodaTime;
using NodaTime.Text;

namespace Settlements.Reminders;

/// <summary>The plan of one day while it grows, receivable by receivable.</summary>
internal sealed class ReminderDay
{
    private const int None = -1;

    private readonly LocalDate _today;
    private readonly IReadOnlyList<ReminderStep> _steps;
    private readonly HashSet<ReminderKey> _sent;
    private readonly Dictionary<(string Receivable, LocalDate Due), int> _latestSent = [];
    private readonly HashSet<string> _mailedToday = new(StringComparer.Ordinal);
    private readonly HashSet<(string Receivable, LocalDate Due)> _seen = [];
    private readonly HashSet<string> _pastDue = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lifted = new(StringComparer.Ordinal);
    private readonly List<ReminderAction> _actions = [];
    private readonly List<ReminderKey> _skipped = [];
    private readonly List<ReminderKey> _heldBackMails = [];

    internal ReminderDay(LocalDate today, ReminderPlan plan, IReadOnlyCollection<SentReminder> sent)
    {
        _today = today;
        _steps = plan.Steps;
        _sent = new HashSet<ReminderKey>(sent.Count);
        foreach (var reminder in sent)
            Remember(reminder);
    }

    internal void Add(Receivable receivable)
    {
        if (!_seen.Add((receivable.Id, receivable.Due)))
        {
            throw new ArgumentException(
                $"The receivable '{receivable.Id}' due {LocalDatePattern.Iso.Format(receivable.Due)} stands twice: give each instalment an id of its own.",
                nameof(receivable)
            );
        }

        if (!receivable.IsOpen)
            return;
        if (receivable.Due < _today)
            _pastDue.Add(receivable.Counterparty);

        var step = LatestReached(receivable);
        while (step > None && _sent.Contains(Key(receivable, step)))
            step--;
        if (step > _latestSent.GetValueOrDefault((receivable.Id, receivable.Due), None))
            CarryOut(receivable, step);
    }

    internal void LiftUnlessPastDue(string counterparty)
    {
        if (!_pastDue.Contains(counterparty) && _lifted.Add(counterparty))
            _actions.Add(new ReminderAction(ReminderActionKind.LiftCreditFlag, counterparty, Key: null));
    }

    internal ReminderPlanResult Result() => new(_actions, _skipped, _heldBackMails);

    private void Remember(SentReminder reminder)
    {
        _sent.Add(reminder.Key);
        var index = IndexOf(reminder.Key.Step);
        var key = (reminder.Key.Receivable, reminder.Key.Due);
        _latestSent[key] = Math.Max(index, _latestSent.GetValueOrDefault(key, None));

        // A step that the plan no longer has may have been a mail: better one mail too few than two on one day.
        if (reminder.On == _today && (index == None || _steps[index].Actions.Contains(ReminderActionKind.MailCustomer)))
            _mailedToday.Add(reminder.Key.Receivable);
    }

    private void CarryOut(Receivable receivable, int index)
    {
        var step = _steps[index];
        var key = Key(receivable, index);
        var mails = step.Actions.Contains(ReminderActionKind.MailCustomer);
        var holdsBack = mails && !_mailedToday.Add(receivable.Id);
        if (holdsBack)
            _heldBackMails.Add(key);
        if (holdsBack && step.Actions.Count == 1)
            return;

        foreach (var action in step.Actions)
        {
            if (!holdsBack || action != ReminderActionKind.MailCustomer)
                _actions.Add(new ReminderAction(action, receivable.Counterparty, key));
        }

        for (var earlier = 0; earlier < index; earlier++)
        {
            var earlierKey = Key(receivable, earlier);
            if (!_sent.Contains(earlierKey))
                _skipped.Add(earlierKey);
        }
    }

    private int LatestReached(Receivable receivable)
    {
        var daysSinceDue = Period.DaysBetween(receivable.Due, _today);
        var index = _steps.Count - 1;
        while (index > None && _steps[index].OffsetDays > daysSinceDue)
            index--;
        return index;
    }

    private ReminderKey Key(Receivable receivable, int index) => new(receivable.Id, receivable.Due, _steps[index].Name);

    private int IndexOf(string step)
    {
        for (var i = 0; i < _steps.Count; i++)
        {
            if (_steps[i].Name == step)
                return i;
        }

        return None;
    }
}
