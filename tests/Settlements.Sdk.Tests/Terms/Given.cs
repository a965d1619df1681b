using NodaTime;
using NodaTime.Text;
using Settlements.Terms;

namespace Settlements.Tests.Terms;

/// <summary>Short words for the tests of terms.</summary>
internal static class Given
{
    internal static readonly Currency Jpy = Currency.Parse("JPY");
    internal static readonly Currency Kwd = Currency.Parse("KWD");

    internal static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).GetValueOrThrow();

    internal static TermsDates Ordered(string iso) => TermsDates.OrderedOn(Day(iso));

    internal static PaymentTermsLine Line(PaymentShare share, DueRule? due = null) => new(share) { Due = due ?? DueRule.OnBaseDate };

    internal static PaymentTermsLine Percent(decimal percent, DueRule? due = null) => Line(PaymentShare.PercentOfTotal(percent), due);

    internal static PaymentTermsLine OfRemainder(decimal percent, DueRule? due = null) =>
        Line(PaymentShare.PercentOfRemainder(percent), due);

    internal static PaymentTermsLine Fixed(decimal amount, DueRule? due = null) => Line(PaymentShare.Fixed(amount), due);

    internal static PaymentTermsLine Remainder(DueRule? due = null) => Line(PaymentShare.Remainder, due);

    /// <summary>The due date of the whole under one rule, ordered on a day.</summary>
    internal static string? DueOf(
        DueRule rule,
        string ordered,
        HolidayRoll roll = HolidayRoll.None,
        IWorkingCalendar? calendar = null,
        int? cap = null
    )
    {
        var terms = PaymentTerms.FromLines(Remainder(rule) with { NoLaterThanDays = cap }).WithRoll(roll);
        return Iso(terms.Schedule(Money.Rub(100m), Ordered(ordered), calendar).Installments[0].Due);
    }

    internal static string? Iso(LocalDate? date) => date is { } known ? LocalDatePattern.Iso.Format(known) : null;

    internal static decimal[] Amounts(this PaymentSchedule schedule) => [.. schedule.Installments.Select(i => i.Amount.Amount)];

    internal static string?[] Dues(this PaymentSchedule schedule) => [.. schedule.Installments.Select(i => Iso(i.Due))];

    internal static PaymentTermsProblem ProblemOf(PaymentTerms terms, Money total, TermsDates dates, IWorkingCalendar? calendar = null)
    {
        terms.TrySchedule(total, dates, calendar, out var schedule, out var problem).Should().BeFalse();
        schedule.Should().BeNull();
        var thrown = FluentActions.Invoking(() => terms.Schedule(total, dates, calendar)).Should().Throw<PaymentTermsException>().Which;
        thrown.Problem.Should().Be(problem);
        thrown.Message.Should().Be(problem!.Message);
        return problem;
    }
}
