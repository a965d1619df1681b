using System.Globalization;
using NodaTime;

namespace Settlements.Reminders;

/// <summary>Every fault of the options at once, each with the name, the problem and the fix.</summary>
internal static class ReminderOptionsProblems
{
    internal static IEnumerable<string> Of(ReminderOptions options)
    {
        foreach (var fault in options.ConfigurationFaults)
            yield return $"ReminderOptions.{fault}";
        if (options.Plan is null)
            yield return "ReminderOptions.Plan is null: give a plan, such as ReminderPlan.Default.";
        if (options.Plans is null)
            yield return "ReminderOptions.Plans is null: give an empty dictionary for none.";
        foreach (var (name, plan) in options.Plans?.ToArray() ?? [])
        {
            if (string.IsNullOrWhiteSpace(name) || plan is null)
                yield return $"ReminderOptions.Plans has the name '{name}'{(plan is null ? " without a plan" : "")}: give each plan a name that is not blank.";
        }
        if (options.TimeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.TimeZone) is null)
            yield return $"ReminderOptions.TimeZone is '{options.TimeZone}', which the IANA database does not know: give a name such as Europe/Moscow.";
        if (!IsLanguage(options.Language))
            yield return $"ReminderOptions.Language is '{options.Language}', which is no culture of this machine: give a name such as ru or en.";
        foreach (var fault in OfRanges(options))
            yield return fault;
    }

    private static IEnumerable<string> OfRanges(ReminderOptions options)
    {
        if (options.MaxParallel is < 1 or > 64)
            yield return Fault(nameof(options.MaxParallel), options.MaxParallel, "1 to 64");
        if (options.FirstPause < TimeSpan.Zero || options.FirstPause > TimeSpan.FromDays(1))
            yield return Fault(nameof(options.FirstPause), options.FirstPause, "0 to 1 day");
        if (options.LongestPause < options.FirstPause || options.LongestPause > TimeSpan.FromDays(7))
            yield return Fault(nameof(options.LongestPause), options.LongestPause, $"FirstPause ({options.FirstPause}) to 7 days");
        if (options.Lease < TimeSpan.FromMinutes(2) || options.Lease > TimeSpan.FromDays(1))
            yield return Fault(nameof(options.Lease), options.Lease, "2 minutes to 1 day");
        if (options.DeliveryTimeout < TimeSpan.FromSeconds(1) || options.DeliveryTimeout > options.Lease / 2)
            yield return Fault(
                nameof(options.DeliveryTimeout),
                options.DeliveryTimeout,
                $"1 second to half of Lease ({options.Lease / 2})"
            );
        if (options.StopAfterFailures is < 1 or > 1000)
            yield return Fault(nameof(options.StopAfterFailures), options.StopAfterFailures, "1 to 1000");
    }

    private static bool IsLanguage(string? name)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(name) && CultureInfo.GetCultureInfo(name, predefinedOnly: true) is not null;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static string Fault(string name, object value, string allowed) =>
        string.Create(CultureInfo.InvariantCulture, $"ReminderOptions.{name} is {value}: use {allowed}.");
}
