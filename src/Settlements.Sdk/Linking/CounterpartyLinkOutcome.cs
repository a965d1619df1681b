namespace Settlements.Linking;

/// <summary>What became of a link that was to be kept.</summary>
public enum CounterpartyLinkOutcome
{
    /// <summary>It is kept.</summary>
    Saved,

    /// <summary>The user has a link that was made by hand, and this one was not.</summary>
    KeptByHand,

    /// <summary>Another user is linked to the counterparty, and it may not be shared.</summary>
    Taken,
}
