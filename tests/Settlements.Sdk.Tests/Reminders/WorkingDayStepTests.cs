using NodaTime;
using NodaTime.Text;
using Settlements.Reminders;
using Settlements.Terms;
using static Settlements.Reminders.ReminderActionKind;

namespace Settlements.Tests.Reminders;

/// <summary>Offsets in working days, grace and minimum amounts.</summary>
public sealed class WorkingDayStepTests
{
    /// <summary>2026-11-04 is a holiday in Russia, a Wednesday; 2026-11-07 is a Saturday.</summary>
    [Theory]
    [InlineData(-3, "2026-11-09", "2026-11-02", false)]
    [InlineData(-3, "2026-11-09", "2026-11-03", true)]
    [InlineData(-1, "2026-11-09", "2026-11-05", false)]
    [InlineData(-1, "2026-11-09", "2026-11-06", true)]
    [InlineData(-1, "2026-11-07", "2026-11-06", true)]
    [InlineData(1, "2026-11-03", "2026-11-04", false)]
    [InlineData(1, "2026-11-03", "2026-11-05", true)]
    [InlineData(2, "2026-11-06", "2026-11-09", false)]
    [InlineData(2, "2026-11-06", "2026-11-10", true)]
    [InlineData(0, "2026-11-07", "2026-11-07", true)]
    public void Counts_the_days_that_are_worked(int offset, string due, string today, bool comes) =>
        Steps(due, today, new ReminderPlan([Step("s", offset, ReminderUnit.WorkingDays)], ProductionCalendar.Russia))
            .Should()
            .Be(comes ? "s" : "");

    /// <summary>Over the holidays five working days reach farther than seven of the calendar, in plain weeks just as far.</summary>
    [Theory]
    [InlineData("2026-01-12", "2025-12-30", "working5")]
    [InlineData("2026-01-12", "2026-01-05", "working5 calendar7")]
    [InlineData("2026-03-05", "2026-02-25", "")]
    [InlineData("2026-10-26", "2026-10-19", "calendar7 working5")]
    public void Orders_steps_by_the_day_they_reach_for_the_due_date(string due, string today, string expected)
    {
        var plan = new ReminderPlan([Step("calendar7", -7), Step("working5", -5, ReminderUnit.WorkingDays)], ProductionCalendar.Russia);
        var result = Plan(due, today, plan);

        string.Join(' ', result.Skipped.Select(key => key.Step).Concat(result.Actions.Select(action => action.Key!.Step)))
            .Should()
            .Be(expected);
    }

    [Fact]
    public void A_year_that_the_calendar_lacks_is_an_error_with_its_name()
    {
        var plan = new ReminderPlan([Step("s", -3, ReminderUnit.WorkingDays)], ProductionCalendar.Russia);

        FluentActions
            .Invoking(() => Plan("2031-01-13", "2030-12-30", plan))
            .Should()
            .Throw<PaymentTermsException>()
            .WithMessage("The calendar RU does not know the year 2031*");
    }

    [Fact]
    public void A_step_that_is_far_off_needs_no_calendar_yet()
    {
        var plan = new ReminderPlan([Step("day", 0), Step("later", 5, ReminderUnit.WorkingDays)], ProductionCalendar.Russia);

        Steps("2031-01-13", "2031-01-13", plan).Should().Be("day");
    }

