using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace Settlements.Terms;

/// <summary>When an order is to be paid: lines that share out its total, each with a rule for its due date. Immutable; two terms with equal lines are equal.</summary>
/// <remarks>
/// <para>
/// The shares make a whole when the exact shares, before rounding, add up to the total, or when the last line, and no other, is the remainder and is not negative.
/// Whether they do depends on the total (fixed shares), so the schedule says it, not the terms.
/// </para>
/// <para>
/// Each share is rounded half away from zero to the currency's minor unit and capped at what is left; the last line takes the rest. So the amounts add up to the
/// total whatever the shares.
/// </para>
/// </remarks>
public sealed partial record PaymentTerms
{
    private const int MaxOnStack = 16;
    private readonly PaymentTermsLine[] _lines;
    private readonly int _fractionDigits;

    private PaymentTerms(PaymentTermsLine[] lines, HolidayRoll roll = HolidayRoll.None)
    {
        _lines = lines;
        _fractionDigits = ShareSplitter.DigitsFor(lines);
        Lines = new ReadOnlyCollection<PaymentTermsLine>(lines);
        Roll = roll;
    }

    /// <summary>The lines in order; at least one.</summary>
    public IReadOnlyList<PaymentTermsLine> Lines { get; }

    /// <summary>Where due dates go that fall on a day off. The default is <see cref="HolidayRoll.None"/>; <see cref="WithRoll"/> sets it.</summary>
    public HolidayRoll Roll { get; }

    /// <summary>Everything at once, on the order date.</summary>
    public static PaymentTerms Prepay() => new([new PaymentTermsLine(PaymentShare.Remainder)]);

    /// <summary>Everything a number of days after the order date.</summary>
    /// <param name="days">Calendar days, 1 or more. The order's own day is not counted (Civil Code, article 191).</param>
    /// <exception cref="PaymentTermsException"><paramref name="days"/> is below 1.</exception>
    public static PaymentTerms Deferred(int days) => new([RemainderAfter(days)]);

    /// <summary>A percent of the total at once, the rest a number of days after the order date.</summary>
    /// <param name="prepayPercent">Above 0 and below 100.</param>
    /// <param name="days">Calendar days, 1 or more.</param>
    /// <exception cref="PaymentTermsException"><paramref name="prepayPercent"/> or <paramref name="days"/> is out of its range.</exception>
    public static PaymentTerms Mixed(decimal prepayPercent, int days) =>
        prepayPercent is > 0m and < 100m
            ? new([new PaymentTermsLine(PaymentShare.PercentOfTotal(prepayPercent)), RemainderAfter(days)])
            : throw PaymentTermsProblems.MixedPercent(prepayPercent).ToException();

    /// <summary>Terms of any lines.</summary>
    /// <exception cref="PaymentTermsException">There is no line, a remainder stands above the last line, or a line has an undefined enumeration value.</exception>
    /// <exception cref="ArgumentNullException">A line is null.</exception>
    public static PaymentTerms FromLines(params IEnumerable<PaymentTermsLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var copy = lines.ToArray();
        foreach (var line in copy)
            ArgumentNullException.ThrowIfNull(line, nameof(lines));
        return PaymentTermsCheck.Lines(copy) is { } problem ? throw problem.ToException() : new PaymentTerms(copy);
    }

    /// <summary>The same lines with another roll.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="roll"/> is not a defined value.</exception>
    public PaymentTerms WithRoll(HolidayRoll roll) =>
        Enum.IsDefined(roll) ? new PaymentTerms(_lines, roll) : throw new ArgumentOutOfRangeException(nameof(roll), roll, "No such roll.");

    /// <summary>The schedule of an order under these terms.</summary>
    /// <param name="total">The order's total: zero or more, whole in minor units.</param>
    /// <param name="dates">The base dates that are known.</param>
    /// <param name="calendar">Needed when a line counts working days or dates roll; otherwise null will do.</param>
    /// <exception cref="PaymentTermsException">The input makes no schedule; the message names the line and says why.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="total"/> is <c>default(Money)</c>.</exception>
    public PaymentSchedule Schedule(Money total, TermsDates dates, IWorkingCalendar? calendar = null) =>
        TrySchedule(total, dates, calendar, out var schedule, out var problem) ? schedule : throw problem.ToException();

