using Settlements.Payers;

namespace Settlements.Payments;

/// <summary>What a run made of one document.</summary>
public sealed record PaymentExportResult
{
    /// <summary>The document.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>The version that was worked on; null when the run never came to it.</summary>
    public long? Version { get; init; }

    /// <summary>What became of it.</summary>
    public required PaymentExportState State { get; init; }

    /// <summary>The payment in the panel, as far as one is known; null otherwise.</summary>
    public long? PaymentId { get; init; }

    /// <summary>The payer; null while none was found.</summary>
    public long? PayerId { get; init; }

    /// <summary>The rule that found the payer; null while none was found.</summary>
    public PayerMatch? MatchedBy { get; init; }

    /// <summary>The payment method's name in the panel; null while none was found.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>Why it was not exported; null when it was.</summary>
    public PaymentExportError? Error { get; init; }
}
