using NodaTime;
using Settlements.Terms;
using static Settlements.Tests.Terms.Given;

namespace Settlements.Tests.Terms;

/// <summary>Weekdays used here: 2026-08-01 is a Saturday, 2026-08-30 a Sunday, 2026-08-31 a Monday, 2026-11-01 a Sunday.</summary>
public sealed class CapAndRollTests
{
    private static readonly DueRule Start = DueRule.OnBaseDate;
    private static readonly WorkingCalendar Weekends = WorkingCalendar.FromDays([]);

    public static TheoryData<DueRule, string, int, string> Caps =>
        new()
        {
            { Start.AddDays(30), "2026-08-03", 30, "2026-09-02" },
            { Start.AddDays(31), "2026-08-03", 30, "2026-09-02" },
            { Start.AddDays(29), "2026-08-03", 30, "2026-09-01" },
            { Start.AddMonths(2), "2026-08-03", 0, "2026-08-03" },
            { Start.AddMonths(2), "2026-08-03", -1, "2026-08-02" },
            // A line without steps is capped too.
            { Start, "2026-08-03", -5, "2026-07-29" },
            { Start, "2026-08-03", 5, "2026-08-03" },
            { Start.AddDays(-10), "2026-08-13", -5, "2026-08-03" },
            // With pay days it goes back to the last one on or before the cap.
            { Start.AddDays(20).NextDay(10, 25), "2026-08-20", 20, "2026-08-25" },
            { Start.AddDays(20).NextDay(10, 25), "2026-08-20", 21, "2026-09-10" },
            { Start.AddDays(5).NextDay(25), "2026-08-25", 15, "2026-08-25" },
            { Start.NextDay(25), "2026-08-26", 10, "2026-08-25" },
            { Start.NextDay(31), "2026-03-01", 29, "2026-02-28" },
            { Start.NextDay(31), "2026-03-01", 30, "2026-03-31" },
            { Start.NextDay(30, 31), "2026-05-01", -1, "2026-04-30" },
            { Start.NextDay(30), "2026-03-05", 0, "2026-02-28" },
            { Start.NextDay(31), "2026-05-01", -1, "2026-04-30" },
            { Start.NextDay(5, 31), "2026-04-21", -1, "2026-04-05" },
            { Start.NextDay(1), "2026-01-02", 0, "2026-01-01" },
            { Start.NextDay(31), "2026-01-02", 0, "2025-12-31" },
            // The pay days count wherever their step stands; the last list, when there are two.
            { Start.NextDay(10).AddDays(8), "2026-08-05", 12, "2026-08-10" },
            { Start.NextDay(10).NextDay(20), "2026-08-05", 12, "2026-07-20" },
            // A date on the cap stays, pay day or not.
            { Start.NextDay(10).AddDays(5), "2026-08-05", 10, "2026-08-15" },
            // A cap beyond the last year binds nothing.
            { Start.AddDays(5), "2026-08-05", int.MaxValue, "2026-08-10" },
        };

    [Theory]
    [MemberData(nameof(Caps))]
    public void A_date_later_than_the_cap_goes_back(DueRule rule, string from, int cap, string expected) =>
        DueOf(rule, from, cap: cap).Should().Be(expected);

    public static TheoryData<DueRule, string, int> CapsBeforeTime =>
        new() { { Start, "2026-08-05", int.MinValue }, { Start.NextDay(10), "0001-01-15", -10 } };

    [Theory]
    [MemberData(nameof(CapsBeforeTime))]
    public void A_cap_before_the_first_year_is_an_error_of_the_terms(DueRule rule, string from, int cap)
    {
        var terms = PaymentTerms.FromLines(Percent(1m), Remainder(rule) with { NoLaterThanDays = cap });

        var problem = ProblemOf(terms, Money.Rub(1m), Ordered(from));

        problem.Kind.Should().Be(PaymentTermsProblemKind.Terms);
        problem.Message.Should().Be(FormattableString.Invariant($"Line 2: The cap of {cap} days after {from} leaves the years 1 to 9999."));
    }

    public static TheoryData<string, HolidayRoll, string> Rolls =>
        new()
        {
            { "2026-08-03", HolidayRoll.Following, "2026-08-03" },
            { "2026-08-01", HolidayRoll.None, "2026-08-01" },
            { "2026-08-01", HolidayRoll.Following, "2026-08-03" },
            { "2026-08-02", HolidayRoll.Following, "2026-08-03" },
            { "2026-08-02", HolidayRoll.Preceding, "2026-07-31" },
            { "2026-08-01", HolidayRoll.Preceding, "2026-07-31" },
            { "2026-08-31", HolidayRoll.Preceding, "2026-08-31" },
            { "2026-08-08", HolidayRoll.ModifiedFollowing, "2026-08-10" },
            { "2026-08-01", HolidayRoll.ModifiedFollowing, "2026-08-03" },
            { "2026-08-30", HolidayRoll.ModifiedFollowing, "2026-08-31" },
            { "2026-10-31", HolidayRoll.ModifiedFollowing, "2026-10-30" },
            { "2026-10-31", HolidayRoll.Following, "2026-11-02" },
            { "2026-05-31", HolidayRoll.ModifiedFollowing, "2026-05-29" },
        };

