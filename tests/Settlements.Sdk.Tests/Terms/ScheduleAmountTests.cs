using NodaTime;
using Settlements.Terms;
using static Settlements.Tests.Terms.Given;

namespace Settlements.Tests.Terms;

public sealed class ScheduleAmountTests
{
    private static readonly TermsDates Dates = Ordered("2026-11-21");

    [Fact]
    public void Mixed_terms_take_the_prepayment_at_once_and_the_rest_rolled_to_a_working_day()
    {
        var terms = PaymentTerms.Mixed(30m, 14).WithRoll(HolidayRoll.Following);

        var schedule = terms.Schedule(Money.Rub(1000m), Dates, ProductionCalendar.Russia);

        schedule.Amounts().Should().Equal(300m, 700m);
        schedule.Dues().Should().Equal("2026-11-21", "2026-12-07");
        schedule.Installments.Select(i => i.Kind).Should().Equal(InstallmentKind.Prepayment, InstallmentKind.Deferred);
        schedule.FinalDue.Should().Be(new LocalDate(2026, 12, 7));
    }

    [Fact]
    public void Four_parts_round_one_by_one_and_the_last_takes_the_rest()
    {
        var terms = PaymentTerms.FromLines(
            Percent(25m, DueRule.OnBaseDate.AddDays(30)),
            OfRemainder(25m, DueRule.OnBaseDate.AddMonths(1).EndOfMonth()),
            Fixed(396.84m, DueRule.OnBaseDate.AddMonths(1).AddDays(30)),
            Remainder(DueRule.OnBaseDate.AddMonths(2).SetDay(15)) with
            {
                BaseDate = TermsBaseDate.Shipment,
            }
        );

        var schedule = terms.Schedule(Money.Rub(1587.35m), Ordered("2011-10-01"));

        schedule.Amounts().Should().Equal(396.84m, 297.63m, 396.84m, 496.04m);
        schedule.Dues().Should().Equal("2011-10-31", "2011-11-30", "2011-12-01", null);
        schedule.FinalDue.Should().BeNull();
    }

    public static TheoryData<string, PaymentTermsLine[], decimal, string, decimal[]> Splits =>
        new()
        {
            { "zero over two lines", [Percent(30m), Remainder()], 0m, "RUB", [0m, 0m] },
            { "zero by percents alone", [Percent(30m), Percent(70m)], 0m, "RUB", [0m, 0m] },
            { "zero is the whole of any percent of zero", [Percent(50m)], 0m, "RUB", [0m] },
            { "one kopeck over three thirds", [Percent(33.33m), Percent(33.33m), Percent(33.34m)], 0.01m, "RUB", [0m, 0m, 0.01m] },
            {
                "one kopeck goes to the first half, half away from zero",
                [Percent(50m), Percent(50m), Remainder()],
                0.01m,
                "RUB",
                [0.01m, 0m, 0m]
            },
            { "a rounded share is capped at what is left", [Percent(50m), Percent(50m)], 0.01m, "RUB", [0.01m, 0m] },
            {
                "a share is capped at what is left above the last line too",
                [Percent(25m), Percent(25m), Percent(25m), Percent(25m)],
                0.02m,
                "RUB",
                [0.01m, 0.01m, 0m, 0m]
            },
            { "half a kopeck rounds up", [Percent(50m), Remainder()], 0.05m, "RUB", [0.03m, 0.02m] },
            { "below half a kopeck rounds down", [Percent(49.9m), Remainder()], 0.05m, "RUB", [0.02m, 0.03m] },
            { "yen have no fraction", [Percent(33m), Percent(33m), Remainder()], 100m, "JPY", [33m, 33m, 34m] },
            { "one yen", [Percent(33m), Percent(33m), Remainder()], 1m, "JPY", [0m, 0m, 1m] },
            { "half a yen rounds up", [Percent(50m), Remainder()], 3m, "JPY", [2m, 1m] },
            { "dinars have three digits", [Percent(33.3m), Remainder()], 1.001m, "KWD", [0.333m, 0.668m] },
            { "one fils over three lines", [Percent(10m), Percent(10m), Remainder()], 0.001m, "KWD", [0m, 0m, 0.001m] },
            { "fixed shares may be the whole", [Fixed(60m), Fixed(40m)], 100m, "RUB", [60m, 40m] },
            { "a percent of nothing left is nothing", [Fixed(100m), OfRemainder(50m), Remainder()], 100m, "RUB", [100m, 0m, 0m] },
            { "a remainder may be zero", [Percent(100m), Remainder()], 100m, "RUB", [100m, 0m] },
            { "zero percent is a line like others", [Percent(0m), Remainder()], 100m, "RUB", [0m, 100m] },
            { "all of what is left", [Percent(30m), OfRemainder(100m)], 100m, "RUB", [30m, 70m] },
            {
                "percents of what is left, one after another",
                [OfRemainder(50m), OfRemainder(50m), OfRemainder(100m)],
                100m,
                "RUB",
                [50m, 25m, 25m]
            },
            {
                "what is left is exact: half a kopeck more makes 0.50985",
                [Percent(50m), OfRemainder(99m), Remainder()],
                1.03m,
                "RUB",
                [0.52m, 0.51m, 0m]
            },
            {
                "many digits are exact",
                [Percent(33.33333333333333333333m), Percent(33.33333333333333333333m), Percent(33.33333333333333333334m)],
                1587.35m,
                "RUB",
                [529.12m, 529.12m, 529.11m]
            },
            {
                "the largest total",
                [Percent(50m), Remainder()],
                792281625142643375935439503.35m,
                "RUB",
                [396140812571321687967719751.68m, 396140812571321687967719751.67m]
            },
            {
                "the largest total by percents of many digits",
                [Percent(33.33333333333333333333m), Percent(66.66666666666666666667m)],
                792281625142643375935439503.35m,
                "RUB",
                [264093875047547791978453425.06m, 528187750095095583956986078.29m]
            },
            { "trailing zeros are no digits", [Percent(50.0000m), Fixed(50.000m)], 100.0000m, "RUB", [50m, 50m] },
        };

