using NodaTime;

namespace Settlements.Payments;

/// <summary>A document in the queue: one entry a document, its newest version.</summary>
public sealed record PaymentQueueEntry
{
    /// <summary>The newest version that was handed in.</summary>
    public required PaymentDocument Document { get; init; }

    /// <summary>What the entry waits for.</summary>
    public required PaymentQueueState State { get; init; }

    /// <summary>How often this version was tried without success; a run that found the panel down does not count.</summary>
    public int Attempts { get; init; }

    /// <summary>Why the last try had no success; null before the first.</summary>
    public PaymentExportError? LastError { get; init; }

    /// <summary>Not before this moment, unless a run is told to ignore pauses; null for at once. Looked at while <see cref="State"/> is waiting.</summary>
    public Instant? NextAttempt { get; init; }

    /// <summary>When the document first came into the queue; a newer version keeps the place.</summary>
    public required Instant EnqueuedAt { get; init; }
}
