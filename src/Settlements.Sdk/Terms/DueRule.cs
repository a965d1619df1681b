using System.Collections.ObjectModel;
using NodaTime;

namespace Settlements.Terms;

/// <summary>When a line is due: steps from its base date, run in the order written.</summary>
/// <remarks>
/// <para>
/// A rule without steps means "on the base date". Order matters: one month and then thirty days is not thirty days and then one month. A rule is immutable; each
/// method gives a longer rule.
/// </para>
/// <para>
/// A month from a month's last day stays on the same day number: 28 February and one month is 28 March. Where the last day is meant, say so:
/// <c>DueRule.OnBaseDate.AddMonths(1).EndOfMonth()</c>.
/// </para>
/// </remarks>
public sealed record DueRule
{
    private readonly DueStep[] _steps;

    private DueRule(DueStep[] steps)
    {
        _steps = steps;
        Steps = new ReadOnlyCollection<DueStep>(steps);
    }

    /// <summary>Due on the base date itself: no steps. Such a date is neither rolled nor given on credit.</summary>
    public static DueRule OnBaseDate { get; } = new([]);

    /// <summary>The steps in the order in which they run.</summary>
    public IReadOnlyList<DueStep> Steps { get; }

    internal bool NeedsCalendar => Array.Exists(_steps, static step => step.Kind == DueStepKind.AddWorkingDays);

    /// <summary>True when there is no step, or only steps that add a negative number: such a line is a prepayment unless it states its kind.</summary>
    internal bool IsPrepayment => Array.TrueForAll(_steps, static step => step.IsNegative);

    /// <summary>A rule of steps.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/>, or one of them, is null.</exception>
    public static DueRule FromSteps(IEnumerable<DueStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var copy = steps.ToArray();
        foreach (var step in copy)
            ArgumentNullException.ThrowIfNull(step, nameof(steps));
        return new DueRule(copy);
    }

    /// <summary>Then adds calendar days; negative goes back.</summary>
    public DueRule AddDays(int days) => Then(DueStep.AddDays(days));

    /// <summary>Then adds weeks; negative goes back.</summary>
    public DueRule AddWeeks(int weeks) => Then(DueStep.AddWeeks(weeks));

    /// <summary>Then adds months, clamped to the month's last day; negative goes back.</summary>
    public DueRule AddMonths(int months) => Then(DueStep.AddMonths(months));

    /// <summary>Then counts working days, the day itself not counted; zero does not move, negative counts back. A schedule needs a calendar for it.</summary>
    public DueRule AddWorkingDays(int days) => Then(DueStep.AddWorkingDays(days));

    /// <summary>Then goes to the last day of the month.</summary>
    public DueRule EndOfMonth() => Then(DueStep.EndOfMonth());

    /// <summary>Then goes to a day of the same month, clamped to its last day; that may be earlier.</summary>
    /// <param name="day">1 to 31.</param>
    /// <exception cref="PaymentTermsException">The day is outside 1 to 31.</exception>
    public DueRule SetDay(int day) => Then(DueStep.SetDay(day));

    /// <summary>Then goes to the first date, on or after, that is one of the pay days.</summary>
    /// <param name="days">One or more days of the month, each 1 to 31; a day that a month lacks is that month's last day.</param>
    /// <exception cref="PaymentTermsException">The list is empty, or a day is outside 1 to 31.</exception>
    public DueRule NextDay(params ReadOnlySpan<int> days) => Then(DueStep.NextDay(days));

    /// <summary>Then a step.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is null.</exception>
    public DueRule Then(DueStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new DueRule([.. _steps, step]);
    }

    /// <summary>True when both have the same steps in the same order.</summary>
    public bool Equals(DueRule? other) => other is not null && _steps.AsSpan().SequenceEqual(other._steps);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var step in _steps)
            hash.Add(step);
        return hash.ToHashCode();
    }

    /// <summary>The steps in words: <c>addMonths 1, endOfMonth</c>; <c>on the base date</c> without steps.</summary>
    public override string ToString() => _steps.Length == 0 ? "on the base date" : string.Join(", ", (object[])_steps);

    /// <summary>The date after all steps; null, with the problem, when a step has no answer.</summary>
    internal LocalDate? Apply(LocalDate baseDate, IWorkingCalendar? calendar, out PaymentTermsProblem? problem)
    {
        problem = null;
        LocalDate? date = baseDate;
        for (var i = 0; i < _steps.Length && date is { } from; i++)
            date = _steps[i].Apply(from, calendar, out problem);
        return date;
    }

    /// <summary>The last pay day on or before a cap, by the last step that names pay days; the cap itself when none does.</summary>
    internal LocalDate? BackTo(LocalDate cap)
    {
        var last = Array.FindLast(_steps, static step => step.Kind == DueStepKind.NextDay);
        return last is null ? cap : last.PayDays.OnOrBefore(cap);
    }
}
