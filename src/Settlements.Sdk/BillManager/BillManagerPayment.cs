using NodaTime;

namespace Settlements.BillManager;

/// <summary>A payment as the list shows it (<c>payment</c>).</summary>
public sealed record BillManagerPayment
{
    /// <summary>The payment's id.</summary>
    public required long Id { get; init; }

    /// <summary>The number by the panel's template; null when not shown.</summary>
    public string? Number { get; init; }

    /// <summary>The day of creation, in the panel's own time zone; null when not shown.</summary>
    public LocalDate? CreatedOn { get; init; }

    /// <summary>The day it was credited, in the panel's own time zone; null until then.</summary>
    public LocalDate? PaidOn { get; init; }

    /// <summary>The state, by code; null when not shown, which is never to be taken for "not credited".</summary>
    public BillManagerPaymentStatus? Status { get; init; }

    /// <summary>What the account receives; null when not shown.</summary>
    public BillManagerAmount? SubaccountAmount { get; init; }

    /// <summary>What is paid, in the payment method's currency; null when not shown.</summary>
    public BillManagerAmount? PaymentMethodAmount { get; init; }

    /// <summary>The client's id; null when not shown.</summary>
    public long? AccountId { get; init; }

    /// <summary>The client's name; null when not shown.</summary>
    public string? AccountName { get; init; }

    /// <summary>The provider's name; null when not shown.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The payer's id; null when there is none or it is not shown.</summary>
    public long? PayerId { get; init; }

    /// <summary>The payer's name; null when there is none.</summary>
    public string? PayerName { get; init; }

    /// <summary>The receiving company's id; null when not shown.</summary>
    public long? CompanyId { get; init; }

    /// <summary>The receiving company's name; null when not shown.</summary>
    public string? CompanyName { get; init; }

    /// <summary>The payment method's name; null when not shown.</summary>
    public string? PaymentMethodName { get; init; }

    /// <summary>The payment method's module; null when not shown.</summary>
    public string? PaymentMethodModule { get; init; }
}
