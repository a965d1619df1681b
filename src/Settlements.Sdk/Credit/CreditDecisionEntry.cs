using NodaTime;

namespace Settlements.Credit;

/// <summary>A decision as it is kept.</summary>
public sealed record CreditDecisionEntry
{
    /// <summary>Whose order.</summary>
    public required CounterpartyId Counterparty { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>When it was decided.</summary>
    public required Instant DecidedAt { get; init; }

    /// <summary>The verdict.</summary>
    public required CreditVerdict Verdict { get; init; }

    /// <summary>The whole decision, as <see cref="OrderCheckResult.ToJson"/> writes it.</summary>
    public required string Decision { get; init; }
}
