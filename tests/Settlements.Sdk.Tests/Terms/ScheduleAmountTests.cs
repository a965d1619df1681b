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

    [Fact]
    public void Half_of_a_total_is_no_whole()
    {
        var problem = ProblemOf(PaymentTerms.FromLines(Percent(50m)), Money.Rub(100m), Dates);

        problem.Kind.Should().Be(PaymentTermsProblemKind.Terms);
        problem
            .Message.Should()
            .Be(
                "Line 1: After this last line 50.00 of 100.00 RUB are left: the lines make less than the whole. Let the last line take the remainder."
            );
    }
}
