using NodaTime;
using Settlements.Terms;
using static Settlements.Tests.Terms.Given;

namespace Settlements.Tests.Terms;

public sealed class DueRuleTests
{
    private static readonly DueRule Start = DueRule.OnBaseDate;

    public static TheoryData<DueRule, string, string> Steps =>
        new()
        {
            { Start, "2026-02-28", "2026-02-28" },
            { Start.AddDays(0), "2026-02-28", "2026-02-28" },
            { Start.AddDays(1), "2026-02-28", "2026-03-01" },
            { Start.AddDays(1), "2024-02-28", "2024-02-29" },
            { Start.AddDays(-1), "2026-01-01", "2025-12-31" },
            { Start.AddWeeks(2), "2026-12-20", "2027-01-03" },
            { Start.AddWeeks(-1), "2026-01-05", "2025-12-29" },
            { Start.AddMonths(1), "2026-01-31", "2026-02-28" },
            { Start.AddMonths(1), "2024-01-31", "2024-02-29" },
            { Start.AddMonths(1), "2026-02-28", "2026-03-28" },
            { Start.AddMonths(1), "2026-01-15", "2026-02-15" },
            { Start.AddMonths(-1), "2026-03-31", "2026-02-28" },
            { Start.AddMonths(13), "2026-12-31", "2028-01-31" },
            { Start.AddMonths(0), "2026-12-31", "2026-12-31" },
            { Start.AddMonths(1).EndOfMonth(), "2026-02-28", "2026-03-31" },
            { Start.EndOfMonth(), "2026-02-01", "2026-02-28" },
            { Start.EndOfMonth(), "2026-02-28", "2026-02-28" },
            { Start.EndOfMonth(), "2026-12-01", "2026-12-31" },
            { Start.SetDay(15), "2026-02-20", "2026-02-15" },
            { Start.SetDay(15), "2026-02-10", "2026-02-15" },
            { Start.SetDay(31), "2026-02-10", "2026-02-28" },
            { Start.SetDay(31), "2026-04-10", "2026-04-30" },
            { Start.SetDay(1), "2026-04-10", "2026-04-01" },
            { Start.NextDay(10, 25), "2026-04-10", "2026-04-10" },
            { Start.NextDay(10, 25), "2026-04-11", "2026-04-25" },
            { Start.NextDay(10, 25), "2026-04-26", "2026-05-10" },
            { Start.NextDay(25, 10), "2026-12-26", "2027-01-10" },
            { Start.NextDay(31), "2026-02-10", "2026-02-28" },
            { Start.NextDay(31), "2026-02-28", "2026-02-28" },
            { Start.NextDay(31), "2026-04-30", "2026-04-30" },
            { Start.NextDay(30, 31), "2026-02-28", "2026-02-28" },
            { Start.NextDay(29), "2026-03-30", "2026-04-29" },
            { Start.NextDay(31), "2026-01-31", "2026-01-31" },
            { Start.NextDay(31, 5), "2026-02-06", "2026-02-28" },
            { Start.NextDay(30), "2026-01-31", "2026-02-28" },
            { Start.NextDay(1), "2026-01-31", "2026-02-01" },
            // The order written: a month, then thirty days, is not thirty days, then a month.
            { Start.AddMonths(1).AddDays(30), "2011-10-01", "2011-12-01" },
            { Start.AddDays(30).AddMonths(1), "2011-10-01", "2011-11-30" },
            { Start.EndOfMonth().AddDays(10), "2026-02-03", "2026-03-10" },
            { Start.AddDays(10).EndOfMonth(), "2026-02-20", "2026-03-31" },
            { Start.NextDay(10).AddDays(5), "2026-02-11", "2026-03-15" },
            { Start.AddMonths(2).SetDay(15), "2026-01-31", "2026-03-15" },
        };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Steps_run_in_the_order_written(DueRule rule, string from, string expected) => DueOf(rule, from).Should().Be(expected);