    /// <summary>The schedule of an order under these terms, or what keeps it from being made.</summary>
    /// <param name="total">The order's total: zero or more, whole in minor units.</param>
    /// <param name="dates">The base dates that are known.</param>
    /// <param name="calendar">Needed when a line counts working days or dates roll; otherwise null will do.</param>
    /// <param name="schedule">The schedule, or null.</param>
    /// <param name="problem">The first problem found, or null.</param>
    /// <exception cref="InvalidOperationException"><paramref name="total"/> is <c>default(Money)</c>.</exception>
    public bool TrySchedule(
        Money total,
        TermsDates dates,
        IWorkingCalendar? calendar,
        [NotNullWhen(true)] out PaymentSchedule? schedule,
        [NotNullWhen(false)] out PaymentTermsProblem? problem
    )
    {
        schedule = null;
        Span<decimal> amounts = _lines.Length <= MaxOnStack ? stackalloc decimal[_lines.Length] : new decimal[_lines.Length];
        problem = ShareSplitter.Split(_lines, _fractionDigits, total, amounts) ?? CheckCalendar(calendar);
        if (problem is not null)
            return false;

        var installments = new Installment[_lines.Length];
        for (var i = 0; i < _lines.Length; i++)
        {
            var line = _lines[i];
            var due = line.DueOn(dates, Roll, calendar, out problem);
            if (problem is not null)
            {
                problem = problem.AtLine(i + 1);
                return false;
            }
            installments[i] = new Installment(i + 1, new Money(amounts[i], total.Currency), due, line.Kind, line.BaseDate);
        }
        schedule = new PaymentSchedule(total, installments);
        return true;
    }

    /// <summary>The part of a total that these terms give on credit: the sum of the deferred instalments. It needs no dates and no calendar.</summary>
    /// <exception cref="PaymentTermsException">The total is negative or has too many digits, or the lines do not make a whole of it.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="total"/> is <c>default(Money)</c>.</exception>
    public Money DeferredPart(Money total)
    {
        Span<decimal> amounts = _lines.Length <= MaxOnStack ? stackalloc decimal[_lines.Length] : new decimal[_lines.Length];
        if (ShareSplitter.Split(_lines, _fractionDigits, total, amounts) is { } problem)
            throw problem.ToException();

        var deferred = 0m;
        for (var i = 0; i < _lines.Length; i++)
        {
            if (_lines[i].Kind == InstallmentKind.Deferred)
                deferred += amounts[i];
        }
        return new Money(deferred, total.Currency);
    }

    /// <summary>Whether a method is able to pay some part of an order under these terms.</summary>
    /// <remarks>Prepaid terms allow every method, deferred terms only the invoice, mixed terms every method (<see cref="PayablePartOf"/> says for which part).</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> is null.</exception>
    public bool Allows(PaymentMethod method) => PayablePartOf(method) != PayablePart.Nothing;

    /// <summary>Which part of an order under these terms a method may pay.</summary>
    /// <remarks>
    /// The invoice pays everything. Every other kind, cash and unknown ones included, pays the prepayment alone: everything under prepaid terms, nothing under
    /// deferred ones. A line whose share is zero by its own words counts on neither side.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> is null.</exception>
    public PayablePart PayablePartOf(PaymentMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (method.Kind == PaymentMethodKind.Invoice || !Has(InstallmentKind.Deferred))
            return PayablePart.Everything;
        return Has(InstallmentKind.Prepayment) ? PayablePart.Prepayment : PayablePart.Nothing;
    }

    /// <summary>The methods that are able to pay some part, in the order given, each with the part it may pay.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="methods"/>, or one of them, is null.</exception>
    public IReadOnlyList<AllowedMethod> Allowed(IEnumerable<PaymentMethod> methods)
    {
        ArgumentNullException.ThrowIfNull(methods);
        var allowed = new List<AllowedMethod>();
        foreach (var method in methods)
        {
            var part = PayablePartOf(method);
            if (part != PayablePart.Nothing)
                allowed.Add(new AllowedMethod(method, part));
        }
        return allowed;
    }

    /// <summary>True when both have equal lines in the same order and the same roll.</summary>
    public bool Equals(PaymentTerms? other) => other is not null && Roll == other.Roll && _lines.AsSpan().SequenceEqual(other._lines);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Roll);
        foreach (var line in _lines)
            hash.Add(line);
        return hash.ToHashCode();
    }

    /// <summary>The lines in words, for a log: <c>30% of total: on the base date; remainder: addDays 14</c>.</summary>
    public override string ToString() => string.Join("; ", _lines.Select(static line => line.Share + ": " + line.Due));

    private static PaymentTermsLine RemainderAfter(int days) =>
        days >= 1
            ? new PaymentTermsLine(PaymentShare.Remainder) { Due = DueRule.OnBaseDate.AddDays(days) }
            : throw PaymentTermsProblems.DelayTooShort(days).ToException();

    private PaymentTermsProblem? CheckCalendar(IWorkingCalendar? calendar)
    {
        if (calendar is not null)
            return null;
        if (Roll != HolidayRoll.None)
            return PaymentTermsProblems.RollNeedsCalendar(Roll);
        var line = Array.FindIndex(_lines, static line => line.Due.NeedsCalendar);
        return line < 0 ? null : PaymentTermsProblems.WorkingDaysNeedCalendar().AtLine(line + 1);
    }

    private bool Has(InstallmentKind kind) => Array.Exists(_lines, line => line.Kind == kind && !line.Share.IsNothing);
}
