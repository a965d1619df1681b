namespace Settlements.Linking;

/// <summary>How a link was found.</summary>
public enum CounterpartyLinkOrigin
{
    /// <summary>By the GUID that the user's record carries (XML_ID).</summary>
    StoredId,

    /// <summary>By the tax identifier, in the directory of counterparties.</summary>
    TaxId,

    /// <summary>The counterparty was registered for this user.</summary>
    Registered,

    /// <summary>By a person. Never overwritten by the others.</summary>
    Hand,
}