    public static TheoryData<int, string, string> WorkingDays =>
        new()
        {
            // 2026-04-30 is a Thursday; 1 May and 11 May are off besides the weekends.
            { 0, "2026-05-02", "2026-05-02" },
            { 1, "2026-04-30", "2026-05-04" },
            { 1, "2026-05-02", "2026-05-04" },
            { 5, "2026-04-30", "2026-05-08" },
            { 6, "2026-04-30", "2026-05-12" },
            { -1, "2026-05-04", "2026-04-30" },
            { -1, "2026-05-03", "2026-04-30" },
            { -2, "2026-05-12", "2026-05-07" },
            // A worked Saturday counts: 2024-11-02 in exchange for a Monday.
            { 1, "2024-11-01", "2024-11-02" },
            { 2, "2024-11-01", "2024-11-05" },
        };

    [Theory]
    [MemberData(nameof(WorkingDays))]
    public void Working_days_do_not_count_the_day_itself(int count, string from, string expected) =>
        DueOf(Start.AddWorkingDays(count), from, calendar: ProductionCalendar.Russia).Should().Be(expected);

    [Theory]
    [InlineData(TermsBaseDate.Order, "2026-01-11")]
    [InlineData(TermsBaseDate.Shipment, "2026-02-11")]
    [InlineData(TermsBaseDate.Invoice, "2026-03-11")]
    public void A_line_counts_from_its_own_base_date(TermsBaseDate baseDate, string expected)
    {
        var terms = PaymentTerms.FromLines(Remainder(Start.AddDays(10)) with { BaseDate = baseDate });
        var dates = new TermsDates
        {
            Order = Day("2026-01-01"),
            Shipment = Day("2026-02-01"),
            Invoice = Day("2026-03-01"),
        };

        var installment = terms.Schedule(Money.Rub(1m), dates).Installments[0];

        Iso(installment.Due).Should().Be(expected);
        installment.BaseDate.Should().Be(baseDate);
        installment.IsPending.Should().BeFalse();
    }

    [Theory]
    [InlineData(TermsBaseDate.Order)]
    [InlineData(TermsBaseDate.Shipment)]
    [InlineData(TermsBaseDate.Invoice)]
    public void A_base_date_that_is_not_known_makes_the_due_date_pending(TermsBaseDate missing)
    {
        var known = Day("2026-01-01");
        var dates = new TermsDates
        {
            Order = missing == TermsBaseDate.Order ? null : known,
            Shipment = missing == TermsBaseDate.Shipment ? null : known,
            Invoice = missing == TermsBaseDate.Invoice ? null : known,
        };
        var terms = PaymentTerms.FromLines(Remainder(Start.AddDays(10)) with { BaseDate = missing });

        var installment = terms.Schedule(Money.Rub(1m), dates).Installments[0];

        installment.Due.Should().BeNull();
        installment.IsPending.Should().BeTrue();
    }

    public static TheoryData<DueRule, string, string> Overflows =>
        new()
        {
            { Start.AddDays(10_000_000), "2026-01-01", "Line 1: The step 'addDays 10000000' from 2026-01-01 leaves the years 1 to 9999." },
            {
                Start.AddDays(int.MinValue),
                "2026-01-01",
                "Line 1: The step 'addDays -2147483648' from 2026-01-01 leaves the years 1 to 9999."
            },
            {
                Start.AddWeeks(int.MaxValue),
                "2026-01-01",
                "Line 1: The step 'addWeeks 2147483647' from 2026-01-01 leaves the years 1 to 9999."
            },
            {
                Start.AddMonths(int.MaxValue),
                "2026-01-01",
                "Line 1: The step 'addMonths 2147483647' from 2026-01-01 leaves the years 1 to 9999."
            },
            {
                Start.AddMonths(-2026 * 12),
                "2026-01-01",
                "Line 1: The step 'addMonths -24312' from 2026-01-01 leaves the years 1 to 9999."
            },
            { Start.AddDays(1), "9999-12-31", "Line 1: The step 'addDays 1' from 9999-12-31 leaves the years 1 to 9999." },
            { Start.AddDays(-1).AddDays(-1), "0001-01-02", "Line 1: The step 'addDays -1' from 0001-01-01 leaves the years 1 to 9999." },
            { Start.NextDay(1), "9999-12-31", "Line 1: The step 'nextDay 1' from 9999-12-31 leaves the years 1 to 9999." },
            {
                Start.AddWorkingDays(int.MaxValue),
                "9990-01-01",
                "Line 1: Counting working days from 9990-01-01 in the calendar own leaves the years 1 to 9999."
            },
            {
                Start.AddWorkingDays(-3),
                "0001-01-03",
                "Line 1: Counting working days from 0001-01-03 in the calendar own leaves the years 1 to 9999."
            },
        };

