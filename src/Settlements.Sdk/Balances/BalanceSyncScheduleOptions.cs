using System.Globalization;

namespace Settlements.Balances;

/// <summary>When <see cref="BalanceSyncService"/> runs.</summary>
public sealed class BalanceSyncScheduleOptions
{
    /// <summary>Whether it runs by itself; when not, it still runs when asked to.</summary>
    /// <value>Default true: adding the service switches it on.</value>
    public bool IsEnabled { get; set; } = true;

    /// <summary>How long after the end of a run the next one begins.</summary>
    /// <value>1 minute to 1 day. Default 45 minutes.</value>
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(45);

    /// <summary>Whether it runs once when the host starts.</summary>
    /// <value>Default false: many hosts that start together would ask 1C for everybody at one moment.</value>
    public bool RunAtStart { get; set; }

    /// <summary>By how many percent the interval is shortened or lengthened at random: with 33, every 30 to 60 minutes.</summary>
    /// <value>0 to 50. Default 33.</value>
    public int JitterPercent { get; set; } = 33;

    /// <summary>The seed of that randomness, for tests; null for another sequence in each process.</summary>
    /// <value>Default null.</value>
    public int? Seed { get; set; }

    internal IEnumerable<string> Problems()
    {
        if (Every < TimeSpan.FromMinutes(1) || Every > TimeSpan.FromDays(1))
            yield return Fault(nameof(Every), Every, "1 minute to 1 day");
        if (JitterPercent is < 0 or > 50)
            yield return Fault(nameof(JitterPercent), JitterPercent, "0 to 50");
    }

    private static string Fault(string name, object value, string allowed) =>
        string.Create(CultureInfo.InvariantCulture, $"BalanceSyncScheduleOptions.{name} is {value}: use {allowed}.");
}
