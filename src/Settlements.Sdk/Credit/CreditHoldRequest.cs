using NodaTime;

namespace Settlements.Credit;

/// <summary>What an order check asks a hold store to reserve.</summary>
public sealed record CreditHoldRequest
{
    /// <summary>Whose credit.</summary>
    public required CounterpartyId Counterparty { get; init; }

    /// <summary>The order; a hold that it has already is changed to the new amount.</summary>
    public required string OrderId { get; init; }

    /// <summary>How much; zero or more.</summary>
    public required Money Amount { get; init; }

    /// <summary>What all holds that count may come to with this one, in the same currency; may be negative; null when nothing bounds them.</summary>
    public Money? Ceiling { get; init; }

    /// <summary>When the reading began whose figures made the ceiling; null when there was no balance.</summary>
    public Instant? BalanceReadAt { get; init; }

    /// <summary>Orders whose documents that balance counts already, so that their holds must not count again.</summary>
    public IReadOnlySet<string> BookedOrders { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How long the hold lives unless it is confirmed; above zero.</summary>
    public required Duration Lifetime { get; init; }
}