    [Theory]
    [MemberData(nameof(Rolls))]
    public void A_due_date_on_a_day_off_rolls(string date, HolidayRoll roll, string expected) =>
        DueOf(Start.AddDays(0), date, roll, Weekends).Should().Be(expected);

    [Theory]
    [InlineData(HolidayRoll.Following)]
    [InlineData(HolidayRoll.ModifiedFollowing)]
    [InlineData(HolidayRoll.Preceding)]
    public void A_line_due_on_its_base_date_does_not_roll(HolidayRoll roll)
    {
        DueOf(Start, "2026-08-01", roll, Weekends).Should().Be("2026-08-01");
        DueOf(Start, "2026-08-03", roll, Weekends, cap: -1).Should().Be("2026-08-02", "a cap is no step");
        DueOf(Start.AddDays(0), "2026-08-01", roll, Weekends).Should().NotBe("2026-08-01", "adding zero days is a step");
    }

    public static TheoryData<DueRule, string, int, HolidayRoll, string> CapsThatBind =>
        new()
        {
            // The cap itself is a Saturday.
            { Start.AddDays(30), "2026-07-18", 14, HolidayRoll.Following, "2026-07-31" },
            { Start.AddDays(30), "2026-07-25", 14, HolidayRoll.ModifiedFollowing, "2026-08-07" },
            { Start.AddDays(30), "2026-07-18", 14, HolidayRoll.Preceding, "2026-07-31" },
            { Start.AddDays(30), "2026-07-18", 14, HolidayRoll.None, "2026-08-01" },
            // Saturday, and the cap is the Sunday after: no working day up to it.
            { Start.AddDays(14), "2026-07-18", 15, HolidayRoll.Following, "2026-07-31" },
            // The cap is the Monday after: rolling on to it is allowed.
            { Start.AddDays(14), "2026-07-18", 16, HolidayRoll.Following, "2026-08-03" },
            { Start.AddDays(14), "2026-07-18", 16, HolidayRoll.ModifiedFollowing, "2026-08-03" },
            { Start.AddDays(14), "2026-07-18", 16, HolidayRoll.Preceding, "2026-07-31" },
            // A pay day on a Saturday rolls on as long as the cap allows.
            { Start.AddDays(20).NextDay(1, 15), "2026-07-20", 20, HolidayRoll.Following, "2026-08-03" },
            { Start.AddDays(20).NextDay(1, 15), "2026-07-20", 13, HolidayRoll.Following, "2026-07-31" },
            // The first of the month is a Sunday and the cap: neither on, nor out of the month.
            { Start.AddDays(30), "2026-10-22", 10, HolidayRoll.ModifiedFollowing, "2026-11-01" },
            { Start.AddDays(30), "2026-10-22", 10, HolidayRoll.Following, "2026-10-30" },
        };

    [Theory]
    [MemberData(nameof(CapsThatBind))]
    public void Rolling_never_breaks_a_cap(DueRule rule, string from, int cap, HolidayRoll roll, string expected) =>
        DueOf(rule, from, roll, Weekends, cap).Should().Be(expected);

    [Fact]
    public void Rolls_once_and_last()
    {
        DueOf(Start.AddDays(0).AddDays(1), "2026-07-31", HolidayRoll.Following, Weekends).Should().Be("2026-08-03");
        DueOf(Start.AddDays(1).AddDays(3), "2026-07-31", HolidayRoll.Following, Weekends)
            .Should()
            .Be("2026-08-04", "the Saturday between the steps does not roll");
    }

    [Fact]
    public void A_month_without_a_working_day_keeps_its_date_when_it_may_not_be_left()
    {
        DueOf(Start.AddDays(0), "2020-04-10", HolidayRoll.ModifiedFollowing, ProductionCalendar.Russia).Should().Be("2020-04-10");
        DueOf(Start.AddDays(0), "2020-04-10", HolidayRoll.Following, ProductionCalendar.Russia).Should().Be("2020-05-12");
        DueOf(Start.AddDays(0), "2020-04-10", HolidayRoll.Preceding, ProductionCalendar.Russia).Should().Be("2020-03-27");
    }

    [Fact]
    public void A_worked_saturday_is_no_day_to_roll_from() =>
        DueOf(Start.AddDays(0), "2024-11-02", HolidayRoll.Following, ProductionCalendar.Russia).Should().Be("2024-11-02");

