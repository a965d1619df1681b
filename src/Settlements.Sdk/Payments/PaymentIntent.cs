using NodaTime;
using Settlements.Payers;

namespace Settlements.Payments;

/// <summary>A line of the journal: what is about to be sent to the panel for one version of a document. Written before the call.</summary>
/// <remarks>After a crash or an unclear answer it says what to look for before anything is sent again.</remarks>
public sealed record PaymentIntent
{
    /// <summary>The document.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>Its version; there is at most one open intent a version, and a later step takes its place.</summary>
    public required long Version { get; init; }

    /// <summary>The call about to be made.</summary>
    public required PaymentIntentStep Step { get; init; }

    /// <summary>The payment's mark against doubles (<c>randomnumber</c>), derived from the document and the version it was added for.</summary>
    public required string RandomNumber { get; init; }

    /// <summary>The payment's id; null while <see cref="Step"/> is <see cref="PaymentIntentStep.Add"/>.</summary>
    public long? PaymentId { get; init; }

    /// <summary>The panel's client.</summary>
    public required long ClientId { get; init; }

    /// <summary>The payer.</summary>
    public required long PayerId { get; init; }

    /// <summary>The rule that found the payer.</summary>
    public required PayerMatch MatchedBy { get; init; }

    /// <summary>The amount sent.</summary>
    public required Money Amount { get; init; }

    /// <summary>When the first intent of this version was written, before the payment was added.</summary>
    public required Instant BeganAt { get; init; }
}
