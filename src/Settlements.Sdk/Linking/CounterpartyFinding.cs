namespace Settlements.Linking;

/// <summary>What a search for a user's counterparty came to.</summary>
internal sealed record CounterpartyFinding
{
    /// <summary>Why there is no counterparty; of no meaning when there is one.</summary>
    internal LinkingOutcome Outcome { get; private init; }

    internal CounterpartyId? Counterparty { get; private init; }

    internal CounterpartyLinkOrigin Origin { get; private init; }

    internal IReadOnlyList<DirectoryCounterparty> Candidates { get; private init; } = [];

    internal bool IsStoredIdUnknown { get; init; }

    internal static CounterpartyFinding Of(CounterpartyId counterparty, CounterpartyLinkOrigin origin) =>
        new() { Counterparty = counterparty, Origin = origin };

    internal static CounterpartyFinding None(LinkingOutcome why, params IReadOnlyList<DirectoryCounterparty> candidates) =>
        new() { Outcome = why, Candidates = candidates };
}
