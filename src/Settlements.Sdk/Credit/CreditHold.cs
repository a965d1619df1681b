using NodaTime;

namespace Settlements.Credit;

/// <summary>A part of a counterparty's credit that an order has reserved, until 1C's own document of the order takes its place.</summary>
public sealed record CreditHold
{
    /// <summary>Whose credit.</summary>
    public required CounterpartyId Counterparty { get; init; }

    /// <summary>The order that holds it; one order has one hold.</summary>
    public required string OrderId { get; init; }

    /// <summary>How much, in the currency of the balance it was judged by; zero or more.</summary>
    public required Money Amount { get; init; }

    /// <summary>Where it stands.</summary>
    public required CreditHoldState State { get; init; }

    /// <summary>The moment from which on a placed hold counts no more; null once it is confirmed.</summary>
    public Instant? ExpiresAt { get; init; }

    /// <summary>When it was settled; null before.</summary>
    public Instant? SettledAt { get; init; }

    /// <summary>Whether it reserves credit at a moment: confirmed, or placed and not yet expired.</summary>
    public bool IsActive(Instant now) =>
        State switch
        {
            CreditHoldState.Confirmed => true,
            CreditHoldState.Placed => ExpiresAt is null || now < ExpiresAt,
            _ => false,
        };

    /// <summary>Whether it is to be added to a balance whose reading began at a moment: active, or settled no earlier than that.</summary>
    /// <remarks>A balance read before a hold was settled may not contain the document that settled it.</remarks>
    public bool Counts(Instant now, Instant? balanceReadAt) =>
        IsActive(now) || (State == CreditHoldState.Settled && SettledAt >= balanceReadAt);
}
