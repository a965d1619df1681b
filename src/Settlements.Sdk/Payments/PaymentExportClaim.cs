using NodaTime;

namespace Settlements.Payments;

/// <summary>The right to work on one document until the lease ends, with everything the store knows of it.</summary>
public sealed record PaymentExportClaim
{
    /// <summary>The lease's token, new at each claim: with an old one nothing can be written.</summary>
    public required Guid Token { get; init; }

    /// <summary>Until when nobody else can claim the document; <see cref="IPaymentExportStore.RecordIntentAsync"/> moves it.</summary>
    public required Instant LeasedUntil { get; init; }

    /// <summary>The entry as it was when it was claimed.</summary>
    public required PaymentQueueEntry Entry { get; init; }

    /// <summary>The document's open intents, at most one a version, lowest version first: calls that were about to be made and whose end is not recorded.</summary>
    public required IReadOnlyList<PaymentIntent> Intents { get; init; }

    /// <summary>What the register says about the document; null when it was never exported.</summary>
    public PaymentCode? Code { get; init; }

    /// <summary>The version to work on.</summary>
    public PaymentDocument Document => Entry.Document;
}
