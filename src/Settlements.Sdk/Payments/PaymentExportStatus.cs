namespace Settlements.Payments;

/// <summary>Everything the store knows of one document.</summary>
public sealed record PaymentExportStatus
{
    /// <summary>Its entry in the queue; null when it waits for nothing.</summary>
    public PaymentQueueEntry? Entry { get; init; }

    /// <summary>Its open intents, lowest version first.</summary>
    public IReadOnlyList<PaymentIntent> Intents { get; init; } = [];

    /// <summary>Its entry in the register; null when it was never exported.</summary>
    public PaymentCode? Code { get; init; }
}
