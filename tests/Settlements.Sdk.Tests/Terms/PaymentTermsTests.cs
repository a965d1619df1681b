using Settlements.Terms;
using static Settlements.Tests.Terms.Given;

namespace Settlements.Tests.Terms;

public sealed class PaymentTermsTests
{
    [Fact]
    public void Prepay_is_one_line_the_whole_without_steps() => PaymentTerms.Prepay().Should().Be(PaymentTerms.FromLines(Remainder()));

    [Fact]
    public void Deferred_is_the_whole_after_the_days() =>
        PaymentTerms.Deferred(14).Should().Be(PaymentTerms.FromLines(Remainder(DueRule.OnBaseDate.AddDays(14))));

    [Fact]
    public void Mixed_is_the_percent_without_steps_then_the_remainder_after_the_days() =>
        PaymentTerms.Mixed(30.5m, 14).Should().Be(PaymentTerms.FromLines(Percent(30.5m), Remainder(DueRule.OnBaseDate.AddDays(14))));

    public static TheoryData<Action, PaymentTermsProblemKind, string> Refused =>
        new()
        {
            {
                () => PaymentTerms.Deferred(0),
                PaymentTermsProblemKind.Terms,
                "A deferral of 0 days: it must be 1 day or more. Payment at once is prepayment."
            },
            {
                () => PaymentTerms.Deferred(-1),
                PaymentTermsProblemKind.Terms,
                "A deferral of -1 days: it must be 1 day or more. Payment at once is prepayment."
            },
            {
                () => PaymentTerms.Mixed(30m, 0),
                PaymentTermsProblemKind.Terms,
                "A deferral of 0 days: it must be 1 day or more. Payment at once is prepayment."
            },
            {
                () => PaymentTerms.Mixed(0m, 14),
                PaymentTermsProblemKind.Terms,
                "A prepayment of 0 percent: it must be above 0 and below 100. At 0 the terms are deferred, at 100 prepaid."
            },
            {
                () => PaymentTerms.Mixed(100.0m, 14),
                PaymentTermsProblemKind.Terms,
                "A prepayment of 100 percent: it must be above 0 and below 100. At 0 the terms are deferred, at 100 prepaid."
            },
            {
                () => PaymentTerms.FromLines(),
                PaymentTermsProblemKind.Terms,
                "The terms have no line: give at least one, such as the remainder due on the order date."
            },
            {
                () => PaymentTerms.FromLines(Remainder(), Percent(10m)),
                PaymentTermsProblemKind.Terms,
                "Line 1: The remainder takes everything that is left, so it can only stand once, on the last line."
            },
            {
                () => PaymentTerms.FromLines(Percent(10m), Remainder(), Remainder()),
                PaymentTermsProblemKind.Terms,
                "Line 2: The remainder takes everything that is left, so it can only stand once, on the last line."
            },
            {
                () => PaymentTerms.FromLines(Remainder() with { BaseDate = (TermsBaseDate)7 }),
                PaymentTermsProblemKind.Terms,
                "Line 1: BaseDate has the value 7, which is none of its kinds."
            },
            {
                () => PaymentTerms.FromLines(Percent(10m), Remainder() with { StatedKind = (InstallmentKind)9 }),
                PaymentTermsProblemKind.Terms,
                "Line 2: StatedKind has the value 9, which is none of its kinds."
            },
            {
                () => PaymentShare.PercentOfTotal(-0.01m),
                PaymentTermsProblemKind.Terms,
                "A share of -0.01 percent: it must be from 0 to 100."
            },
            {
                () => PaymentShare.PercentOfTotal(100.01m),
                PaymentTermsProblemKind.Terms,
                "A share of 100.01 percent: it must be from 0 to 100."
            },
            {
                () => PaymentShare.PercentOfRemainder(-1m),
                PaymentTermsProblemKind.Terms,
                "A share of -1 percent: it must be from 0 to 100."
            },
            {
                () => PaymentShare.PercentOfRemainder(101m),
                PaymentTermsProblemKind.Terms,
                "A share of 101 percent: it must be from 0 to 100."
            },
            { () => PaymentShare.Fixed(-5m), PaymentTermsProblemKind.Amount, "A fixed share of -5: it must be zero or more." },
            { () => PaymentShare.Fixed(Money.Rub(-5m)), PaymentTermsProblemKind.Amount, "A fixed share of -5: it must be zero or more." },
            {
                () => PaymentShare.Fixed(Money.Rub(5.005m)),
                PaymentTermsProblemKind.Amount,
                "A fixed share of 5.005 RUB: RUB has 2 digits after the point."
            },
            { () => DueStep.SetDay(0), PaymentTermsProblemKind.Terms, "Day 0 of a month: it must be from 1 to 31." },
            { () => DueStep.SetDay(32), PaymentTermsProblemKind.Terms, "Day 32 of a month: it must be from 1 to 31." },
            { () => DueStep.NextDay(10, 0), PaymentTermsProblemKind.Terms, "Day 0 of a month: it must be from 1 to 31." },
            { () => DueStep.NextDay(32), PaymentTermsProblemKind.Terms, "Day 32 of a month: it must be from 1 to 31." },
            {
                () => DueStep.NextDay(),
                PaymentTermsProblemKind.Terms,
                "The list of pay days is empty: give at least one day from 1 to 31."
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_terms_is_refused_with_the_reason(Action make, PaymentTermsProblemKind kind, string message)
    {
        var thrown = make.Should().Throw<PaymentTermsException>().Which;

        thrown.Message.Should().Be(message);
        thrown.Problem.Kind.Should().Be(kind);
        thrown.Problem.Message.Should().Be(message);
    }

    [Fact]
    public void Percents_of_zero_and_a_hundred_and_fixed_zero_are_shares()
    {
        PaymentShare.PercentOfTotal(0m).Value.Should().Be(0m);
        PaymentShare.PercentOfRemainder(100m).Value.Should().Be(100m);
        PaymentShare.Fixed(0m).Currency.Should().BeNull();
        PaymentShare.Fixed(Money.Rub(0m)).Currency.Should().Be(Currency.Rub);
        PaymentShare.Remainder.Kind.Should().Be(PaymentShareKind.Remainder);
    }

    public static TheoryData<DueRule, InstallmentKind> Kinds =>
        new()
        {
            { DueRule.OnBaseDate, InstallmentKind.Prepayment },
            { DueRule.FromSteps([]), InstallmentKind.Prepayment },
            { DueRule.OnBaseDate.AddDays(-3), InstallmentKind.Prepayment },
            { DueRule.OnBaseDate.AddDays(-3).AddWeeks(-1).AddMonths(-1).AddWorkingDays(-2), InstallmentKind.Prepayment },
            { DueRule.OnBaseDate.AddDays(0), InstallmentKind.Deferred },
            { DueRule.OnBaseDate.AddDays(1), InstallmentKind.Deferred },
            { DueRule.OnBaseDate.AddDays(-3).AddDays(1), InstallmentKind.Deferred },
            { DueRule.OnBaseDate.AddWorkingDays(0), InstallmentKind.Deferred },
            { DueRule.OnBaseDate.AddMonths(-1).EndOfMonth(), InstallmentKind.Deferred },
            { DueRule.OnBaseDate.SetDay(1), InstallmentKind.Deferred },
            { DueRule.OnBaseDate.NextDay(10), InstallmentKind.Deferred },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_line_is_a_prepayment_without_steps_or_with_negative_ones_only(DueRule due, InstallmentKind expected)
    {
        Remainder(due).Kind.Should().Be(expected);
        (Remainder(due) with { NoLaterThanDays = -5 }).Kind.Should().Be(expected);
        (Remainder(due) with { StatedKind = InstallmentKind.Deferred }).Kind.Should().Be(InstallmentKind.Deferred);
        (Remainder(due) with { StatedKind = InstallmentKind.Prepayment }).Kind.Should().Be(InstallmentKind.Prepayment);
    }

    [Fact]
    public void A_stated_kind_counts_in_the_schedule_and_in_the_deferred_part()
    {
        var terms = PaymentTerms.FromLines(
            Percent(30m) with
            {
                StatedKind = InstallmentKind.Deferred,
            },
            Remainder(DueRule.OnBaseDate.AddDays(5)) with
            {
                StatedKind = InstallmentKind.Prepayment,
            }
        );

        terms.DeferredPart(Money.Rub(100m)).Should().Be(Money.Rub(30m));
        terms
            .Schedule(Money.Rub(100m), Ordered("2026-01-01"))
            .Installments.Select(i => i.Kind)
            .Should()
            .Equal(InstallmentKind.Deferred, InstallmentKind.Prepayment);
    }

    [Fact]
    public void Terms_are_equal_by_their_lines_and_their_roll()
    {
        var terms = PaymentTerms.FromLines(Percent(30m), Remainder(DueRule.OnBaseDate.NextDay(25, 10)));
        var same = PaymentTerms.FromLines(Percent(30.0m), Remainder(DueRule.FromSteps([DueStep.NextDay(10, 25, 10)])));

        terms.Equals(same).Should().BeTrue();
        (terms == same).Should().BeTrue();
        terms.GetHashCode().Should().Be(same.GetHashCode());
        terms.Should().NotBe(same.WithRoll(HolidayRoll.Preceding));
        terms.WithRoll(HolidayRoll.Preceding).GetHashCode().Should().NotBe(terms.GetHashCode());
        terms.Should().NotBe(PaymentTerms.FromLines(Percent(30m), Remainder(DueRule.OnBaseDate.NextDay(10))));
        terms.Should().NotBe(PaymentTerms.FromLines(OfRemainder(30m), Remainder(DueRule.OnBaseDate.NextDay(25, 10))));
        PaymentTerms.Deferred(3).Equals(null).Should().BeFalse();
        DueRule.OnBaseDate.AddDays(1).Equals(null).Should().BeFalse();
        DueRule.OnBaseDate.AddDays(1).GetHashCode().Should().NotBe(DueRule.OnBaseDate.AddDays(2).GetHashCode());
        PaymentTerms.Deferred(1).GetHashCode().Should().NotBe(PaymentTerms.Deferred(2).GetHashCode());
    }

    [Fact]
    public void Terms_say_themselves_in_words()
    {
        PaymentTerms.Mixed(30.50m, 14).ToString().Should().Be("30.5% of total: on the base date; remainder: addDays 14");
        PaymentTerms
            .FromLines(
                Line(PaymentShare.Fixed(Money.Rub(5m)), DueRule.OnBaseDate.AddMonths(1).EndOfMonth()),
                Fixed(7m, DueRule.OnBaseDate.AddWeeks(-1)),
                OfRemainder(100m, DueRule.OnBaseDate.AddWorkingDays(3).SetDay(15).NextDay(25, 10))
            )
            .ToString()
            .Should()
            .Be("5.00 RUB: addMonths 1, endOfMonth; 7: addWeeks -1; 100% of remainder: addWorkingDays 3, setDay 15, nextDay 10, 25");
    }

    [Fact]
    public void Steps_can_be_read_back()
    {
        var rule = DueRule.OnBaseDate.AddDays(1).AddWeeks(2).AddMonths(3).AddWorkingDays(4).EndOfMonth().SetDay(6).NextDay(31, 1);

        rule.Steps.Select(s => s.Kind).Should().Equal(Enum.GetValues<DueStepKind>());
        rule.Steps.Select(s => s.Count).Should().Equal(1, 2, 3, 4, 0, 6, 0);
        rule.Steps[^1].Days.Should().Equal(1, 31);
        rule.Steps[0].Days.Should().BeEmpty();
        DueRule.FromSteps(rule.Steps).Should().Be(rule);
    }

    [Fact]
    public void Nulls_are_defects_of_the_program()
    {
        FluentActions
            .Invoking(() => PaymentTerms.FromLines((IEnumerable<PaymentTermsLine>)null!))
            .Should()
            .Throw<ArgumentNullException>()
            .WithParameterName("lines");
        FluentActions.Invoking(() => PaymentTerms.FromLines([null!])).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new PaymentTermsLine(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => DueRule.FromSteps(null!)).Should().Throw<ArgumentNullException>().WithParameterName("steps");
        FluentActions.Invoking(() => DueRule.FromSteps([null!])).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => DueRule.OnBaseDate.Then(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new PaymentTermsException(null!)).Should().Throw<ArgumentNullException>();
        FluentActions
            .Invoking(() => PaymentTerms.Prepay().WithRoll((HolidayRoll)9))
            .Should()
            .Throw<ArgumentOutOfRangeException>()
            .WithMessage("No such roll.*");
    }

    [Fact]
    public void Lines_given_cannot_be_changed_afterwards()
    {
        PaymentTermsLine[] lines = [Percent(30m), Remainder()];
        var terms = PaymentTerms.FromLines(lines);

        lines[0] = Percent(99m);

        terms.Lines[0].Share.Value.Should().Be(30m);
        terms.Lines.Should().NotBeAssignableTo<PaymentTermsLine[]>();
        terms.Schedule(Money.Rub(1m), Ordered("2026-01-01")).Installments.Should().NotBeAssignableTo<Installment[]>();
    }
}
