using NodaTime;

namespace Settlements.BillManager;

/// <summary>Which payments to list; a property that is null does not narrow. All that are set must hold.</summary>
/// <remarks>
/// Give at least one of what the list shows (id, status, dates, amounts): rows are checked against it, which tells a filter saved in the web interface.
/// There is no filter by external id, document number or <c>randomnumber</c>: <see cref="BillManagerClient.GetPaymentAsync"/> shows them.
/// </remarks>
public sealed record BillManagerPaymentFilter
{
    /// <summary>The payment with this id.</summary>
    public long? Id { get; init; }

    /// <summary>The number by the panel's template.</summary>
    public string? Number { get; init; }

    /// <summary>
    /// States, any of them. Without it the panel hides <see cref="BillManagerPaymentStatus.Initiated"/>: a search that must miss nothing names every state.
    /// </summary>
    public IReadOnlyCollection<BillManagerPaymentStatus>? Statuses { get; init; }

    /// <summary>The client's id.</summary>
    public long? AccountId { get; init; }

    /// <summary>The client's name.</summary>
    public string? AccountName { get; init; }

    /// <summary>The provider's id.</summary>
    public long? ProviderId { get; init; }

    /// <summary>The payer's id.</summary>
    public long? PayerId { get; init; }

    /// <summary>The payment method's id.</summary>
    public long? PaymentMethodId { get; init; }

    /// <summary>The first day of creation, in the panel's own time zone. Inclusive.</summary>
    public LocalDate? CreatedFrom { get; init; }

    /// <summary>The last day of creation, in the panel's own time zone. Inclusive.</summary>
    public LocalDate? CreatedTo { get; init; }

    /// <summary>The least amount that the account receives, in the major unit. Inclusive.</summary>
    public decimal? AmountFrom { get; init; }

    /// <summary>The greatest amount that the account receives, in the major unit. Inclusive.</summary>
    public decimal? AmountTo { get; init; }
}
