using NodaTime;
using Settlements.Linking;

namespace Settlements.EntityFrameworkCore.Linking;

/// <summary>The link of a user.</summary>
internal sealed class LinkRow
{
    public required string UserId { get; init; }

    /// <summary>Null for a user who, as a person said, buys for nobody.</summary>
    public Guid? CounterpartyId { get; set; }

    public CounterpartyLinkOrigin Origin { get; set; }
    public Instant LinkedAt { get; set; }
    public string? Author { get; set; }

    public void Take(CounterpartyLink link) =>
        (CounterpartyId, Origin, LinkedAt, Author) = (link.Counterparty?.Value, link.Origin, link.LinkedAt, link.Author);

    public CounterpartyLink ToLink() =>
        new()
        {
            UserId = UserId,
            Counterparty = CounterpartyId is { } id ? new CounterpartyId(id) : null,
            Origin = Origin,
            LinkedAt = LinkedAt,
            Author = Author,
        };
}
