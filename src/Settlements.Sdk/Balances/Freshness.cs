namespace Settlements.Balances;

/// <summary>How fresh a balance has to be.</summary>
public enum Freshness
{
    /// <summary>For a page: from memory, else from the distributed cache, else asked of the source. Never for a decision about an order.</summary>
    Cached,

    /// <summary>For a decision: asked of the source, by a call that begins after the question.</summary>
    Live,
}
