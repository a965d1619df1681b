namespace Settlements.Linking;

/// <summary>What became of a user who was to be linked, and what a person needs to decide the rest.</summary>
public sealed record LinkingResult
{
    /// <summary>What became of it.</summary>
    public required LinkingOutcome Outcome { get; init; }

    /// <summary>The link in force now, whatever the outcome; null when there is none.</summary>
    public CounterpartyLink? Link { get; init; }

    /// <summary>The counterparties that a person may choose from; empty when there is nothing to choose.</summary>
    public IReadOnlyList<DirectoryCounterparty> Candidates { get; init; } = [];

    /// <summary>The counterparty that other users have, with <see cref="LinkingOutcome.Taken"/>; otherwise null.</summary>
    public CounterpartyId? Wanted { get; init; }

    /// <summary>
    /// The other users of the counterparty, in ordinal order: those in the way with <see cref="LinkingOutcome.Taken"/>, those it is shared with after
    /// <see cref="LinkingOutcome.Linked"/>. Empty with other outcomes.
    /// </summary>
    public IReadOnlyList<string> OtherUsers { get; init; } = [];

    /// <summary>
    /// True when the directory did not know the stored GUID, or had it marked for deletion, as after 1C merged duplicates. The user may be linked by the tax number all
    /// the same; the shop's record wants correcting.
    /// </summary>
    public bool IsStoredIdUnknown { get; init; }
}
