namespace Settlements.Linking;

/// <summary>A user of the shop, with all that may tell whom he buys for.</summary>
/// <remarks>
/// A tax number that a user typed is a claim and no proof: whoever is linked by it sees the counterparty's balance. Link by it only what was confirmed, by an invoice
/// that was paid or by a person.
/// </remarks>
public sealed record UserToLink
{
    /// <summary>The user, by the shop's own identifier, compared letter for letter.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    public required string UserId
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(UserId));
            field = value;
        }
    }

    /// <summary>The GUID of 1C that the user's record carries (XML_ID); null when it carries none.</summary>
    public CounterpartyId? StoredId { get; init; }

    /// <summary>The tax number, with the KPP where it is known; null when the user gave none.</summary>
    public TaxId? TaxId { get; init; }

    /// <summary>What to register when nobody is found; null, the default, registers nobody. Its tax number is the user's.</summary>
    public NewCounterparty? Registration { get; init; }

    /// <summary>The user's identifier alone: the rest may be a person's.</summary>
    public override string ToString() => UserId;
}
