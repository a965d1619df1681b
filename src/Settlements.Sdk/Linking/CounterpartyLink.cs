using NodaTime;

namespace Settlements.Linking;

/// <summary>Which counterparty of 1C a user of the shop buys for; or, said by a person, that the user buys for none.</summary>
public sealed record CounterpartyLink
{
    /// <summary>The user, by the shop's own identifier, compared letter for letter.</summary>
    public required string UserId { get; init; }

    /// <summary>
    /// The counterparty. Null only with <see cref="CounterpartyLinkOrigin.Hand"/>: a person took a wrong link away, and nothing automatic may bring it back.
    /// </summary>
    public required CounterpartyId? Counterparty { get; init; }

    /// <summary>How the link was found.</summary>
    public required CounterpartyLinkOrigin Origin { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant LinkedAt { get; init; }

    /// <summary>Who made it; null for one that was made automatically.</summary>
    public string? Author { get; init; }
}
