using System.Globalization;
using NodaTime;

namespace Settlements.Terms;

/// <summary>One step of a <see cref="DueRule"/>: from a date to a date.</summary>
public sealed record DueStep
{
    private DueStep(DueStepKind kind, int count, PayDays payDays = default)
    {
        Kind = kind;
        Count = count;
        PayDays = payDays;
    }

    /// <summary>What the step does.</summary>
    public DueStepKind Kind { get; }

    /// <summary>How many days, weeks, months or working days are added, or the day of the month that is set; zero for the other kinds.</summary>
    public int Count { get; }

    /// <summary>The pay days of <see cref="DueStepKind.NextDay"/> in rising order, each 1 to 31; empty for the other kinds.</summary>
    public IReadOnlyList<int> Days => PayDays.ToList();

    internal PayDays PayDays { get; }

    internal bool IsNegative => Count < 0;

    /// <summary>Adds calendar days.</summary>
    public static DueStep AddDays(int days) => new(DueStepKind.AddDays, days);

    /// <summary>Adds weeks of seven days.</summary>
    public static DueStep AddWeeks(int weeks) => new(DueStepKind.AddWeeks, weeks);

    /// <summary>Adds months, clamped to the month's last day.</summary>
    public static DueStep AddMonths(int months) => new(DueStepKind.AddMonths, months);

    /// <summary>Counts working days; a schedule with this step needs a calendar.</summary>
    public static DueStep AddWorkingDays(int days) => new(DueStepKind.AddWorkingDays, days);

    /// <summary>Goes to the last day of the month.</summary>
    public static DueStep EndOfMonth() => new(DueStepKind.EndOfMonth, 0);

    /// <summary>Goes to a day of the same month, clamped to its last day.</summary>
    /// <param name="day">1 to 31.</param>
    /// <exception cref="PaymentTermsException">The day is outside 1 to 31.</exception>
    public static DueStep SetDay(int day) => new(DueStepKind.SetDay, PayDays.Checked(day));

    /// <summary>Goes to the first pay day on or after the date.</summary>
    /// <param name="days">One or more days, each 1 to 31, in any order.</param>
    /// <exception cref="PaymentTermsException">The list is empty, or a day is outside 1 to 31.</exception>
    public static DueStep NextDay(params ReadOnlySpan<int> days) => new(DueStepKind.NextDay, 0, PayDays.Of(days));

    /// <summary>The step as scenario files write it: <c>addDays 30</c>, <c>nextDay 10, 25</c>.</summary>
    public override string ToString()
    {
        var name = char.ToLowerInvariant(Kind.ToString()[0]) + Kind.ToString()[1..];
        return Kind switch
        {
            DueStepKind.EndOfMonth => name,
            DueStepKind.NextDay => name + " " + string.Join(", ", Days),
            _ => name + " " + Count.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>
    /// The date that the step leads to; null, with the problem, when there is none. <see cref="PaymentTerms"/> has seen to it that there is a calendar where
    /// working days are counted.
    /// </summary>
    internal LocalDate? Apply(LocalDate from, IWorkingCalendar? calendar, out PaymentTermsProblem? problem)
    {
        problem = null;
        if (Kind == DueStepKind.AddWorkingDays)
            return WorkingDays.Add(from, Count, calendar!, out problem);

        var date = Move(from);
        if (date is null)
            problem = PaymentTermsProblems.StepLeavesTheYears(this, from);
        return date;
    }

    private LocalDate? Move(LocalDate from) =>
        Kind switch
        {
            DueStepKind.AddDays => CivilDates.AddDays(from, Count),
            DueStepKind.AddWeeks => CivilDates.AddDays(from, 7L * Count),
            DueStepKind.AddMonths => CivilDates.AddMonths(from, Count),
            DueStepKind.EndOfMonth => CivilDates.DayOfMonth(from, 31),
            DueStepKind.SetDay => CivilDates.DayOfMonth(from, Count),
            _ => PayDays.OnOrAfter(from),
        };
}
