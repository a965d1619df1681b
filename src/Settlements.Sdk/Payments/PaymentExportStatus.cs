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

    /// <summary>The document's state without a run: by its entry in the queue, else by the register.</summary>
    /// <returns>Null when the store does not know the document.</returns>
    public PaymentExportResult? ToResult() =>
        Entry is { } entry ? PaymentExportResults.OfEntry(entry)
        : Code is { } code ? PaymentExportResults.OfCode(code, code.Document)
        : null;
}
