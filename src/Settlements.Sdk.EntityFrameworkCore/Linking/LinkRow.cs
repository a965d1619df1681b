using NodaTime;
using Settlements.Linking;

namespace Settlements.EntityFrameworkCore.Linking;

/// <summary>The link of a user.</summary>
internal sealed class LinkRow
{
    public required string UserId { get; init; }
    public Guid CounterpartyId { get; set; }
    public CounterpartyLinkOrigin Origin { get; set; }
    public Instant LinkedAt { get; set; }
    public string? Author { get; set; }

    public void Take(CounterpartyLink link) =>
        (CounterpartyId, Origin, LinkedAt, Author) = (link.Counterparty.Value, link.Origin, link.LinkedAt, link.Author);

    public CounterpartyLink ToLink() =>
        new()
        {
            UserId = UserId,
            Counterparty = new CounterpartyId(CounterpartyId),
            Origin = Origin,
            LinkedAt = LinkedAt,
            Author = Author,
        };
}
