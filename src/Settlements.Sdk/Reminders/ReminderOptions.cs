using System.Globalization;
using NodaTime;

namespace Settlements.Reminders;

/// <summary>How customers are reminded.</summary>
public sealed class ReminderOptions
{
    /// <summary>The steps for everybody who has no plan of his own.</summary>
    /// <value>Default <see cref="ReminderPlan.Default"/>.</value>
    public ReminderPlan Plan { get; set; } = ReminderPlan.Default;

    /// <summary>Plans of single customers, by names that <see cref="IReminderCustomers"/> gives.</summary>
    /// <value>Default none. Names are not blank and compare letter for letter.</value>
    public IReadOnlyDictionary<string, ReminderPlan> Plans { get; set; } = new Dictionary<string, ReminderPlan>(StringComparer.Ordinal);

    /// <summary>Where the business day begins and ends.</summary>
    /// <value>A name of the IANA database. Default <c>Europe/Moscow</c>.</value>
    public string TimeZone { get; set; } = "Europe/Moscow";

    /// <summary>The language of managers, and of customers who have none of their own.</summary>
    /// <value>A name of a culture, such as <c>ru</c> or <c>en-GB</c>. Default <c>ru</c>.</value>
    public string Language { get; set; } = "ru";

    /// <summary>How many receivables are worked on at one time; the actions of one go one after the other.</summary>
    /// <value>1 to 64. Default 4.</value>
    public int MaxParallel { get; set; } = 4;

    /// <summary>How long a delivery may take before its token is cancelled and it counts as failed.</summary>
    /// <value>1 second to half of <see cref="Lease"/>. Default 1 minute.</value>
    public TimeSpan DeliveryTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an action waits after its first failure; each further failure doubles it.</summary>
    /// <value>0 to 1 day. Default 5 minutes.</value>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest of these pauses.</summary>
    /// <value><see cref="FirstPause"/> to 7 days. Default 6 hours.</value>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long an action belongs to the process that carries it out. After a crash nobody else tries it for so long.</summary>
    /// <value>2 minutes to 1 day. Default 15 minutes.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How many times in a row one kind of action may fail before a run leaves the rest of that kind for a later one: its channel is down. Other kinds go on.
    /// </summary>
    /// <value>1 to 1000. Default 10.</value>
    public int StopAfterFailures { get; set; } = 10;

    /// <summary>What could not be read from configuration, for the validator.</summary>
    internal IReadOnlyList<string> ConfigurationFaults { get; set; } = [];

    internal IEnumerable<ReminderPlan> AllPlans => Plans.Values.Prepend(Plan);

    internal TimeSpan PauseAfter(int attempts)
    {
        var pause = FirstPause;
        for (var i = 1; i < attempts && pause < LongestPause; i++)
            pause += pause;
        return pause < LongestPause ? pause : LongestPause;
    }

    internal DateTimeZone Zone() => DateTimeZoneProviders.Tzdb[TimeZone];

    internal CultureInfo Culture() => CultureInfo.GetCultureInfo(Language);
}
