using NodaTime;
using Settlements.Payers;

namespace Settlements.Payments;

/// <summary>An entry of the code register: which payment of the panel a document became.</summary>
public sealed record PaymentCode
{
    /// <summary>The version that was exported, whole: what the next version is compared with.</summary>
    public required PaymentDocument Document { get; init; }

    /// <summary>The payment's id in the panel; null for a document that was withdrawn before it had a payment.</summary>
    public long? PaymentId { get; init; }

    /// <summary>The payment's mark against doubles, which may be an earlier version's; null when there was no payment.</summary>
    public string? RandomNumber { get; init; }

    /// <summary>The payer it was credited to; null when there was none.</summary>
    public long? PayerId { get; init; }

    /// <summary>The rule that found the payer; null when there was none.</summary>
    public PayerMatch? MatchedBy { get; init; }

    /// <summary>True when the document was withdrawn and its payment, if it had one, deleted.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>When the payment was read back as credited, or gone.</summary>
    public required Instant ExportedAt { get; init; }

    /// <summary>The document's id, under which the register keeps one entry.</summary>
    public Guid DocumentId => Document.Id;

    /// <summary>The version that was exported.</summary>
    public long Version => Document.Version;

    /// <summary>What the exported version says; the credited amount, unless <see cref="OnCreditedChange.KeepPayment"/> kept an earlier one.</summary>
    public Money Amount => Document.Amount;
}
