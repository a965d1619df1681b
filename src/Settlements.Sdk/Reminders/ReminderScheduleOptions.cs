using NodaTime;

namespace Settlements.Reminders;

/// <summary>When the background service reminds.</summary>
public sealed class ReminderScheduleOptions
{
    /// <summary>Whether it runs by itself; when not, it still runs when asked to.</summary>
    /// <value>Default true: adding the service switches it on.</value>
    public bool IsEnabled { get; set; } = true;

    /// <summary>The time of the daily run, on the clocks of <see cref="ReminderOptions.TimeZone"/>.</summary>
    /// <value>
    /// Default 09:00. On the day on which the clocks skip it, it runs as much later as they skip; on the day on which they show it twice, the first time.
    /// </value>
    public LocalTime At { get; set; } = new(9, 0);

    /// <summary>Whether it runs at once when the host starts later than <see cref="At"/>: it may have been down then. To repeat a run is harmless.</summary>
    /// <value>Default true.</value>
    public bool CatchUpAtStart { get; set; } = true;

    /// <summary>What could not be read from configuration, for the validator.</summary>
    internal IReadOnlyList<string> ConfigurationFaults { get; set; } = [];
}
