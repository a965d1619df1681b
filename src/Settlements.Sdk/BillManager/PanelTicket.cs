namespace Settlements.BillManager;

/// <summary>What proves who calls: a session with the moment of its last use, or user and password.</summary>
internal sealed class PanelTicket(KeyValuePair<string, string> proof, BillManagerIdentity identity, long usedAt)
{
    private long _usedAt = usedAt;

    internal KeyValuePair<string, string> Proof { get; } = proof;

    internal BillManagerIdentity Identity { get; } = identity;

    /// <summary>Timestamp of the last call begun with it.</summary>
    internal long UsedAt => Volatile.Read(ref _usedAt);

    internal void Use(long timestamp) => Volatile.Write(ref _usedAt, timestamp);
}
