using NodaTime;

namespace Settlements.BillManager;

/// <summary>What to change in a payment (<c>payment.edit</c>); a property that is null is not sent.</summary>
/// <remarks>That the panel keeps what is not sent is inferred from its other forms: read the payment back.</remarks>
public sealed record BillManagerPaymentChanges
{
    /// <summary>The document's number, at most 64 characters.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The document's date.</summary>
    public LocalDate? DocumentDate { get; init; }

    /// <summary>What the payment is for.</summary>
    public string? Description { get; init; }

    /// <summary>The moment of payment, in the panel's own time zone.</summary>
    public LocalDateTime? PaidAt { get; init; }

    /// <summary>The payer's id.</summary>
    public long? PayerId { get; init; }
}
