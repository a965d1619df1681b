using NodaTime;

namespace Settlements.Terms;

/// <summary>One line of terms: which part of the total, counted from which date, due when.</summary>
/// <param name="Share">The part of the total.</param>
public sealed record PaymentTermsLine(PaymentShare Share)
{
    /// <summary>The part of the total.</summary>
    public PaymentShare Share { get; init; } = Share ?? throw new ArgumentNullException(nameof(Share));

    /// <summary>The event that the steps start from. The default is <see cref="TermsBaseDate.Order"/>.</summary>
    public TermsBaseDate BaseDate { get; init; } = TermsBaseDate.Order;

    /// <summary>The steps from the base date to the due date. The default is <see cref="DueRule.OnBaseDate"/>.</summary>
    public DueRule Due { get; init; } = DueRule.OnBaseDate;

    /// <summary>A cap: the due date is no later than this many days after the base date; may be negative. Null, the default, is no cap.</summary>
    /// <remarks>A later date goes back to the last pay day on or before the cap when <see cref="Due"/> has a step with pay days, else to the cap itself.</remarks>
    public int? NoLaterThanDays { get; init; }

    /// <summary>The kind that the contract states for this line; null, the default, derives it from the steps.</summary>
    public InstallmentKind? StatedKind { get; init; }

    /// <summary>The stated kind, else prepayment when there are no steps or only steps that add a negative number, else deferred.</summary>
    public InstallmentKind Kind => StatedKind ?? (Due.IsPrepayment ? InstallmentKind.Prepayment : InstallmentKind.Deferred);

    /// <summary>
    /// The due date of this line; null without a problem while its base date is not known. <see cref="PaymentTerms"/> has seen to it that there is a calendar where
    /// working days are counted or dates roll.
    /// </summary>
    internal LocalDate? DueOn(TermsDates dates, HolidayRoll roll, IWorkingCalendar? calendar, out PaymentTermsProblem? problem)
    {
        problem = null;
        if (dates.Of(BaseDate) is not { } baseDate)
            return null;
        if (!CivilDates.IsUsable(baseDate))
            problem = PaymentTermsProblems.BaseDate(BaseDate, baseDate);
        return problem is null ? DueFrom(baseDate, roll, calendar, out problem) : null;
    }

    private LocalDate? DueFrom(LocalDate baseDate, HolidayRoll roll, IWorkingCalendar? calendar, out PaymentTermsProblem? problem)
    {
        if (Due.Apply(baseDate, calendar, out problem) is not { } reached)
            return null;
        if (Cap(baseDate, reached, out var cap) is not { } capped)
        {
            problem = PaymentTermsProblems.CapLeavesTheYears(NoLaterThanDays.GetValueOrDefault(), baseDate);
            return null;
        }
        var rolls = roll != HolidayRoll.None && Due.Steps.Count > 0;
        return rolls ? WorkingDays.Roll(capped, roll, cap, calendar!, out problem) : capped;
    }

    private LocalDate? Cap(LocalDate baseDate, LocalDate reached, out LocalDate? cap)
    {
        cap = NoLaterThanDays is { } days ? CivilDates.AddDays(baseDate, days) : null;
        if (cap is { } latest)
            return reached > latest ? Due.BackTo(latest) : reached;

        // A cap beyond the year 9999 binds no date; one before the year 1 cannot be kept.
        return NoLaterThanDays < 0 ? null : reached;
    }
}