    [Theory]
    [InlineData(HolidayRoll.Following)]
    [InlineData(HolidayRoll.ModifiedFollowing)]
    [InlineData(HolidayRoll.Preceding)]
    public void A_roll_without_a_calendar_is_an_error(HolidayRoll roll)
    {
        var problem = ProblemOf(PaymentTerms.Deferred(1).WithRoll(roll), Money.Rub(1m), Ordered("2026-08-03"));

        problem
            .Should()
            .Be(
                new PaymentTermsProblem(
                    PaymentTermsProblemKind.Calendar,
                    $"Due dates roll ({roll}) and there is no calendar: give one, such as ProductionCalendar.Russia."
                )
            );
    }

    public static TheoryData<DueRule, string, HolidayRoll, int?, string?> LastKnownYear =>
        new()
        {
            // 31 December 2026 is off in Russia, and 2027 is not known.
            { Start.AddDays(1), "2026-12-30", HolidayRoll.Following, null, null },
            { Start.AddDays(1), "2026-12-30", HolidayRoll.Following, 1, "2026-12-30" },
            { Start.AddDays(1), "2026-12-30", HolidayRoll.Following, 2, null },
            { Start.AddDays(1), "2026-12-30", HolidayRoll.ModifiedFollowing, null, "2026-12-30" },
            { Start.AddDays(1), "2026-12-30", HolidayRoll.Preceding, null, "2026-12-30" },
            { Start.AddDays(1), "2026-12-30", HolidayRoll.None, null, "2026-12-31" },
            { Start.AddDays(2), "2026-12-30", HolidayRoll.None, null, "2027-01-01" },
            { Start.AddDays(2), "2026-12-30", HolidayRoll.Preceding, null, null },
            { Start.AddDays(2), "2026-12-30", HolidayRoll.Following, 0, "2026-12-30" },
            { Start.AddWorkingDays(1), "2026-12-29", HolidayRoll.None, null, "2026-12-30" },
            { Start.AddWorkingDays(1), "2026-12-30", HolidayRoll.None, null, null },
            { Start.AddWorkingDays(0), "2030-01-01", HolidayRoll.None, null, "2030-01-01" },
            { Start.AddWorkingDays(-1), "2027-01-01", HolidayRoll.None, null, "2026-12-30" },
            { Start.AddWorkingDays(-1), "2027-01-02", HolidayRoll.None, null, null },
            // 1 January 2013 is off, and 2012 is not known.
            { Start.AddDays(0), "2013-01-01", HolidayRoll.Preceding, null, null },
            { Start.AddDays(0), "2013-01-01", HolidayRoll.ModifiedFollowing, null, "2013-01-09" },
        };

    [Theory]
    [MemberData(nameof(LastKnownYear))]
    public void A_year_that_the_calendar_lacks_is_an_error_only_where_the_answer_needs_it(
        DueRule rule,
        string from,
        HolidayRoll roll,
        int? cap,
        string? expected
    )
    {
        var terms = PaymentTerms.FromLines(Remainder(rule) with { NoLaterThanDays = cap }).WithRoll(roll);

        var made = terms.TrySchedule(Money.Rub(1m), Ordered(from), ProductionCalendar.Russia, out var schedule, out var problem);

        made.Should().Be(expected is not null);
        Iso(schedule?.FinalDue).Should().Be(expected);
        problem?.Kind.Should().Be(PaymentTermsProblemKind.Calendar);
    }

    [Fact]
    public void The_error_names_the_calendar_the_year_and_what_to_do()
    {
        var terms = PaymentTerms.Mixed(30m, 40).WithRoll(HolidayRoll.Following);

        var problem = ProblemOf(terms, Money.Rub(1m), Ordered("2026-12-01"), ProductionCalendar.Russia);

        problem.Line.Should().Be(2);
        problem
            .Message.Should()
            .Be(
                "Line 2: The calendar RU does not know the year 2027, needed for 2027-01-10. Take a newer version of the package, or add the year with "
                    + "ProductionCalendar.WithYear once it is published, or give a calendar of your own."
            );
    }

    [Fact]
    public void A_calendar_without_any_working_day_does_not_search_for_ever()
    {
        var closed = new NeverOpen();
        var terms = PaymentTerms.FromLines(Remainder(Start.AddDays(1)));

        foreach (var roll in (HolidayRoll[])[HolidayRoll.Following, HolidayRoll.Preceding])
        {
            var from = roll == HolidayRoll.Following ? "9999-12-01" : "0001-02-01";
            var due = roll == HolidayRoll.Following ? "9999-12-02" : "0001-02-02";
            ProblemOf(terms.WithRoll(roll), Money.Rub(1m), Ordered(from), closed)
                .Message.Should()
                .Be($"Line 1: Counting working days from {due} in the calendar closed leaves the years 1 to 9999.");
        }
        DueOf(Start.AddDays(1), "2026-08-01", HolidayRoll.ModifiedFollowing, closed).Should().Be("2026-08-02");
    }

    private sealed class NeverOpen : IWorkingCalendar
    {
        public string Name => "closed";

        public bool? IsWorkingDay(LocalDate date) => false;
    }
}
