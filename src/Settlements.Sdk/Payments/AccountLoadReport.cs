using NodaTime;

namespace Settlements.Payments;

/// <summary>What one load of the panel's accounts did.</summary>
public sealed record AccountLoadReport
{
    /// <summary>How many accounts the panel has and the directory knows now.</summary>
    public required int Loaded { get; init; }

    /// <summary>How many known accounts are gone from the panel since the load before; they are kept and marked.</summary>
    public required int NewlyMissing { get; init; }

    /// <summary>Accounts that were left as they were, since the panel does not show whose they are.</summary>
    public required IReadOnlyList<UnclearAccount> Unclear { get; init; }

    /// <summary>Calls sent to the panel while the load lasted; one that had to be repeated counts once.</summary>
    public required long Calls { get; init; }

    /// <summary>When the load began.</summary>
    public required Instant StartedAt { get; init; }
}
