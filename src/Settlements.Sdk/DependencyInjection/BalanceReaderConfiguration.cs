using Microsoft.Extensions.Configuration;
using NodaTime;
using Settlements.Balances;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Takes <see cref="BalanceReaderOptions"/> out of configuration.</summary>
internal static class BalanceReaderConfiguration
{
    internal static void Bind(IConfiguration configuration, BalanceReaderOptions options)
    {
        var section = new SectionReader(configuration);
        void Time(string key, Action<Duration> set) => section.Time(key, value => set(Duration.FromTimeSpan(value)));

        Time(nameof(options.MemoryLifetime), value => options.MemoryLifetime = value);
        Time(nameof(options.Lifetime), value => options.Lifetime = value);
        OptionalTime(section, nameof(options.MaxSnapshotAge), value => options.MaxSnapshotAge = value);
        OptionalTime(section, nameof(options.SnapshotAfter), value => options.SnapshotAfter = value);
        Time(nameof(options.DistributedCacheTimeout), value => options.DistributedCacheTimeout = value);
        Time(nameof(options.StoreTimeout), value => options.StoreTimeout = value);
        Time(nameof(options.FailurePause), value => options.FailurePause = value);
        section.Text(nameof(options.KeyPrefix), value => options.KeyPrefix = value);
        section.Count(nameof(options.MemoryEntryLimit), value => options.MemoryEntryLimit = value);
        options.ConfigurationFaults = section.Finish();
    }

    /// <summary>An empty text is null.</summary>
    private static void OptionalTime(SectionReader section, string key, Action<Duration?> set) =>
        section.Parsed<Duration?>(
            key,
            "a time such as 00:00:15, or an empty text for none",
            (string text, out Duration? value) =>
            {
                value = null;
                if (text.Length == 0)
                    return true;
                if (!TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time))
                    return false;
                value = Duration.FromTimeSpan(time);
                return true;
            },
            set
        );
}
