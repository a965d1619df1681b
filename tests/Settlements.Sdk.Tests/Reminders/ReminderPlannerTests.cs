using NodaTime;
using Settlements.Reminders;
using static Settlements.Reminders.ReminderActionKind;

namespace Settlements.Tests.Reminders;

public sealed class ReminderPlannerTests
{
    private static readonly LocalDate Due = new(2026, 11, 24);

    [Theory]
    [InlineData(-4, "")]
    [InlineData(-3, "A-1 before3 MailCustomer")]
    [InlineData(-2, "A-1 before3 MailCustomer")]
    [InlineData(-1, "A-1 before3 MailCustomer")]
    [InlineData(0, "A-1 dueDay MailCustomer; A-1 dueDay ManagerTask")]
    [InlineData(1, "A-1 after1 RecordOverdue; A-1 after1 SetCreditFlag")]
    [InlineData(400, "A-1 after1 RecordOverdue; A-1 after1 SetCreditFlag")]
    public void Takes_the_latest_step_reached(int days, string expected) => Actions(Plan(days, [A("A-1")])).Should().Be(expected);

    [Theory]
    [InlineData(0, "", "before3")]
    [InlineData(1, "", "before3 dueDay")]
    [InlineData(1, "before3", "dueDay")]
    [InlineData(1, "dueDay", "before3")]
    [InlineData(0, "before3", "")]
    public void Skips_earlier_steps_that_were_not_carried_out(int days, string sent, string skipped) =>
        Skipped(Plan(days, [A("A-1")], Sent("A-1", sent, on: -3))).Should().Be(skipped);

    [Theory]
    [InlineData(-3, "before3")]
    [InlineData(-2, "before3")]
    [InlineData(0, "before3 dueDay")]
    [InlineData(0, "dueDay")]
    [InlineData(1, "after1")]
    [InlineData(1, "before3 after1")]
    [InlineData(-2, "dueDay")]
    [InlineData(0, "after1")]
    public void Never_fires_a_step_twice_nor_one_earlier_than_one_already_sent(int days, string sent)
    {
        var result = Plan(days, [A("A-1")], Sent("A-1", sent, on: -9));

        result.Actions.Should().BeEmpty();
        result.Skipped.Should().BeEmpty();
    }

    [Theory]
    [InlineData("dueDay")]
    [InlineData("before3")]
    public void Starts_anew_when_the_due_date_has_moved(string sent)
    {
        SentReminder[] log = [new(new ReminderKey("A-1", Due.PlusDays(-5), sent), Due.PlusDays(-5))];

        Actions(Plan(-3, [A("A-1")], log)).Should().Be("A-1 before3 MailCustomer");
    }

    [Fact]
    public void Does_not_take_what_was_sent_for_another_receivable() =>
        Actions(Plan(-3, [A("A-1")], Sent("A-2", "before3", on: -3))).Should().Be("A-1 before3 MailCustomer");

    [Theory]
    [InlineData(ReceivableStatus.AwaitingPayment, 10, true)]
    [InlineData(ReceivableStatus.PartlyPaid, 10, true)]
    [InlineData(ReceivableStatus.Paid, 10, false)]
    [InlineData(ReceivableStatus.Cancelled, 10, false)]
    [InlineData(ReceivableStatus.AwaitingPayment, 0, false)]
    [InlineData(ReceivableStatus.PartlyPaid, 0, false)]
    [InlineData(ReceivableStatus.PartlyPaid, -1, false)]
    public void Is_silent_about_what_is_paid_or_cancelled(ReceivableStatus status, int outstanding, bool speaks)
    {
        var receivable = A("A-1") with { Status = status, Outstanding = Money.Rub(outstanding) };

        Plan(0, [receivable]).Actions.Any().Should().Be(speaks);
        receivable.IsOpen.Should().Be(speaks);
    }

    [Fact]
    public void Sends_one_mail_a_day_for_a_receivable_and_does_the_rest_of_the_step()
    {
        SentReminder[] log = [new(new ReminderKey("A-1", Due.PlusDays(3), "before3"), Due)];

        var result = Plan(0, [A("A-1")], log);

        Actions(result).Should().Be("A-1 dueDay ManagerTask");
        result.HeldBackMails.Should().Equal(new ReminderKey("A-1", Due, "dueDay"));
        Skipped(result).Should().Be("before3");
    }

