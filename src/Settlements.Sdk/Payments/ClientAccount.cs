using NodaTime;

namespace Settlements.Payments;

/// <summary>An account («лицевой счёт») of the panel as it was loaded: a client's balance with one provider in one currency.</summary>
public sealed record ClientAccount
{
    /// <summary>The account's id in the panel.</summary>
    public required long Id { get; init; }

    /// <summary>The client's id.</summary>
    public required long ClientId { get; init; }

    /// <summary>The client's name; null when the panel did not show it.</summary>
    public string? ClientName { get; init; }

    /// <summary>The provider's id.</summary>
    public required long ProviderId { get; init; }

    /// <summary>The account's currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Whether the account is in use; null when the panel did not show it.</summary>
    public bool? IsActive { get; init; }

    /// <summary>When the account was first missing from the panel; null while it is there.</summary>
    public Instant? MissingSince { get; init; }
}
