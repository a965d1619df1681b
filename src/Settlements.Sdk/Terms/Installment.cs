using NodaTime;

namespace Settlements.Terms;

/// <summary>One part of an order's total and the day by which it is to be paid.</summary>
public sealed record Installment
{
    internal Installment(int line, Money amount, LocalDate? due, InstallmentKind kind, TermsBaseDate baseDate)
    {
        Line = line;
        Amount = amount;
        Due = due;
        Kind = kind;
        BaseDate = baseDate;
    }

    /// <summary>The line of the terms that this instalment comes from, counted from 1.</summary>
    public int Line { get; }

    /// <summary>The amount, whole in minor units, zero or more.</summary>
    public Money Amount { get; }

    /// <summary>The last day on which payment is in time; null while the base date is not known (pending).</summary>
    public LocalDate? Due { get; }

    /// <summary>Whether the instalment is paid ahead or given on credit.</summary>
    public InstallmentKind Kind { get; }

    /// <summary>The event that the due date is counted from; a pending instalment waits for it.</summary>
    public TermsBaseDate BaseDate { get; }

    /// <summary>True when the base date, and so the due date, is not known yet.</summary>
    public bool IsPending => Due is null;
}
