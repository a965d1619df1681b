using System.Globalization;
using NodaTime;

namespace Settlements.Balances;

/// <summary>Settings of <see cref="BalanceReader"/>.</summary>
public sealed class BalanceReaderOptions
{
    /// <summary>What the keys in the distributed cache begin with by default.</summary>
    public const string DefaultKeyPrefix = "settlements:balance:";

    private static readonly Duration Day = Duration.FromDays(1);

    /// <value>
    /// How long this process shows figures from its memory before it looks in the distributed cache, or asks the source where there is none. Zero, which keeps
    /// nothing, to <see cref="Lifetime"/>. The default value is 60 seconds.
    /// </value>
    public Duration MemoryLifetime { get; set; } = Duration.FromSeconds(60);

    /// <value>
    /// How long after they were read figures are shown from any cache, counted from the beginning of the reading whatever caches they went through. Above zero, at
    /// most one day. The default value is 10 minutes.
    /// </value>
    public Duration Lifetime { get; set; } = Duration.FromMinutes(10);

    /// <value>
    /// How long after it was read a stored balance may be shown when the source is silent, where there is an <see cref="IBalanceStore"/>. Above zero; null never
    /// shows one. The default value is 24 hours. It is about pages: a check of an order has <c>OrderCheckOptions.MaxSnapshotAge</c>.
    /// </value>
    public Duration? MaxSnapshotAge { get; set; } = Day;

    /// <value>
    /// How long a page waits for the source before a stored balance is shown in its place; the call goes on, and its answer is kept. Zero or more; null waits for
    /// the source's own time-out. The default value is 2 seconds.
    /// </value>
    public Duration? SnapshotAfter { get; set; } = Duration.FromSeconds(2);

    /// <value>How long a reading waits for the distributed cache, which is then passed by. Above zero, at most one minute. The default value is 500 milliseconds.</value>
    public Duration DistributedCacheTimeout { get; set; } = Duration.FromMilliseconds(500);

    /// <value>How long a reading waits for the store of snapshots, which is then passed by. Above zero, at most one minute. The default value is 1 second.</value>
    public Duration StoreTimeout { get; set; } = Duration.FromSeconds(1);

    /// <value>
    /// How long the distributed cache, or the store, is passed by without being asked after it failed or kept a reading waiting. Zero, which asks it every time, to
    /// one day. The default value is 5 seconds.
    /// </value>
    public Duration FailurePause { get; set; } = Duration.FromSeconds(5);

    /// <value>
    /// What the keys in the distributed cache begin with; the counterparty's GUID follows. Two 1C bases that share a cache need different ones. Not blank, at most
    /// 200 characters. The default value is <see cref="DefaultKeyPrefix"/>.
    /// </value>
    public string KeyPrefix { get; set; } = DefaultKeyPrefix;

    /// <value>How many balances are kept in memory; above that the ones used least recently go first. Above zero. The default value is 10,000.</value>
    public int MemoryEntryLimit { get; set; } = 10_000;

    internal IReadOnlyList<string> ConfigurationFaults { get; set; } = [];

    internal IEnumerable<string> Problems()
    {
        foreach (var fault in ConfigurationFaults)
            yield return $"BalanceReaderOptions.{fault}";
        if (Lifetime <= Duration.Zero || Lifetime > Day)
            yield return Problem(nameof(Lifetime), Lifetime, "it must be above zero and at most one day");
        if (MemoryLifetime < Duration.Zero || MemoryLifetime > Lifetime)
            yield return Problem(
                nameof(MemoryLifetime),
                MemoryLifetime,
                $"it must be between zero and Lifetime ({Text(Lifetime)} seconds)"
            );
        if (MaxSnapshotAge <= Duration.Zero)
            yield return Problem(nameof(MaxSnapshotAge), MaxSnapshotAge.Value, "it must be above zero, or null to show no snapshot");
        if (SnapshotAfter < Duration.Zero || SnapshotAfter > Day)
            yield return Problem(nameof(SnapshotAfter), SnapshotAfter.Value, "it must be between zero and one day, or null to wait");
        if (!IsWait(DistributedCacheTimeout))
            yield return Problem(nameof(DistributedCacheTimeout), DistributedCacheTimeout, "it must be above zero and at most one minute");
        if (!IsWait(StoreTimeout))
            yield return Problem(nameof(StoreTimeout), StoreTimeout, "it must be above zero and at most one minute");
        if (FailurePause < Duration.Zero || FailurePause > Day)
            yield return Problem(nameof(FailurePause), FailurePause, "it must be between zero and one day");
        if (string.IsNullOrWhiteSpace(KeyPrefix) || KeyPrefix.Length > 200)
            yield return $"BalanceReaderOptions.KeyPrefix is blank or longer than 200 characters; give a text such as \"{DefaultKeyPrefix}\".";
        if (MemoryEntryLimit <= 0)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"BalanceReaderOptions.MemoryEntryLimit is {MemoryEntryLimit}; it must be above zero."
            );
    }

    private static bool IsWait(Duration value) => value > Duration.Zero && value <= Duration.FromMinutes(1);

    private static string Problem(string option, Duration value, string rule) =>
        $"BalanceReaderOptions.{option} is {Text(value)} seconds; {rule}.";

    private static string Text(Duration value) => value.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
