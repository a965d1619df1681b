using Settlements.Payments;

namespace PaymentExport;

/// <summary>What is shown of one document, or of one row that is none.</summary>
internal sealed record Outcome
{
    public Guid? DocumentId { get; init; }
    public int? Row { get; init; }
    public string? Number { get; init; }
    public required PaymentExportState State { get; init; }
    public long? PaymentId { get; init; }
    public long? PayerId { get; init; }
    public Settlements.Payers.PayerMatch? MatchedBy { get; init; }
    public string? PaymentMethod { get; init; }
    public PaymentExportError? Error { get; init; }

    public static Outcome Of(PaymentExportResult result, PaymentDocument? document) =>
        new()
        {
            DocumentId = result.DocumentId,
            Number = document?.Number,
            State = result.State,
            PaymentId = result.PaymentId,
            PayerId = result.PayerId,
            MatchedBy = result.MatchedBy,
            PaymentMethod = result.PaymentMethod,
            Error = result.Error,
        };

    public static Outcome Of(PaymentDocumentRow bad) =>
        new()
        {
            Row = bad.Row,
            State = PaymentExportState.Failed,
            Error = new PaymentExportError(PaymentExportErrorKind.BadDocument, bad.Problem!),
        };

    public static Outcome Conflict(PaymentDocument document, string message) =>
        new()
        {
            DocumentId = document.Id,
            Number = document.Number,
            State = PaymentExportState.NeedsAttention,
            Error = new PaymentExportError(PaymentExportErrorKind.VersionConflict, message),
        };
}
