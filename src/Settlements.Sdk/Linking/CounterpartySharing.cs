namespace Settlements.Linking;

/// <summary>Whether several users may be linked to one counterparty.</summary>
public enum CounterpartySharing
{
    /// <summary>By a person only: a second user who comes with the same GUID or tax number waits for an administrator.</summary>
    ByHand,

    /// <summary>Never, not by an administrator either.</summary>
    Refused,

    /// <summary>Always: colleagues of one company are linked by themselves, and so is whoever knows its tax number.</summary>
    Allowed,
}
