using System.Globalization;
using NodaTime;
using Settlements.Terms;

namespace Settlements.Reminders;

/// <summary>The steps in which a customer is reminded, from the earliest to the latest, and what they leave alone.</summary>
public sealed class ReminderPlan
{
    /// <summary>The farthest that a step may be from the due date, in days.</summary>
    public const int MaxOffsetDays = 3650;

    /// <summary>The longest grace, in days.</summary>
    public const int MaxGraceDays = 365;

    /// <summary>Makes a plan.</summary>
    /// <param name="steps">In any order; without a step nothing is sent, and flags are still lifted.</param>
    /// <param name="calendar">Which days are worked; null when no step counts in working days.</param>
    /// <param name="graceDays">See <see cref="GraceDays"/>. From 0 to 365.</param>
    /// <param name="minimumAmounts">See <see cref="MinimumAmounts"/>; null for none.</param>
    /// <exception cref="ArgumentException">
    /// A step is wrong, two have one name or one day, working days lack a calendar, or the grace or a minimum is out of range; the message says which and the fix.
    /// </exception>
    public ReminderPlan(
        IEnumerable<ReminderStep> steps,
        IWorkingCalendar? calendar = null,
        int graceDays = 0,
        IEnumerable<Money>? minimumAmounts = null
    )
    {
        ArgumentNullException.ThrowIfNull(steps);
        if (graceDays is < 0 or > MaxGraceDays)
            throw new ArgumentException(Invariant($"The grace is {graceDays} days: give 0 to {MaxGraceDays}."));
        (Calendar, GraceDays) = (calendar, graceDays);
        Steps = Array.AsReadOnly([.. steps.Select(Checked).OrderBy(step => step.OffsetDays).ThenBy(step => step.Unit)]);
        if (Steps.GroupBy(step => step.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } sameName)
            throw Wrong(sameName.First(), "stands twice in the plan: give each step a name of its own");
        if (Steps.GroupBy(step => (step.OffsetDays, Unit(step))).FirstOrDefault(group => group.Count() > 1) is { } sameOffset)
            throw Wrong(sameOffset.First(), $"and '{sameOffset.Last().Name}' have one offset: make them one step with the actions of both");
        if (SameDay() is var (step, other))
            throw Wrong(step, $"and '{other.Name}' come on one day, since the grace puts one of them off: move one of them");
        MinimumAmounts = CheckedMinimums(minimumAmounts ?? []);
    }

    /// <summary>
    /// <c>before3</c>: three days before, mail to the customer. <c>dueDay</c>: on the day, mail and a task for the manager. <c>after1</c>: the day
    /// after, an entry in the overdue register and the credit flag. All in calendar days, without grace and without a minimum.
    /// </summary>
    public static ReminderPlan Default { get; } =
        new([
            new ReminderStep
            {
                Name = "before3",
                OffsetDays = -3,
                Actions = [ReminderActionKind.MailCustomer],
            },
            new ReminderStep
            {
                Name = "dueDay",
                OffsetDays = 0,
                Actions = [ReminderActionKind.MailCustomer, ReminderActionKind.ManagerTask],
            },
            new ReminderStep
            {
                Name = "after1",
                OffsetDays = 1,
                Actions = [ReminderActionKind.RecordOverdue, ReminderActionKind.SetCreditFlag],
            },
        ]);

    /// <summary>The steps by offset, the earliest first; of two that reach one day for a receivable the one that stands later here is taken.</summary>
    public IReadOnlyList<ReminderStep> Steps { get; }

    /// <summary>Which days are worked; null when no step counts in working days.</summary>
    public IWorkingCalendar? Calendar { get; }

    /// <summary>For how many calendar days after the due date a payment still counts as in time.</summary>
    /// <value>
    /// 0 to 365. Default 0. Steps that record or flag come that many days later than their offset says, all others as it says; a flag is kept by what is open
    /// later than this after its due date.
    /// </value>
    public int GraceDays { get; }

    /// <summary>Below which open amount nothing is said.</summary>
    /// <value>
    /// At most one for each currency; a currency that is not named has no minimum. What is below counts as paid: no step of it is carried out, and it keeps no
    /// flag and no entry in the register.
    /// </value>
    public IReadOnlyList<Money> MinimumAmounts { get; }

