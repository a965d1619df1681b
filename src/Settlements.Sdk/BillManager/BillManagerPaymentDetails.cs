using NodaTime;

namespace Settlements.BillManager;

/// <summary>A payment as its form shows it (<c>payment.edit</c>): plain figures, ids and the marks that the list lacks.</summary>
/// <remarks>Which of these the form shows to an employee is inferred, not documented: whoever decides on one of them treats null as "unknown".</remarks>
public sealed record BillManagerPaymentDetails
{
    /// <summary>The payment's id.</summary>
    public required long Id { get; init; }

    /// <summary>The number by the panel's template; null when not shown.</summary>
    public string? Number { get; init; }

    /// <summary>The state, by code; null when not shown.</summary>
    public BillManagerPaymentStatus? Status { get; init; }

    /// <summary>The account that the panel chose by client, provider and currency; null when not shown.</summary>
    public long? SubaccountId { get; init; }

    /// <summary>The payer's id; null when there is none or it is not shown.</summary>
    public long? PayerId { get; init; }

    /// <summary>The receiving company's id; null when not shown.</summary>
    public long? CompanyId { get; init; }

    /// <summary>The payment method's id; null when not shown.</summary>
    public long? PaymentMethodId { get; init; }

    /// <summary>The id of the currency in the panel; null when not shown.</summary>
    public long? CurrencyId { get; init; }

    /// <summary>What the account receives, in its currency's major unit; null when not shown.</summary>
    public decimal? SubaccountAmount { get; init; }

    /// <summary>What is paid, in the payment method's currency; null when not shown.</summary>
    public decimal? PaymentMethodAmount { get; init; }

    /// <summary>The moment of creation, in the panel's own time zone; null when not shown.</summary>
    public LocalDateTime? CreatedAt { get; init; }

    /// <summary>The moment of crediting, in the panel's own time zone; null until then.</summary>
    public LocalDateTime? PaidAt { get; init; }

    /// <summary>The document's number; null when empty or not shown.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The document's date; null when empty or not shown.</summary>
    public LocalDate? DocumentDate { get; init; }

    /// <summary>The id given by whoever credited it; null when empty or not shown.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The mark against doubles given when it was added; null when empty or not shown.</summary>
    public string? RandomNumber { get; init; }

    /// <summary>What the payment is for; null when empty or not shown.</summary>
    public string? Description { get; init; }
}
