using NodaTime;
using Settlements.Payers;
using Settlements.Payments;

namespace Settlements.EntityFrameworkCore.Payments;

/// <summary>A line of the journal.</summary>
internal sealed class IntentRow
{
    public required Guid DocumentId { get; init; }
    public required long Version { get; init; }
    public required PaymentIntentStep Step { get; init; }
    public required string RandomNumber { get; init; }
    public required long? PaymentId { get; init; }
    public required long ClientId { get; init; }
    public required long PayerId { get; init; }
    public required PayerMatch MatchedBy { get; init; }
    public required decimal Amount { get; init; }
    public required Currency Currency { get; init; }
    public required Instant BeganAt { get; init; }

    /// <exception cref="ArgumentException">The amount has no currency.</exception>
    public static IntentRow Of(PaymentIntent intent) =>
        new()
        {
            DocumentId = intent.DocumentId,
            Version = intent.Version,
            Step = intent.Step,
            RandomNumber = intent.RandomNumber,
            PaymentId = intent.PaymentId,
            ClientId = intent.ClientId,
            PayerId = intent.PayerId,
            MatchedBy = intent.MatchedBy,
            Amount = intent.Amount.Amount,
            Currency = intent.Amount.Currency.IsNone
                ? throw new ArgumentException($"The intent of document {intent.DocumentId} has no amount.", nameof(intent))
                : intent.Amount.Currency,
            BeganAt = intent.BeganAt,
        };

    public PaymentIntent ToIntent() =>
        new()
        {
            DocumentId = DocumentId,
            Version = Version,
            Step = Step,
            RandomNumber = RandomNumber,
            PaymentId = PaymentId,
            ClientId = ClientId,
            PayerId = PayerId,
            MatchedBy = MatchedBy,
            Amount = new Money(Amount, Currency),
            BeganAt = BeganAt,
        };
}
