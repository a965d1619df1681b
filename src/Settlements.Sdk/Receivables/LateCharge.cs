using NodaTime;
using NodaTime.Text;

namespace Settlements.Receivables;

/// <summary>A late fee or interest: simple, on what is open, day by day from the day after the due date.</summary>
/// <remarks>
/// <para>
/// As for a contract's penalty (Russian Civil Code art. 330) and for interest on money withheld (art. 395, at the key rate of the Bank of Russia, over the days that
/// the year really has). Interest bears no interest. Whether a fee is due at all, and from which due date, is the contract's matter.
/// </para>
/// <para>
/// Days of one base, one rate and one length of the year make a line; each line is rounded to the minor unit, half away from zero, and the total is the sum of the
/// lines, as in a statement of claim.
/// </para>
/// </remarks>
public sealed class LateCharge
{
    private readonly LateChargeRate[] _yearly;
    private readonly decimal _daily;

    private LateCharge(decimal daily, LateChargeRate[] yearly)
    {
        _daily = daily;
        _yearly = yearly;
    }

    /// <summary>The most that the charge may come to, in percent of the whole amount; null for no bound.</summary>
    public decimal? CapPercent { get; private init; }

    /// <summary>
    /// Whether the day on which a payment came in is still charged with what the payment paid. Default: false, a payment lowers the base from its own day. Russian
    /// courts include the day (Plenum of the Supreme Court, 24 March 2016, no. 7, item 48): say <see cref="IncludingPaymentDay"/>.
    /// </summary>
    public bool IncludesPaymentDay { get; private init; }

    /// <summary>A percent for each day, such as 0.1.</summary>
    /// <param name="percent">Zero to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percent is below zero or above 100.</exception>
    public static LateCharge PerDay(decimal percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100m);
        return new LateCharge(percent, []);
    }

    /// <summary>A rate a year that changes by date; a day of a leap year costs a 366th of it, any other a 365th.</summary>
    /// <param name="rates">In any order; at least one.</param>
    /// <exception cref="ArgumentException">There is no rate, two begin on one day, or one is below zero or above 1000 percent; the message says which.</exception>
    public static LateCharge PerYear(params IEnumerable<LateChargeRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        LateChargeRate[] table = [.. rates.OrderBy(rate => rate.From)];
        if (table.Length == 0)
            throw new ArgumentException("A yearly rate is needed: name at least one.", nameof(rates));
        for (var i = 0; i < table.Length; i++)
        {
            if (table[i].Percent is < 0 or > 1000)
                throw Wrong(table[i], FormattableString.Invariant($"is {table[i].Percent} percent; give 0 to 1000"));
            if (i > 0 && table[i].From == table[i - 1].From)
                throw Wrong(table[i], "stands twice; which of them holds cannot be said");
        }

        return new LateCharge(daily: 0, table);
    }

    /// <summary>The same rule with a bound: the charge is never more than this percent of the whole amount.</summary>
    /// <param name="percent">Above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percent is not above zero.</exception>
    public LateCharge WithCap(decimal percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        return new LateCharge(_daily, _yearly) { CapPercent = percent, IncludesPaymentDay = IncludesPaymentDay };
    }

    /// <summary>The same rule, charging the day of a payment on the base before it.</summary>
    public LateCharge IncludingPaymentDay() => new(_daily, _yearly) { CapPercent = CapPercent, IncludesPaymentDay = true };

    /// <summary>Reckons the charge.</summary>
    /// <param name="amount">What was to be paid, zero or more.</param>
    /// <param name="due">The last day on which it was in time.</param>
    /// <param name="through">The last day to charge, included; on or before <paramref name="due"/> nothing is charged.</param>
    /// <param name="payments">What was paid of it, in any order, in the same currency; what is paid beyond the amount does not matter.</param>
    /// <exception cref="ArgumentException">
    /// The amount is negative, a payment is in another currency or not above zero, or a day to be charged is before the first rate: an unknown rate is not zero.
    /// </exception>
    /// <exception cref="OverflowException">The charge is beyond <see cref="decimal.MaxValue"/>.</exception>
    public LateChargeStatement Reckon(Money amount, LocalDate due, LocalDate through, IReadOnlyCollection<ReceivedPayment> payments)
    {
        ArgumentNullException.ThrowIfNull(payments);
        if (amount.IsNegative)
            throw new ArgumentException($"The amount is {amount}; it must be zero or more.", nameof(amount));
        var days = new LateChargeDays(amount, due, through, [.. payments.Select(payment => Checked(payment, amount.Currency))]);
        List<LateChargeLine> lines = [];
        foreach (var (from, to, open) in days.Spans(Boundaries(due, through), IncludesPaymentDay))
        {
            var percent = RateOn(from);
            var charge = LateChargeDays.Charge(open, percent, Period.DaysBetween(from, to) + 1, DaysInBase(from));
            lines.Add(new LateChargeLine(from, to, open, percent, charge));
        }

        var sum = lines.Aggregate(Money.Zero(amount.Currency), static (total, line) => total + line.Amount);
        return new LateChargeStatement(lines, sum, Capped(sum, amount));
    }

    private Money Capped(Money sum, Money amount)
    {
        if (CapPercent is not { } percent)
            return sum;
        var cap = LateChargeDays.Charge(amount, percent, days: 1, daysInBase: 1);
        return sum > cap ? cap : sum;
    }

    /// <summary>The days on which another rate, or a year of another length, begins.</summary>
    private IEnumerable<LocalDate> Boundaries(LocalDate due, LocalDate through)
    {
        if (_yearly.Length == 0)
            return [];
        var years = Enumerable
            .Range(due.Year, Math.Max(0, through.Year - due.Year) + 1)
            .Where(year => CalendarSystem.Iso.IsLeapYear(year) || (year > 1 && CalendarSystem.Iso.IsLeapYear(year - 1)))
            .Select(year => new LocalDate(year, 1, 1));
        return years.Concat(_yearly.Select(rate => rate.From));
    }

    private decimal RateOn(LocalDate day)
    {
        if (_yearly.Length == 0)
            return _daily;
        return Array.FindLast(_yearly, rate => rate.From <= day)?.Percent
            ?? throw new ArgumentException(
                $"No rate is known for {LocalDatePattern.Iso.Format(day)}: the table begins on {LocalDatePattern.Iso.Format(_yearly[0].From)}."
            );
    }

    private int DaysInBase(LocalDate day) => _yearly.Length == 0 ? 1 : CalendarSystem.Iso.GetDaysInYear(day.Year);

    private static ReceivedPayment Checked(ReceivedPayment payment, Currency currency) =>
        SameCurrency.Of(payment.Amount, currency, nameof(payment.Amount), payment.Id).IsPositive
            ? payment
            : throw new ArgumentException($"The payment '{payment.Id}' is {payment.Amount}; it must be above zero.");

    private static ArgumentException Wrong(LateChargeRate rate, string what) =>
        new($"The rate from {LocalDatePattern.Iso.Format(rate.From)} {what}.");
}
