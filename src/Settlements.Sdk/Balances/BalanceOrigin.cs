namespace Settlements.Balances;

/// <summary>Where the figures of a reading come from.</summary>
public enum BalanceOrigin
{
    /// <summary>Asked of the source for this very question.</summary>
    Live,

    /// <summary>From a cache of an earlier answer.</summary>
    Cache,

    /// <summary>From the stored copy of an earlier import or answer.</summary>
    Snapshot,
}