    [Theory]
    [MemberData(nameof(Overflows))]
    public void A_step_out_of_the_calendar_is_an_error_of_the_terms(DueRule rule, string from, string message)
    {
        var problem = ProblemOf(PaymentTerms.FromLines(Remainder(rule)), Money.Rub(1m), Ordered(from), WorkingCalendar.FromDays([]));

        problem.Kind.Should().Be(PaymentTermsProblemKind.Terms);
        problem.Message.Should().Be(message);
    }

    [Fact]
    public void The_first_and_the_last_month_can_be_reached()
    {
        DueOf(Start.AddMonths((-2025 * 12) - 11), "2026-12-31").Should().Be("0001-01-31");
        DueOf(Start.AddMonths((7973 * 12) + 11), "2026-01-31").Should().Be("9999-12-31");
        DueOf(Start.AddDays(-1), "0001-01-02").Should().Be("0001-01-01");
        DueOf(Start.AddDays(1), "9999-12-30").Should().Be("9999-12-31");
        DueOf(Start.NextDay(31), "9999-12-30").Should().Be("9999-12-31");
    }

    public static TheoryData<LocalDate, TermsBaseDate, string> BadDates =>
        new()
        {
            {
                new LocalDate(1, 1, 1),
                TermsBaseDate.Shipment,
                "Line 1: The Shipment date is 0001-01-01: give a date of the ISO calendar in the years 1 to 9999, and none where it is not known (0001-01-01 is 1C's empty date)."
            },
            {
                new LocalDate(0, 12, 31),
                TermsBaseDate.Order,
                "Line 1: The Order date is 0000-12-31: give a date of the ISO calendar in the years 1 to 9999, and none where it is not known (0001-01-01 is 1C's empty date)."
            },
            {
                new LocalDate(2026, 1, 1, CalendarSystem.Julian),
                TermsBaseDate.Invoice,
                "Line 1: The Invoice date is 2026-01-01: give a date of the ISO calendar in the years 1 to 9999, and none where it is not known (0001-01-01 is 1C's empty date)."
            },
        };

    [Theory]
    [MemberData(nameof(BadDates))]
    public void A_base_date_that_is_none_is_refused(LocalDate date, TermsBaseDate baseDate, string message)
    {
        var dates = new TermsDates
        {
            Order = date,
            Shipment = date,
            Invoice = date,
        };

        var problem = ProblemOf(PaymentTerms.FromLines(Remainder() with { BaseDate = baseDate }), Money.Rub(1m), dates);

        problem.Kind.Should().Be(PaymentTermsProblemKind.Date);
        problem.Message.Should().Be(message);
    }

    [Fact]
    public void A_bad_date_that_no_line_needs_does_no_harm() =>
        PaymentTerms
            .Prepay()
            .Schedule(Money.Rub(1m), new TermsDates { Order = Day("2026-01-01"), Shipment = default(LocalDate) })
            .FinalDue.Should()
            .Be(Day("2026-01-01"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    public void Working_days_without_a_calendar_are_an_error_even_while_the_line_is_pending(int count)
    {
        var terms = PaymentTerms.FromLines(Percent(10m), Remainder(Start.AddWorkingDays(count)) with { BaseDate = TermsBaseDate.Shipment });

        var problem = ProblemOf(terms, Money.Rub(1m), Ordered("2026-01-01"));

        problem.Kind.Should().Be(PaymentTermsProblemKind.Calendar);
        problem
            .Message.Should()
            .Be("Line 2: The line counts working days and there is no calendar: give one, such as ProductionCalendar.Russia.");
    }
}
