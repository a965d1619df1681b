namespace Settlements.Testing;

/// <summary>A client's account with one provider in one currency («лицевой счёт»).</summary>
public sealed record PanelSubaccount
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The client.</summary>
    public required long AccountId { get; init; }

    /// <summary>The provider.</summary>
    public required long ProviderId { get; init; }

    /// <summary>The currency.</summary>
    public required long CurrencyId { get; init; }

    /// <summary>What stands on it; rises when a payment is credited.</summary>
    public decimal Balance { get; init; }

    /// <summary>How far below zero it may go.</summary>
    public decimal CreditLimit { get; init; }

    /// <summary>Whether it is in use. Default true.</summary>
    public bool IsActive { get; init; } = true;
}
