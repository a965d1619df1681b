using NodaTime;
using Settlements.Terms;
using static Settlements.Tests.Terms.Given;

namespace Settlements.Tests.Terms;

public sealed class PaymentScheduleTests
{
    private static readonly LocalDate Today = new(2026, 11, 21);

    /// <summary>30.00 on 1 December, 20.00 at once, nothing at once, 50.00 after the shipment.</summary>
    private static readonly PaymentTerms Four = PaymentTerms.FromLines(
        Percent(30m, DueRule.OnBaseDate.AddDays(10)),
        Percent(20m),
        Fixed(0m),
        Remainder(DueRule.OnBaseDate.AddDays(5)) with
        {
            BaseDate = TermsBaseDate.Shipment,
        }
    );

    [Fact]
    public void The_final_due_date_is_the_latest_wherever_it_stands()
    {
        var dates = new TermsDates { Order = Today, Shipment = Day("2026-11-22") };

        Four.Schedule(Money.Rub(100m), dates).FinalDue.Should().Be(Day("2026-12-01"));
        PaymentTerms.Mixed(30m, 14).Schedule(Money.Rub(100m), dates).FinalDue.Should().Be(Day("2026-12-05"));
        PaymentTerms.Prepay().Schedule(Money.Rub(100m), dates).FinalDue.Should().Be(Today);
    }

    [Fact]
    public void There_is_no_final_due_date_while_a_part_is_pending()
    {
        Four.Schedule(Money.Rub(100m), TermsDates.OrderedOn(Today)).FinalDue.Should().BeNull();
        Four.Schedule(Money.Rub(100m), new TermsDates { Shipment = Today }).FinalDue.Should().BeNull();
    }

    [Fact]
    public void Instalments_keep_the_order_of_the_lines_and_their_numbers()
    {
        var schedule = Four.Schedule(Money.Rub(100m), TermsDates.OrderedOn(Today));

        schedule.Installments.Select(i => i.Line).Should().Equal(1, 2, 3, 4);
        schedule.Amounts().Should().Equal(30m, 20m, 0m, 50m);
        schedule.Dues().Should().Equal("2026-12-01", "2026-11-21", "2026-11-21", null);
        schedule
            .Installments.Select(i => i.Kind)
            .Should()
            .Equal(InstallmentKind.Deferred, InstallmentKind.Prepayment, InstallmentKind.Prepayment, InstallmentKind.Deferred);
        schedule.Installments[3].BaseDate.Should().Be(TermsBaseDate.Shipment);
    }

    [Theory]
    [InlineData("0", 2, "20.00", 0)]
    [InlineData("19.99", 2, "0.01", 0)]
    [InlineData("20", 1, "30.00", 10)]
    [InlineData("45", 1, "5.00", 10)]
    [InlineData("50", 4, "50.00", null)]
    [InlineData("99.99", 4, "0.01", null)]
    public void Money_covers_the_earliest_due_first_and_the_pending_last(string paid, int line, string open, int? daysLeft)
    {
        var schedule = Four.Schedule(Money.Rub(100m), TermsDates.OrderedOn(Today));

        var next = schedule.NextDue(Today, Money.Rub(decimal.Parse(paid, System.Globalization.CultureInfo.InvariantCulture)))!;

        next.Installment.Line.Should().Be(line);
        next.Open.ToAmountString().Should().Be(open);
        next.DaysLeft.Should().Be(daysLeft);
        next.Due.Should().Be(next.Installment.Due);
        next.IsOverdue.Should().BeFalse();
    }

    [Theory]
    [InlineData("2026-11-20", 1, false)]
    [InlineData("2026-11-21", 0, false)]
    [InlineData("2026-11-22", -1, true)]
    [InlineData("2026-12-22", -31, true)]
    public void What_is_overdue_is_next_and_says_so(string today, int daysLeft, bool overdue)
    {
        var next = PaymentTerms.Mixed(30m, 14).Schedule(Money.Rub(100m), TermsDates.OrderedOn(Today)).NextDue(Day(today), Money.Rub(0m))!;

        next.Installment.Line.Should().Be(1);
        next.DaysLeft.Should().Be(daysLeft);
        next.IsOverdue.Should().Be(overdue);
    }

    [Fact]
    public void Equal_dates_are_covered_in_the_order_of_the_lines()
    {
        var schedule = PaymentTerms
            .FromLines(Percent(10m), Percent(20m), Remainder())
            .Schedule(Money.Rub(100m), TermsDates.OrderedOn(Today));

        schedule.NextDue(Today, Money.Rub(5m))!.Installment.Line.Should().Be(1);
        schedule.NextDue(Today, Money.Rub(10m))!.Installment.Line.Should().Be(2);
        schedule.NextDue(Today, Money.Rub(30m))!.Installment.Line.Should().Be(3);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(150)]
    public void Nothing_is_next_when_all_is_paid(int paid) =>
        Four.Schedule(Money.Rub(100m), TermsDates.OrderedOn(Today)).NextDue(Today, Money.Rub(paid)).Should().BeNull();

    [Fact]
    public void Nothing_is_next_of_an_order_of_zero() =>
        PaymentTerms.Deferred(5).Schedule(Money.Rub(0m), TermsDates.OrderedOn(Today)).NextDue(Today, Money.Rub(0m)).Should().BeNull();

    [Fact]
    public void Money_that_cannot_have_been_paid_is_refused()
    {
        var schedule = PaymentTerms.Prepay().Schedule(Money.Rub(100m), TermsDates.OrderedOn(Today));

        FluentActions
            .Invoking(() => schedule.NextDue(Today, Money.Rub(-1m)))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("-1.00 RUB cannot have been paid for an order of 100.00 RUB: give zero or more in RUB.*")
            .WithParameterName("paid");
        FluentActions
            .Invoking(() => schedule.NextDue(Today, new Money(1m, Currency.Usd)))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("1.00 USD cannot have been paid*");
        FluentActions.Invoking(() => schedule.NextDue(Today, default)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Invoices_are_issued_at_once_with_their_payment_date_and_later_when_a_line_waits()
    {
        var invoices = Four.Schedule(Money.Rub(100m), TermsDates.OrderedOn(Today)).ToInvoices();

        invoices
            .Should()
            .Equal(
                new ScheduledInvoice(1, Money.Rub(30m), Day("2026-12-01"), null, InstallmentKind.Deferred),
                new ScheduledInvoice(2, Money.Rub(20m), Today, null, InstallmentKind.Prepayment),
                new ScheduledInvoice(4, Money.Rub(50m), null, TermsBaseDate.Shipment, InstallmentKind.Deferred)
            );
        invoices.Select(i => i.IssueNow).Should().Equal(true, true, false);
    }

    [Fact]
    public void An_order_of_zero_needs_no_invoice() =>
        PaymentTerms.Mixed(30m, 5).Schedule(Money.Rub(0m), TermsDates.OrderedOn(Today)).ToInvoices().Should().BeEmpty();
}
