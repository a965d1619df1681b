using NodaTime;
using Settlements.Reminders;
using static Settlements.Reminders.ReminderActionKind;

namespace Settlements.Tests.Reminders;

/// <summary>Steps of which the log has single actions.</summary>
public sealed class PartlyCarriedOutTests
{
    private static readonly LocalDate Due = new(2026, 11, 24);

    /// <summary>Days from the due date; the log (step, action, state, day from the due date, moved by days); what is planned, skipped and held back.</summary>
    public static TheoryData<string, int, string, string, string, string> Cases =>
        new()
        {
            { "the mail is done and the task is left", 0, "dueDay MailCustomer Done 0", "dueDay ManagerTask", "before3", "" },
            { "the task is done and the mail is left", 0, "dueDay ManagerTask Done 0", "dueDay MailCustomer", "before3", "" },
            { "both are done", 0, "dueDay MailCustomer Done 0; dueDay ManagerTask Done 0", "", "", "" },
            { "one is done, one skipped", 0, "dueDay MailCustomer Skipped 0; dueDay ManagerTask Done 0", "", "", "" },
            { "a failed mail comes again", -3, "before3 MailCustomer Failed -3", "before3 MailCustomer", "", "" },
            { "a mail that was cut off comes again", -3, "before3 MailCustomer Begun -3", "before3 MailCustomer", "", "" },
            { "a mail that was cut off comes again the day after", -2, "before3 MailCustomer Begun -3", "before3 MailCustomer", "", "" },
            {
                "what is left of a step is skipped when a later one is reached",
                1,
                "dueDay MailCustomer Done 0",
                "after1 RecordOverdue; after1 SetCreditFlag",
                "before3 dueDay",
                ""
            },
            {
                "what is over is not skipped again",
                1,
                "before3 MailCustomer Skipped 0; dueDay MailCustomer Done 0; dueDay ManagerTask Failed 0; after1 RecordOverdue Done 1",
                "after1 SetCreditFlag",
                "dueDay",
                ""
            },
            {
                "a mail about the due date before is the mail of the day",
                0,
                "dueDay MailCustomer Done 0 moved -1; dueDay ManagerTask Done 0 moved -1",
                "dueDay ManagerTask",
                "before3",
                "dueDay"
            },
            {
                "a mail cut off about the due date before may have been sent",
                0,
                "dueDay MailCustomer Begun 0 moved -1",
                "dueDay ManagerTask",
                "before3",
                "dueDay"
            },
            {
                "a mail that failed about the due date before was not sent",
                0,
                "dueDay MailCustomer Failed 0 moved -1",
                "dueDay MailCustomer; dueDay ManagerTask",
                "before3",
                ""
            },
            {
                "a mail skipped today was not sent",
                0,
                "dueDay MailCustomer Skipped 0 moved -1",
                "dueDay MailCustomer; dueDay ManagerTask",
                "before3",
                ""
            },
            {
                "a task about the due date before is no mail",
                0,
                "dueDay ManagerTask Done 0 moved -1",
                "dueDay MailCustomer; dueDay ManagerTask",
                "before3",
                ""
            },
            {
                "only the mail is left and it is held back",
                0,
                "dueDay ManagerTask Done 0; before3 MailCustomer Done 0 moved 3",
                "",
                "",
                "dueDay"
            },
            {
                "a renamed step speaks under its new name, but no second time on one day",
                -3,
                "threeDaysBefore MailCustomer Done -3",
                "",
                "",
                "before3"
            },
            { "nothing goes back when the plan has moved a step", -1, "dueDay ManagerTask Failed -1", "", "", "" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Takes_up_what_is_left(string because, int day, string log, string actions, string skipped, string heldBack)
    {
        var receivable = new Receivable
        {
            Id = "A-1",
            Counterparty = "C-1",
            Due = Due,
            Outstanding = Money.Rub(10m),
            Status = ReceivableStatus.AwaitingPayment,
        };

        var result = ReminderPlanner.Plan(Due.PlusDays(day), [receivable], [.. log.Split("; ").Select(Sent)], []);

        string.Join("; ", result.Actions.Select(action => $"{action.Key!.Step} {action.Kind}")).Should().Be(actions, because);
        string.Join(' ', result.Skipped.Select(key => key.Step)).Should().Be(skipped, because);
        string.Join(' ', result.HeldBackMails.Select(key => key.Step)).Should().Be(heldBack, because);
    }

    [Fact]
    public void An_action_added_to_a_step_is_caught_up_while_the_step_is_the_latest()
    {
        var receivable = new Receivable
        {
            Id = "A-1",
            Counterparty = "C-1",
            Due = Due,
            Outstanding = Money.Rub(10m),
            Status = ReceivableStatus.AwaitingPayment,
        };
        SentReminder[] sent = [new(new ReminderKey("A-1", Due, "before3"), Due.PlusDays(-3)) { Action = MailCustomer }];
        var plan = new ReminderPlan([
            new()
            {
                Name = "before3",
                OffsetDays = -3,
                Actions = [MailCustomer, ManagerTask],
            },
        ]);

        ReminderPlanner.Plan(Due, [receivable], sent, [], plan).Actions.Should().ContainSingle().Which.Kind.Should().Be(ManagerTask);
    }

    private static SentReminder Sent(string text)
    {
        var words = text.Split(' ');
        var moved = words is [.., "moved", var days] ? int.Parse(days, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return new SentReminder(
            new ReminderKey("A-1", Due.PlusDays(moved), words[0]),
            Due.PlusDays(int.Parse(words[3], System.Globalization.CultureInfo.InvariantCulture))
        )
        {
            Action = Enum.Parse<ReminderActionKind>(words[1]),
            State = Enum.Parse<ReminderState>(words[2]),
        };
    }
}
