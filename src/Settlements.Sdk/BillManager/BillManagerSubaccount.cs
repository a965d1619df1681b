namespace Settlements.BillManager;

/// <summary>A client's balance with one provider in one currency (<c>subaccount</c>, «лицевой счёт»).</summary>
/// <remarks>
/// No payment function of the panel takes it: a payment names the client, the provider and the currency, and the panel finds the лицевой счёт by the
/// three. <see cref="BillManagerPaymentDetails.SubaccountId"/> says which one it found.
/// </remarks>
public sealed record BillManagerSubaccount
{
    /// <summary>The id of the лицевой счёт.</summary>
    public required long Id { get; init; }

    /// <summary>The client's id; null when not shown.</summary>
    public long? AccountId { get; init; }

    /// <summary>The client's name; null when not shown.</summary>
    public string? AccountName { get; init; }

    /// <summary>The provider's id; null when not shown.</summary>
    public long? ProviderId { get; init; }

    /// <summary>The provider's name; null when not shown.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The id of the currency in the panel; null when not shown.</summary>
    public long? CurrencyId { get; init; }

    /// <summary>The currency; null when not shown or shown by a symbol.</summary>
    public Currency? Currency { get; init; }

    /// <summary>What stands on it; null when not shown.</summary>
    public BillManagerAmount? Balance { get; init; }

    /// <summary>How far below zero it may go, in its currency's major unit; null when not shown.</summary>
    public decimal? CreditLimit { get; init; }

    /// <summary>Whether it is in use; null when not shown.</summary>
    public bool? IsActive { get; init; }
}
