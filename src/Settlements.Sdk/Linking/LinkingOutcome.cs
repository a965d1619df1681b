namespace Settlements.Linking;

/// <summary>What became of a user who was to be linked.</summary>
public enum LinkingOutcome
{
    /// <summary>The user is linked now.</summary>
    Linked,

    /// <summary>The user was linked before, and that link stands.</summary>
    AlreadyLinked,

    /// <summary>A person said that this user buys for no counterparty, and that stands.</summary>
    KeptApart,

    /// <summary>The directory has no such counterparty, and none was to be registered. Other branches of the TIN stand among the candidates.</summary>
    NotFound,

    /// <summary>Several counterparties fit, or the only one may be another branch (its KPP is not known). A person chooses among the candidates.</summary>
    Ambiguous,

    /// <summary>The counterparty of the stored GUID has another tax number than the user. It is the only candidate.</summary>
    Contradicted,

    /// <summary>The directory does not know the GUID, or has it marked for deletion, and nothing else leads to a counterparty.</summary>
    UnknownCounterparty,

    /// <summary>Other users are linked to the counterparty, and it may not be shared so.</summary>
    Taken,
}
