using NodaTime;

namespace Settlements.Terms;

/// <summary>The instalment to be paid next, and how much of it is still open.</summary>
/// <param name="Installment">The instalment.</param>
/// <param name="Open">What is still to be paid of it, above zero.</param>
/// <param name="DaysLeft">Days from today to the due date: zero today, negative when it has passed; null while the due date is pending.</param>
public sealed record NextPayment(Installment Installment, Money Open, int? DaysLeft)
{
    /// <summary>The last day on which payment is in time; null while pending.</summary>
    public LocalDate? Due => Installment.Due;

    /// <summary>True when the due date has passed. Due today is not overdue, nor is a pending instalment.</summary>
    public bool IsOverdue => DaysLeft < 0;
}
