using NodaTime;

namespace Settlements.Balances;

/// <summary>What a synchronisation did.</summary>
public sealed record BalanceSyncReport
{
    /// <summary>How many failures a report names at the most.</summary>
    public const int MaxFailures = 100;

    /// <summary>Counterparties that the source was asked for.</summary>
    public required long Asked { get; init; }

    /// <summary>Balances that were saved; their figures may be the same as before.</summary>
    public required long Saved { get; init; }

    /// <summary>Balances that were not saved, because the store had newer ones by then.</summary>
    public required long Newer { get; init; }

    /// <summary>Counterparties whose balance the source did not give. The store keeps what it has of them.</summary>
    public required long Failed { get; init; }

    /// <summary>The first <see cref="MaxFailures"/> of them.</summary>
    public required IReadOnlyList<BalanceSyncFailure> Failures { get; init; }

    /// <summary>Companies whose terms were saved because they are others than before; null when no <c>IPaymentTermsStore</c> is there.</summary>
    public required long? TermsChanged { get; init; }

    /// <summary>Why the run stopped before everybody was asked for; null when it went to the end.</summary>
    public required BalanceSyncFailure? StoppedBy { get; init; }

    /// <summary>How long it took.</summary>
    public required Duration Elapsed { get; init; }
}
