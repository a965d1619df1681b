using System.Globalization;

namespace Settlements.Reminders;

/// <summary>The steps in which a customer is reminded, from the earliest to the latest.</summary>
public sealed class ReminderPlan
{
    /// <summary>The farthest that a step may be from the due date, in days.</summary>
    public const int MaxOffsetDays = 3650;

    /// <summary>Makes a plan.</summary>
    /// <param name="steps">In any order; without a step nothing is sent, and flags are still lifted.</param>
    /// <exception cref="ArgumentException">A step is wrong, or two have one name or one offset; the message says which.</exception>
    public ReminderPlan(IEnumerable<ReminderStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        Steps = Array.AsReadOnly([.. steps.Select(Checked).OrderBy(step => step.OffsetDays)]);
        if (Steps.GroupBy(step => step.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } sameName)
            throw Wrong(sameName.First(), "stands twice in the plan: give each step a name of its own");
        if (Steps.GroupBy(step => step.OffsetDays).FirstOrDefault(group => group.Count() > 1) is { } sameDay)
            throw Wrong(sameDay.First(), $"and '{sameDay.Last().Name}' have one offset: make them one step with the actions of both");
    }

    /// <summary>
    /// <c>before3</c>: three days before, mail to the customer. <c>dueDay</c>: on the day, mail and a task for the manager. <c>after1</c>: the day
    /// after, an entry in the overdue register and the credit flag.
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

    /// <summary>The steps by offset, the earliest first.</summary>
    public IReadOnlyList<ReminderStep> Steps { get; }

    private static ReminderStep Checked(ReminderStep step)
    {
        if (string.IsNullOrWhiteSpace(step.Name) || step.Name.Contains('/', StringComparison.Ordinal))
            throw Wrong(step, "has no usable name: give one that is not blank and has no slash");
        if (step.OffsetDays is < -MaxOffsetDays or > MaxOffsetDays)
            throw Wrong(
                step,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"has the offset {step.OffsetDays}: give days from {-MaxOffsetDays} to {MaxOffsetDays}"
                )
            );
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

    private static ArgumentException Wrong(ReminderStep step, string what) => new($"The step '{step.Name}' {what}.");
}
