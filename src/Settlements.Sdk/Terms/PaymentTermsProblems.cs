using System.Globalization;
using NodaTime;
using Kind = Settlements.Terms.PaymentTermsProblemKind;

namespace Settlements.Terms;

/// <summary>The texts of all problems, in one place.</summary>
internal static class PaymentTermsProblems
{
    private const string HowToAddAYear =
        "Take a newer version of the package, or add the year with ProductionCalendar.WithYear once it is published, or give a calendar of your own.";

    private const string EndsIncluded = "Both ends of a period are included: end the one before the other begins.";

    internal static PaymentTermsProblem NoLines() =>
        new(Kind.Terms, "The terms have no line: give at least one, such as the remainder due on the order date.");

    internal static PaymentTermsProblem UnknownValue(string property, object value) =>
        Of(Kind.Terms, $"{property} has the value {value}, which is none of its kinds.");

    internal static PaymentTermsProblem RemainderNotLast() =>
        new(Kind.Terms, "The remainder takes everything that is left, so it can only stand once, on the last line.");

    internal static PaymentTermsProblem DelayTooShort(int days) =>
        Of(Kind.Terms, $"A deferral of {days} days: it must be 1 day or more. Payment at once is prepayment.");

    internal static PaymentTermsProblem MixedPercent(decimal percent) =>
        Of(
            Kind.Terms,
            $"A prepayment of {Text(percent)} percent: it must be above 0 and below 100. At 0 the terms are deferred, at 100 prepaid."
        );

    internal static PaymentTermsProblem PercentOutOfRange(decimal percent) =>
        Of(Kind.Terms, $"A share of {Text(percent)} percent: it must be from 0 to 100.");

    internal static PaymentTermsProblem FixedNegative(decimal amount) =>
        Of(Kind.Amount, $"A fixed share of {Text(amount)}: it must be zero or more.");

    internal static PaymentTermsProblem FixedDigits(Money amount) =>
        Of(Kind.Amount, $"A fixed share of {amount}: {amount.Currency} has {amount.Currency.MinorDigits} digits after the point.");

    internal static PaymentTermsProblem FixedCurrency(PaymentShare share, Money total) =>
        Of(Kind.Currency, $"A fixed share of {share} and a total in {total.Currency}: convert the share, or keep terms for each currency.");

    internal static PaymentTermsProblem DayOutOfRange(int day) => Of(Kind.Terms, $"Day {day} of a month: it must be from 1 to 31.");

    internal static PaymentTermsProblem NoPayDays() =>
        new(Kind.Terms, "The list of pay days is empty: give at least one day from 1 to 31.");

    internal static PaymentTermsProblem TotalNegative(Money total) =>
        Of(Kind.Amount, $"A total of {total}: it must be zero or more. A return has terms of its own.");

    internal static PaymentTermsProblem TotalDigits(Money total) =>
        Of(Kind.Amount, $"A total of {total}: {total.Currency} has {total.Currency.MinorDigits} digits after the point. Round it first.");

    internal static PaymentTermsProblem TotalTooLarge(Money total) =>
        Of(Kind.Amount, $"A total of {total} is too large to be counted in minor units of {total.Currency}.");

    internal static PaymentTermsProblem TooMuch(string taken, string left, Money total) =>
        Of(
            Kind.Terms,
            $"The share is {taken} {total.Currency}, but the lines above leave {left} of {total}: the lines make more than the whole."
        );

    internal static PaymentTermsProblem TooLittle(string left, Money total) =>
        Of(
            Kind.Terms,
            $"After this last line {left} of {total} are left: the lines make less than the whole. Let the last line take the remainder."
        );

    internal static PaymentTermsProblem StepLeavesTheYears(DueStep step, LocalDate from) =>
        Of(Kind.Terms, $"The step '{step}' from {Text(from)} leaves the years 1 to 9999.");

    internal static PaymentTermsProblem CapLeavesTheYears(int days, LocalDate from) =>
        Of(Kind.Terms, $"The cap of {days} days after {Text(from)} leaves the years 1 to 9999.");

    internal static PaymentTermsProblem BaseDate(TermsBaseDate baseDate, LocalDate date) =>
        Of(
            Kind.Date,
            $"The {baseDate} date is {Text(date)}: give a date of the ISO calendar in the years 1 to 9999, and none where it is not known (0001-01-01 is 1C's empty date)."
        );

    internal static PaymentTermsProblem RollNeedsCalendar(HolidayRoll roll) =>
        Of(Kind.Calendar, $"Due dates roll ({roll}) and there is no calendar: give one, such as ProductionCalendar.Russia.");

    internal static PaymentTermsProblem WorkingDaysNeedCalendar() =>
        new(Kind.Calendar, "The line counts working days and there is no calendar: give one, such as ProductionCalendar.Russia.");

    internal static PaymentTermsProblem YearNotKnown(IWorkingCalendar calendar, LocalDate date) =>
        Of(
            Kind.Calendar,
            $"The calendar {calendar.Name} does not know the year {Text(date.Year)}, needed for {Text(date)}. {HowToAddAYear}"
        );

    internal static PaymentTermsProblem NoWorkingDay(IWorkingCalendar calendar, LocalDate from) =>
        Of(Kind.Terms, $"Counting working days from {Text(from)} in the calendar {calendar.Name} leaves the years 1 to 9999.");

    internal static PaymentTermsProblem BothOffAndWorking(string calendar, LocalDate date) =>
        Of(
            Kind.Calendar,
            $"{Text(date)} of the calendar {calendar} stands both among the days off and among the working days: keep it in one list."
        );

    internal static PaymentTermsProblem DayOfOtherYear(string calendar, int year, LocalDate date) =>
        Of(Kind.Calendar, $"{Text(date)} is not a day of {year}, the year that is added to the calendar {calendar}.");

    internal static PaymentTermsProblem PeriodBackwards(PaymentTermsVersion version) =>
        Of(Kind.Terms, $"The terms {version.Id} are in force {version.PeriodText}: 'from' is later than 'to'.");

    internal static PaymentTermsProblem PeriodsOverlap(PaymentTermsVersion first, PaymentTermsVersion second) =>
        Of(
            Kind.Terms,
            $"The terms {first.Id} ({first.PeriodText}) and {second.Id} ({second.PeriodText}) are both in force {Since(second.From)}. {EndsIncluded}"
        );

    internal static PaymentTermsProblem IdOfOtherTerms(TermsId id) =>
        Of(
            Kind.Terms,
            $"The id {id} names two different terms: an order that keeps it would not know which. Give the changed terms an id of their own."
        );

    private static PaymentTermsProblem Of(PaymentTermsProblemKind kind, FormattableString reason) =>
        new(kind, FormattableString.Invariant(reason));

    private static string Since(LocalDate? date) => date is { } known ? "on " + Text(known) : "from the beginning";

    private static string Text(decimal value) => Decimals.ToText(value, 0);

    private static string Text(LocalDate date) => date.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture);
}
