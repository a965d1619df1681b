using NodaTime;
using Settlements.Payers;
using Settlements.Payments;

namespace Settlements.EntityFrameworkCore.Payments;

/// <summary>An entry of the code register.</summary>
internal sealed class CodeRow
{
    public required Guid DocumentId { get; init; }
    public required string AccountId { get; init; }
    public required DocumentColumns Document { get; init; }
    public required long? PaymentId { get; init; }
    public required string? RandomNumber { get; init; }
    public required long? PayerId { get; init; }
    public required PayerMatch? MatchedBy { get; init; }
    public required bool IsRemoved { get; init; }
    public required Instant ExportedAt { get; init; }

    /// <exception cref="ArgumentException">The document cannot be kept.</exception>
    public static CodeRow Of(PaymentCode code) =>
        new()
        {
            DocumentId = code.DocumentId,
            AccountId = code.Document.AccountId,
            Document = DocumentColumns.Of(code.Document),
            PaymentId = code.PaymentId,
            RandomNumber = code.RandomNumber,
            PayerId = code.PayerId,
            MatchedBy = code.MatchedBy,
            IsRemoved = code.IsRemoved,
            ExportedAt = code.ExportedAt,
        };

    public PaymentCode ToCode() =>
        new()
        {
            Document = Document.ToDocument(DocumentId, AccountId),
            PaymentId = PaymentId,
            RandomNumber = RandomNumber,
            PayerId = PayerId,
            MatchedBy = MatchedBy,
            IsRemoved = IsRemoved,
            ExportedAt = ExportedAt,
        };
}