    [Theory]
    [MemberData(nameof(Splits))]
    public void Splits_a_total(string name, PaymentTermsLine[] lines, decimal total, string currency, decimal[] expected)
    {
        var terms = PaymentTerms.FromLines(lines);
        var money = new Money(total, Currency.Parse(currency));

        var schedule = terms.Schedule(money, Dates);

        schedule.Amounts().Should().Equal(expected, name);
        schedule.Amounts().Sum().Should().Be(total);
        schedule.Installments.Should().OnlyContain(i => i.Amount.Currency == money.Currency && i.Amount.IsWholeMinorUnits);
        schedule.Total.Should().Be(money);
    }

    [Fact]
    public void A_share_stays_exact_through_many_lines()
    {
        // Eleven halvings of what is left need 22 digits of fraction; the last percent is exactly what they leave.
        var halves = Enumerable.Range(0, 11).Select(_ => OfRemainder(50m));
        var terms = PaymentTerms.FromLines([.. halves, Percent(100m / 2048m)]);

        var schedule = terms.Schedule(Money.Rub(1000000.01m), Dates);

        schedule.Amounts().Sum().Should().Be(1000000.01m);
        schedule.Amounts()[^1].Should().Be(488.28m);
    }

    [Fact]
    public void More_lines_than_fit_the_stack_split_as_well()
    {
        var terms = PaymentTerms.FromLines(Enumerable.Range(0, 20).Select(_ => Percent(5m, DueRule.OnBaseDate.AddDays(1))));

        terms.Schedule(Money.Rub(100m), Dates).Amounts().Should().Equal(Enumerable.Repeat(5m, 20));
        terms.DeferredPart(Money.Rub(100m)).Should().Be(Money.Rub(100m));
    }

    public static TheoryData<PaymentTermsLine[], decimal, string> NoWholes =>
        new()
        {
            {
                [Percent(50m)],
                100m,
                "Line 1: After this last line 50.00 of 100.00 RUB are left: the lines make less than the whole. Let the last line take the remainder."
            },
            {
                [Percent(33.33m), Percent(33.33m), Percent(33.33m)],
                0.01m,
                "Line 3: After this last line 0.000001 of 0.01 RUB are left: the lines make less than the whole. Let the last line take the remainder."
            },
            {
                [Percent(33.33333333333333333333m), Percent(33.33333333333333333333m), Percent(33.33333333333333333333m)],
                1m,
                "Line 3: After this last line 0.0000000000000000000001 of 1.00 RUB are left: the lines make less than the whole. Let the last line take the remainder."
            },
            {
                [Percent(60m), Percent(60m)],
                100m,
                "Line 2: The share is 60.00 RUB, but the lines above leave 40.00 of 100.00 RUB: the lines make more than the whole."
            },
            {
                [Percent(60m), Percent(60m), Remainder()],
                100m,
                "Line 2: The share is 60.00 RUB, but the lines above leave 40.00 of 100.00 RUB: the lines make more than the whole."
            },
            {
                [Percent(60m), Fixed(40.01m), Remainder()],
                100m,
                "Line 2: The share is 40.01 RUB, but the lines above leave 40.00 of 100.00 RUB: the lines make more than the whole."
            },
            {
                [Percent(50.001m), Percent(50m), Remainder()],
                100m,
                "Line 2: The share is 50.00 RUB, but the lines above leave 49.999 of 100.00 RUB: the lines make more than the whole."
            },
            {
                [Fixed(150m), OfRemainder(100m)],
                100m,
                "Line 1: The share is 150.00 RUB, but the lines above leave 100.00 of 100.00 RUB: the lines make more than the whole."
            },
            {
                [Fixed(0.01m)],
                0m,
                "Line 1: The share is 0.01 RUB, but the lines above leave 0.00 of 0.00 RUB: the lines make more than the whole."
            },
        };

