using Settlements.Reminders;
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