    [Fact]
    public void Leaves_a_step_of_nothing_but_the_mail_for_tomorrow()
    {
        SentReminder[] log = [new(new ReminderKey("A-1", Due.PlusDays(-3), "dueDay"), Due.PlusDays(-3))];

        var today = Plan(-3, [A("A-1")], log);

        today.Actions.Should().BeEmpty();
        today.Skipped.Should().BeEmpty();
        today.HeldBackMails.Should().Equal(new ReminderKey("A-1", Due, "before3"));
        Actions(Plan(-2, [A("A-1")], log)).Should().Be("A-1 before3 MailCustomer");
    }

    [Theory]
    [InlineData("after1", 0, "A-1 dueDay MailCustomer; A-1 dueDay ManagerTask")]
    [InlineData("dueDay", -1, "A-1 dueDay MailCustomer; A-1 dueDay ManagerTask")]
    [InlineData("dueDay", 0, "A-1 dueDay ManagerTask")]
    [InlineData("aStepThatThePlanHasNoMore", 0, "A-1 dueDay ManagerTask")]
    public void Counts_as_a_mail_of_today_what_may_have_been_one(string step, int on, string expected)
    {
        SentReminder[] log = [new(new ReminderKey("A-1", Due.PlusDays(-30), step), Due.PlusDays(on))];

        Actions(Plan(0, [A("A-1")], log)).Should().Be(expected);
    }

    [Fact]
    public void Counts_the_mails_of_one_run_over_all_due_dates_of_a_receivable()
    {
        var result = Plan(0, [A("A-1"), A("A-1") with { Due = Due.PlusDays(3) }, A("A-2")]);

        Actions(result).Should().Be("A-1 dueDay MailCustomer; A-1 dueDay ManagerTask; A-2 dueDay MailCustomer; A-2 dueDay ManagerTask");
        result.HeldBackMails.Should().Equal(new ReminderKey("A-1", Due.PlusDays(3), "before3"));
    }

    [Fact]
    public void Orders_actions_by_receivable_as_given_then_as_in_the_plan_and_lifts_last()
    {
        var result = Plan(
            1,
            [A("B-2", "C-2"), A("A-1", "C-1") with { Due = Due.PlusDays(1) }, A("C-3", "C-3")],
            flagged: ["C-9", "C-2", "C-1", "C-9"]
        );

        Actions(result)
            .Should()
            .Be(
                "B-2 after1 RecordOverdue; B-2 after1 SetCreditFlag; A-1 dueDay MailCustomer; A-1 dueDay ManagerTask; "
                    + "C-3 after1 RecordOverdue; C-3 after1 SetCreditFlag; C-9 LiftCreditFlag; C-1 LiftCreditFlag"
            );
        result.Actions[0].Should().Be(new ReminderAction(RecordOverdue, "C-2", new ReminderKey("B-2", Due, "after1")));
        result.Actions[^1].Should().Be(new ReminderAction(LiftCreditFlag, "C-1", Key: null));
    }

    [Theory]
    [InlineData(1, ReceivableStatus.AwaitingPayment, 10, false)]
    [InlineData(90, ReceivableStatus.PartlyPaid, 10, false)]
    [InlineData(0, ReceivableStatus.AwaitingPayment, 10, true)]
    [InlineData(-9, ReceivableStatus.AwaitingPayment, 10, true)]
    [InlineData(1, ReceivableStatus.Paid, 10, true)]
    [InlineData(1, ReceivableStatus.Cancelled, 10, true)]
    [InlineData(1, ReceivableStatus.AwaitingPayment, 0, true)]
    public void Lifts_the_flag_when_nothing_open_is_past_due(int days, ReceivableStatus status, int outstanding, bool lifts)
    {
        var receivable = A("A-1") with { Status = status, Outstanding = Money.Rub(outstanding) };

        Plan(days, [receivable], flagged: ["C-1"]).Actions.Any(action => action.Kind == LiftCreditFlag).Should().Be(lifts);
    }

