namespace Settlements.BillManager;

/// <summary>A payment to add, not credited yet (<c>payment.add.pay</c>).</summary>
public sealed record BillManagerNewPayment
{
    /// <summary>The client's id.</summary>
    public required long AccountId { get; init; }

    /// <summary>The provider's id.</summary>
    public required long ProviderId { get; init; }

    /// <summary>The payer's id.</summary>
    public required long PayerId { get; init; }

    /// <summary>The payment method's id.</summary>
    public required long PaymentMethodId { get; init; }

    /// <summary>The id, in the panel, of the currency of <see cref="Amount"/>.</summary>
    public required long CurrencyId { get; init; }

    /// <summary>The amount: above zero, whole minor units.</summary>
    public required Money Amount { get; init; }

    /// <summary>The mark against doubles: 12 letters and digits, the same for the same document (<see cref="BillManagerRandomNumber"/>).</summary>
    public required string RandomNumber { get; init; }
}
