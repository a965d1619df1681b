using NodaTime;

namespace Settlements.Payments;

/// <summary>What one run did.</summary>
public sealed record ExportReport
{
    /// <summary>One result for each document that was due, in the order of the queue.</summary>
    public required IReadOnlyList<PaymentExportResult> Results { get; init; }

    /// <summary>Why the run ended before it came to every document; null when it came to all.</summary>
    public PaymentExportError? StoppedBy { get; init; }

    /// <summary>Calls sent to the panel while the run lasted, logins and reference data included; one that had to be repeated counts once.</summary>
    public required long Calls { get; init; }

    /// <summary>When the run began.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required Duration Elapsed { get; init; }

    /// <summary>Calls for each document that reached its end (exported or removed); null when none did.</summary>
    public decimal? CallsPerDocument =>
        Results.Count(result => result.State is PaymentExportState.Exported or PaymentExportState.Removed) is > 0 and var done
            ? (decimal)Calls / done
            : null;
}
