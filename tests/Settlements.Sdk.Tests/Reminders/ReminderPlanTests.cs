using Settlements.Reminders;
using Settlements.Terms;
using static Settlements.Reminders.ReminderActionKind;

namespace Settlements.Tests.Reminders;

public sealed class ReminderPlanTests
{
    [Fact]
    public void Mails_three_days_before_and_on_the_day_and_flags_the_day_after_by_default()
    {
        var steps = ReminderPlan.Default.Steps;

        steps.Select(step => (step.Name, step.OffsetDays)).Should().Equal(("before3", -3), ("dueDay", 0), ("after1", 1));
        steps[0].Actions.Should().Equal(MailCustomer);
        steps[1].Actions.Should().Equal(MailCustomer, ManagerTask);
        steps[2].Actions.Should().Equal(RecordOverdue, SetCreditFlag);
    }

    [Theory]
    [InlineData("", 0, "The step '' has no usable name: give one that is not blank and has no slash.")]
    [InlineData(" ", 0, "The step ' ' has no usable name: give one that is not blank and has no slash.")]
    [InlineData("a/b", 0, "The step 'a/b' has no usable name: give one that is not blank and has no slash.")]
    [InlineData("a", -3651, "The step 'a' has the offset -3651: give days from -3650 to 3650.")]
    [InlineData("a", 3651, "The step 'a' has the offset 3651: give days from -3650 to 3650.")]
    [InlineData("x", 0, "The step 'x' stands twice in the plan: give each step a name of its own.")]
    [InlineData("a", 5, "The step 'x' and 'a' have one offset: make them one step with the actions of both.")]
    public void Refuses_a_wrong_name_or_offset(string name, int offset, string message) =>
        Refuses(message, Step("x", 5, MailCustomer), Step(name, offset, MailCustomer));

    [Fact]
    public void Refuses_wrong_actions()
    {
        Refuses("The step 'a' does nothing: give it an action, or leave it out.", Step("a", 0));
        Refuses("The step 'a' does nothing: give it an action, or leave it out.", Step("a", 0) with { Actions = null! });
        Refuses("The step 'a' has an action that does not exist.", Step("a", 0, (ReminderActionKind)9));
        Refuses(
            "The step 'a' lifts the credit flag: that follows from payment, not from a day; leave it out.",
            Step("a", 0, MailCustomer, LiftCreditFlag)
        );
        Refuses("The step 'a' has an action twice: name it once.", Step("a", 0, MailCustomer, ManagerTask, MailCustomer));
    }

    [Theory]
    [InlineData(-3650)]
    [InlineData(3650)]
    public void Takes_the_farthest_offsets(int offset) =>
        new ReminderPlan([Step("a", offset, MailCustomer)]).Steps.Should().ContainSingle().Which.OffsetDays.Should().Be(offset);

    [Fact]
    public void Does_not_change_with_the_list_it_was_made_of()
    {
        var actions = new[] { MailCustomer };
        var plan = new ReminderPlan([Step("a", 0, actions)]);

        actions[0] = SetCreditFlag;

        plan.Steps[0].Actions.Should().Equal(MailCustomer);
    }

    [Fact]
    public void Refuses_no_list_at_all() => FluentActions.Invoking(() => new ReminderPlan(null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void Refuses_what_working_days_grace_and_minimums_cannot_be()
    {
        var working = Step("a", -3, MailCustomer) with { Unit = ReminderUnit.WorkingDays };
        var calendar = ProductionCalendar.Russia;

        Refuses("The step 'a' counts working days and the plan has no calendar: give one, such as ProductionCalendar.Russia.", working);
        Refuses(
            "The step 'a' counts in a unit that does not exist: give CalendarDays or WorkingDays.",
            working with
            {
                Unit = (ReminderUnit)7,
            }
        );
        Refuses(
            "The step 'b' and 'a' have one offset: make them one step with the actions of both.",
            () =>
                new ReminderPlan([Step("b", 0, MailCustomer), Step("a", 0, ManagerTask) with { Unit = ReminderUnit.WorkingDays }], calendar)
        );
        Refuses(
            "The step 'flag' and 'mail' come on one day, since the grace puts one of them off: move one of them.",
            () => new ReminderPlan([Step("flag", 1, SetCreditFlag), Step("mail", 6, MailCustomer)], graceDays: 5)
        );
        Refuses("The grace is -1 days: give 0 to 365.", () => new ReminderPlan([], graceDays: -1));
        Refuses("The grace is 366 days: give 0 to 365.", () => new ReminderPlan([], graceDays: 366));
        Refuses(
            "A minimum amount is 0.00 RUB: give amounts above zero, with their currency.",
            () => new ReminderPlan([], minimumAmounts: [Money.Rub(0m)])
        );
        Refuses(
            "A minimum amount is 0 XXX: give amounts above zero, with their currency.",
            () => new ReminderPlan([], minimumAmounts: [default])
        );
        Refuses(
            "There are two minimum amounts in RUB: keep one.",
            () => new ReminderPlan([], minimumAmounts: [Money.Rub(1m), Money.Rub(2m)])
        );
    }

    private static void Refuses(string message, Func<ReminderPlan> make) =>
        FluentActions.Invoking(make).Should().Throw<ArgumentException>().WithMessage(message);

    private static void Refuses(string message, params ReminderStep[] steps) =>
        FluentActions.Invoking(() => new ReminderPlan(steps)).Should().Throw<ArgumentException>().WithMessage(message);

    private static ReminderStep Step(string name, int offset, params ReminderActionKind[] actions) =>
        new()
        {
            Name = name,
            OffsetDays = offset,
            Actions = actions,
        };
}
