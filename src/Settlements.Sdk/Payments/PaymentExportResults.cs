using System.Globalization;

namespace Settlements.Payments;

/// <summary>Results that need no run, since the store knows them.</summary>
internal static class PaymentExportResults
{
    internal static PaymentExportResult OfCode(PaymentCode code, PaymentDocument document)
    {
        var result = new PaymentExportResult
        {
            DocumentId = code.DocumentId,
            Version = code.Version,
            State = code.IsRemoved ? PaymentExportState.Removed : PaymentExportState.Exported,
            PaymentId = code.PaymentId,
            PayerId = code.PayerId,
            MatchedBy = code.MatchedBy,
        };
        return code.Version == document.Version && code.Document != document ? Conflict(result) : result;
    }

    internal static PaymentExportResult OfEntry(PaymentQueueEntry entry) =>
        new()
        {
            DocumentId = entry.Document.Id,
            Version = entry.Document.Version,
            State = entry.State switch
            {
                PaymentQueueState.Failed => PaymentExportState.Failed,
                PaymentQueueState.NeedsAttention => PaymentExportState.NeedsAttention,
                _ => PaymentExportState.Waiting,
            },
            Error = entry.LastError,
        };

    private static PaymentExportResult Conflict(PaymentExportResult result) =>
        result with
        {
            State = PaymentExportState.NeedsAttention,
            Error = new PaymentExportError(
                PaymentExportErrorKind.VersionConflict,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Version {result.Version} was handed in before with other contents: a change must bring a higher version."
                )
            ),
        };
}