    /// <summary>Whether something is still owed that this plan speaks of.</summary>
    /// <exception cref="InvalidOperationException">The open amount is <c>default(Money)</c>.</exception>
    internal bool SpeaksOf(Receivable receivable) =>
        receivable.IsOpen
        && !MinimumAmounts.Any(minimum => minimum.Currency == receivable.Outstanding.Currency && receivable.Outstanding < minimum);

    internal bool IsPastDue(LocalDate due, LocalDate today) => Period.DaysBetween(due, today) > GraceDays;

    /// <summary>No receivable that is due later has reached a step of this plan, or is past due.</summary>
    internal LocalDate LatestDue(LocalDate today) => Steps.Select(step => LatestDue(step, today)).Append(today).Max();

    private LocalDate LatestDue(ReminderStep step, LocalDate today)
    {
        if (step.OffsetDays >= 0)
            return today;
        if (step.Unit == ReminderUnit.CalendarDays)
            return today.PlusDays(-step.OffsetDays);
        // Where the calendar ends nothing can be planned; what is due there is looked at all the same, so that it is reported.
        return WorkingDays.Add(today, -step.OffsetDays, Calendar!, out _) ?? today.PlusDays(31 - (2 * step.OffsetDays));
    }

    private (ReminderStep Step, ReminderStep Other)? SameDay()
    {
        var days = Steps
            .Where(step => Unit(step) == ReminderUnit.CalendarDays)
            .GroupBy(step => step.OffsetDays + (step.IsOverdueStep ? GraceDays : 0))
            .FirstOrDefault(group => group.Count() > 1);
        return days is null ? null : (days.First(), days.Last());
    }

    private ReminderStep Checked(ReminderStep step)
    {
        if (string.IsNullOrWhiteSpace(step.Name) || step.Name.Contains('/', StringComparison.Ordinal))
            throw Wrong(step, "has no usable name: give one that is not blank and has no slash");
        if (step.OffsetDays is < -MaxOffsetDays or > MaxOffsetDays)
            throw Wrong(step, Invariant($"has the offset {step.OffsetDays}: give days from {-MaxOffsetDays} to {MaxOffsetDays}"));
        if (!Enum.IsDefined(step.Unit))
            throw Wrong(step, "counts in a unit that does not exist: give CalendarDays or WorkingDays");
        if (step.Unit == ReminderUnit.WorkingDays && Calendar is null)
            throw Wrong(step, "counts working days and the plan has no calendar: give one, such as ProductionCalendar.Russia");
        if (step.Actions is not { Count: > 0 })
            throw Wrong(step, "does nothing: give it an action, or leave it out");
        if (step.Actions.Any(action => !Enum.IsDefined(action)))
            throw Wrong(step, "has an action that does not exist");
        if (step.Actions.Contains(ReminderActionKind.LiftCreditFlag))
            throw Wrong(step, "lifts the credit flag: that follows from payment, not from a day; leave it out");
        if (step.Actions.Distinct().Count() != step.Actions.Count)
            throw Wrong(step, "has an action twice: name it once");
        return step with { Actions = Array.AsReadOnly([.. step.Actions]) };
    }

    private static System.Collections.ObjectModel.ReadOnlyCollection<Money> CheckedMinimums(IEnumerable<Money> minimums)
    {
        var amounts = minimums.ToArray();
        foreach (var amount in amounts)
        {
            if (amount == default || !amount.IsPositive)
                throw new ArgumentException($"A minimum amount is {amount}: give amounts above zero, with their currency.");
        }
        if (amounts.GroupBy(amount => amount.Currency).FirstOrDefault(group => group.Count() > 1) is { } same)
            throw new ArgumentException($"There are two minimum amounts in {same.Key}: keep one.");
        return Array.AsReadOnly(amounts);
    }

    private static ReminderUnit Unit(ReminderStep step) => step.OffsetDays == 0 ? ReminderUnit.CalendarDays : step.Unit;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static ArgumentException Wrong(ReminderStep step, string what) => new($"The step '{step.Name}' {what}.");
}