    [Theory]
    [MemberData(nameof(NoWholes))]
    public void Lines_that_make_no_whole_are_refused_with_the_line_and_the_reason(PaymentTermsLine[] lines, decimal total, string message)
    {
        var terms = PaymentTerms.FromLines(lines);

        var problem = ProblemOf(terms, Money.Rub(total), Dates);

        problem.Kind.Should().Be(PaymentTermsProblemKind.Terms);
        problem.Message.Should().Be(message);
        FluentActions
            .Invoking(() => terms.DeferredPart(Money.Rub(total)))
            .Should()
            .Throw<PaymentTermsException>()
            .Which.Problem.Should()
            .Be(problem);
    }

    public static TheoryData<decimal, string, string> BadTotals =>
        new()
        {
            { -0.01m, "RUB", "A total of -0.01 RUB: it must be zero or more. A return has terms of its own." },
            { 1.005m, "RUB", "A total of 1.005 RUB: RUB has 2 digits after the point. Round it first." },
            { 1.5m, "JPY", "A total of 1.5 JPY: JPY has 0 digits after the point. Round it first." },
            { 1.0005m, "KWD", "A total of 1.0005 KWD: KWD has 3 digits after the point. Round it first." },
            {
                792281625142643375935439503.4m,
                "RUB",
                "A total of 792281625142643375935439503.40 RUB is too large to be counted in minor units of RUB."
            },
        };

    [Theory]
    [MemberData(nameof(BadTotals))]
    public void A_total_that_is_no_amount_of_its_currency_is_refused(decimal total, string currency, string message)
    {
        var problem = ProblemOf(PaymentTerms.Prepay(), new Money(total, Currency.Parse(currency)), Dates);

        problem.Should().Be(new PaymentTermsProblem(PaymentTermsProblemKind.Amount, message));
    }

    [Fact]
    public void The_total_is_looked_at_before_the_lines() =>
        ProblemOf(PaymentTerms.FromLines(Fixed(1.005m), Remainder()), Money.Rub(-1m), Dates)
            .Message.Should()
            .Be("A total of -1.00 RUB: it must be zero or more. A return has terms of its own.");

    [Fact]
    public void An_amount_without_a_fraction_is_said_without_a_point() =>
        ProblemOf(PaymentTerms.FromLines(Percent(50m)), new Money(100m, Jpy), Dates)
            .Message.Should()
            .StartWith("Line 1: After this last line 50 of 100 JPY are left");

    [Fact]
    public void An_unassigned_total_is_a_defect_of_the_program() =>
        FluentActions.Invoking(() => PaymentTerms.Prepay().Schedule(default, Dates)).Should().Throw<InvalidOperationException>();

    [Fact]
    public void A_fixed_share_with_more_digits_than_the_totals_currency_is_refused()
    {
        var problem = ProblemOf(PaymentTerms.FromLines(Fixed(1.5m), Remainder()), new Money(100m, Jpy), Dates);

        problem.Kind.Should().Be(PaymentTermsProblemKind.Amount);
        problem.Message.Should().Be("Line 1: A fixed share of 1.5 JPY: JPY has 0 digits after the point.");
    }

    [Fact]
    public void A_fixed_share_in_another_currency_is_refused()
    {
        var terms = PaymentTerms.FromLines(Line(PaymentShare.Fixed(Money.Rub(10m))), Remainder());

        terms.Schedule(Money.Rub(100m), Dates).Amounts().Should().Equal(10m, 90m);
        var problem = ProblemOf(terms, new Money(100m, Currency.Usd), Dates);
        problem.Kind.Should().Be(PaymentTermsProblemKind.Currency);
        problem
            .Message.Should()
            .Be("Line 1: A fixed share of 10.00 RUB and a total in USD: convert the share, or keep terms for each currency.");
    }

    [Theory]
    [InlineData(0, "1000.00")]
    [InlineData(1, "700.00")]
    [InlineData(2, "0.00")]
    public void The_deferred_part_is_what_the_schedule_defers(int which, string expected)
    {
        PaymentTerms[] all = [PaymentTerms.Deferred(10), PaymentTerms.Mixed(30m, 10), PaymentTerms.Prepay()];

        all[which].DeferredPart(Money.Rub(1000m)).ToAmountString().Should().Be(expected);
        all[which].Schedule(Money.Rub(1000m), Dates).Deferred.ToAmountString().Should().Be(expected);
        all[which].Schedule(Money.Rub(1000m), Dates).Prepayment.Should().Be(Money.Rub(1000m) - all[which].DeferredPart(Money.Rub(1000m)));
    }
}