    [Theory]
    [InlineData(-3, "2026-11-03", "2026-11-09")]
    [InlineData(-1, "2026-11-06", "2026-11-09")]
    [InlineData(5, "2026-11-06", "2026-11-06")]
    [InlineData(-3, "2030-12-30", "2031-02-05")]
    public void Knows_how_far_ahead_a_step_can_reach(int offset, string today, string latest) =>
        new ReminderPlan([Step("s", offset, ReminderUnit.WorkingDays)], ProductionCalendar.Russia)
            .LatestDue(Day(today))
            .Should()
            .Be(Day(latest));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Nothing_due_later_than_the_look_ahead_is_ever_planned(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 200; run++)
        {
            var unit = (ReminderUnit)random.Next(2);
            var plan = new ReminderPlan([Step("s", random.Next(-15, 3), unit)], ProductionCalendar.Russia, random.Next(4));
            var today = new LocalDate(2026, 1, 1).PlusDays(random.Next(300));
            var latest = plan.LatestDue(today);
            var beyond = latest.PlusDays(random.Next(1, 20));

            Plan(beyond, today, plan).Actions.Should().BeEmpty($"seed {seed}: {today}, {plan.Steps[0].OffsetDays} {unit}");
        }
    }

    [Theory]
    [InlineData(0, "mail")]
    [InlineData(2, "record")]
    [InlineData(4, "record")]
    [InlineData(5, "mail")]
    public void Puts_off_what_says_overdue_by_the_grace_and_nothing_else(int grace, string expected)
    {
        var plan = new ReminderPlan([Step("mail", 2), Step("record", 1, actions: RecordOverdue)], graceDays: grace);

        Steps("2026-11-01", "2026-11-06", plan).Should().Be(expected);
    }

    [Theory]
    [InlineData(5, "2026-11-06", true)]
    [InlineData(5, "2026-11-07", false)]
    [InlineData(0, "2026-11-01", true)]
    [InlineData(0, "2026-11-02", false)]
    public void Keeps_the_flag_once_the_grace_is_over(int grace, string today, bool lifts)
    {
        var plan = new ReminderPlan([], graceDays: grace);

        ReminderPlanner.Plan(Day(today), [Owed("2026-11-01", 10m)], [], ["C-1"], plan).Actions.Should().HaveCount(lifts ? 1 : 0);
    }

    [Theory]
    [InlineData("99.99", true)]
    [InlineData("100.00", false)]
    public void Takes_what_is_below_the_minimum_for_paid(string outstanding, bool isSilent)
    {
        var plan = new ReminderPlan(ReminderPlan.Default.Steps, minimumAmounts: [Money.Rub(100m), new Money(1m, Currency.Eur)]);
        var owed = Owed("2026-11-01", decimal.Parse(outstanding, System.Globalization.CultureInfo.InvariantCulture));

        var result = ReminderPlanner.Plan(Day("2026-11-02"), [owed], [], ["C-1"], plan);

        result.Actions.Select(action => action.Kind).Should().Equal(isSilent ? [LiftCreditFlag] : [RecordOverdue, SetCreditFlag]);
    }

    [Fact]
    public void A_currency_without_a_minimum_has_none()
    {
        var plan = new ReminderPlan(ReminderPlan.Default.Steps, minimumAmounts: [Money.Rub(100m)]);
        var owed = Owed("2026-11-01", 0m) with { Outstanding = new Money(0.01m, Currency.Eur) };

        ReminderPlanner.Plan(Day("2026-11-02"), [owed], [], [], plan).Actions.Should().HaveCount(2);
    }

    [Fact]
    public void An_amount_that_is_not_known_is_not_taken_for_zero() =>
        FluentActions
            .Invoking(() => ReminderPlanner.Plan(Day("2026-11-02"), [Owed("2026-11-01", 1m) with { Outstanding = default }], [], []))
            .Should()
            .Throw<InvalidOperationException>();

    private static string Steps(string due, string today, ReminderPlan plan) =>
        string.Join(' ', Plan(due, today, plan).Actions.Select(action => action.Key!.Step).Distinct(StringComparer.Ordinal));

    private static ReminderPlanResult Plan(string due, string today, ReminderPlan plan) => Plan(Day(due), Day(today), plan);

    private static ReminderPlanResult Plan(LocalDate due, LocalDate today, ReminderPlan plan) =>
        ReminderPlanner.Plan(today, [Owed("2026-11-01", 10m) with { Due = due }], [], [], plan);

    private static Receivable Owed(string due, decimal outstanding) =>
        new()
        {
            Id = "A-1",
            Counterparty = "C-1",
            Due = Day(due),
            Outstanding = Money.Rub(outstanding),
            Status = ReceivableStatus.AwaitingPayment,
        };

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static ReminderStep Step(
        string name,
        int offset,
        ReminderUnit unit = ReminderUnit.CalendarDays,
        ReminderActionKind actions = MailCustomer
    ) =>
        new()
        {
            Name = name,
            OffsetDays = offset,
            Unit = unit,
            Actions = [actions],
        };
}