    [Fact]
    public void Lifts_the_flag_of_a_counterparty_without_receivables() =>
        Actions(Plan(0, [], flagged: ["C-1"])).Should().Be("C-1 LiftCreditFlag");

    [Fact]
    public void Keeps_the_flag_while_one_of_several_is_past_due() =>
        Plan(1, [A("A-1") with { Status = ReceivableStatus.Paid }, A("A-2"), A("A-3") with { Due = Due.PlusDays(99) }], flagged: ["C-1"])
            .Actions.Should()
            .NotContain(action => action.Kind == LiftCreditFlag);

    [Fact]
    public void Sets_the_flag_of_a_flagged_counterparty_again_when_a_step_asks_for_it() =>
        Actions(Plan(1, [A("A-1")], flagged: ["C-1"])).Should().Be("A-1 after1 RecordOverdue; A-1 after1 SetCreditFlag");

    [Fact]
    public void Follows_a_plan_of_the_host_whatever_order_it_is_given_in()
    {
        var plan = new ReminderPlan([Step("late", 10, ManagerTask, MailCustomer), Step("early", -7, MailCustomer)]);

        Actions(Plan(-7, [A("A-1")], plan: plan)).Should().Be("A-1 early MailCustomer");
        Actions(Plan(9, [A("A-1")], plan: plan)).Should().Be("A-1 early MailCustomer");
        Actions(Plan(10, [A("A-1")], plan: plan)).Should().Be("A-1 late ManagerTask; A-1 late MailCustomer");
        Skipped(Plan(10, [A("A-1")], plan: plan)).Should().Be("early");
    }

    [Fact]
    public void Sends_nothing_without_steps_and_still_lifts() =>
        Actions(Plan(1, [A("A-1")], flagged: ["C-1", "C-2"], plan: new ReminderPlan([]))).Should().Be("C-2 LiftCreditFlag");

    [Fact]
    public void Refuses_a_receivable_that_stands_twice_with_one_due_date() =>
        FluentActions
            .Invoking(() => Plan(0, [A("A-1"), A("A-1")]))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("The receivable 'A-1' due 2026-11-24 stands twice: give each instalment an id of its own.*");

    [Fact]
    public void Refuses_missing_lists()
    {
        FluentActions.Invoking(() => ReminderPlanner.Plan(Due, null!, [], [])).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => ReminderPlanner.Plan(Due, [], null!, [])).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => ReminderPlanner.Plan(Due, [], [], null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Prints_a_key_as_one_text() => new ReminderKey("A/1", Due, "before3").ToString().Should().Be("2026-11-24/before3/A/1");

    private static ReminderPlanResult Plan(
        int daysFromDue,
        Receivable[] receivables,
        SentReminder[]? sent = null,
        string[]? flagged = null,
        ReminderPlan? plan = null
    ) => ReminderPlanner.Plan(Due.PlusDays(daysFromDue), receivables, sent ?? [], flagged ?? [], plan);

    private static Receivable A(string id, string counterparty = "C-1") =>
        new()
        {
            Id = id,
            Counterparty = counterparty,
            Due = Due,
            Outstanding = Money.Rub(10m),
            Status = ReceivableStatus.AwaitingPayment,
        };

    private static SentReminder[] Sent(string receivable, string steps, int on) =>
        [
            .. steps
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(step => new SentReminder(new ReminderKey(receivable, Due, step), Due.PlusDays(on))),
        ];

    private static ReminderStep Step(string name, int offset, params ReminderActionKind[] actions) =>
        new()
        {
            Name = name,
            OffsetDays = offset,
            Actions = actions,
        };

    private static string Actions(ReminderPlanResult result) =>
        string.Join(
            "; ",
            result.Actions.Select(action =>
                action.Key is { } key ? $"{key.Receivable} {key.Step} {action.Kind}" : $"{action.Counterparty} {action.Kind}"
            )
        );

    private static string Skipped(ReminderPlanResult result) => string.Join(' ', result.Skipped.Select(key => key.Step));
}
