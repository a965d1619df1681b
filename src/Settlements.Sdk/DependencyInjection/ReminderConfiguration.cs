using System.Globalization;
using Microsoft.Extensions.Configuration;
using NodaTime;
using NodaTime.Text;
using Settlements;
using Settlements.Reminders;
using Settlements.Terms;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Takes <see cref="ReminderOptions"/> and <see cref="ReminderScheduleOptions"/> out of configuration.</summary>
internal static class ReminderConfiguration
{
    internal static void Bind(IConfiguration configuration, ReminderOptions options)
    {
        var section = new SectionReader(configuration);
        section.Text(nameof(options.TimeZone), value => options.TimeZone = value);
        section.Text(nameof(options.Language), value => options.Language = value);
        section.Count(nameof(options.MaxParallel), value => options.MaxParallel = value);
        section.Count(nameof(options.StopAfterFailures), value => options.StopAfterFailures = value);
        section.Time(nameof(options.DeliveryTimeout), value => options.DeliveryTimeout = value);
        section.Time(nameof(options.FirstPause), value => options.FirstPause = value);
        section.Time(nameof(options.LongestPause), value => options.LongestPause = value);
        section.Time(nameof(options.Lease), value => options.Lease = value);
        if (section.Has(nameof(options.Plan)))
            section.Section(nameof(options.Plan), inner => options.Plan = PlanOf(inner) ?? options.Plan);
        else
            section.Sections(nameof(options.Plan), (_, _) => { });
        var plans = new Dictionary<string, ReminderPlan>(options.Plans, StringComparer.Ordinal);
        section.Sections(nameof(options.Plans), (name, inner) => plans[name] = PlanOf(inner) ?? options.Plan);
        options.Plans = plans;
        options.ConfigurationFaults = section.Finish();
    }

    internal static void Bind(IConfiguration configuration, ReminderScheduleOptions options)
    {
        var section = new SectionReader(configuration);
        section.Flag(nameof(options.IsEnabled), value => options.IsEnabled = value);
        section.Flag(nameof(options.CatchUpAtStart), value => options.CatchUpAtStart = value);
        section.Parsed<LocalTime>(nameof(options.At), "a time such as 09:00", TryTime, value => options.At = value);
        options.ConfigurationFaults = section.Finish();
    }

    /// <returns>Null when it cannot be read; the reader says why.</returns>
    private static ReminderPlan? PlanOf(SectionReader section)
    {
        List<ReminderStep> steps = [];
        ProductionCalendar? calendar = null;
        var graceDays = 0;
        List<Money> minimums = [];
        var hasSteps = section.Has("Steps");
        section.Sections("Steps", (_, step) => steps.Add(StepOf(step)));
        section.Parsed<ProductionCalendar>("Calendar", "RU, BY or KZ", ProductionCalendar.TryGet!, value => calendar = value);
        section.Count(nameof(ReminderPlan.GraceDays), value => graceDays = value);
        section.Entries<decimal>(
            nameof(ReminderPlan.MinimumAmounts),
            "an amount such as 100.00 under the code of its currency",
            Decimals.TryParse,
            (code, amount) => AddMinimum(section, minimums, code, amount)
        );
        if (section.Faults.Count > 0)
            return null;
        try
        {
            return new ReminderPlan(hasSteps ? steps : ReminderPlan.Default.Steps, calendar, graceDays, minimums);
        }
        catch (ArgumentException e)
        {
            section.Faults.Add(e.Message);
            return null;
        }
    }

    private static ReminderStep StepOf(SectionReader section)
    {
        var step = new ReminderStep
        {
            Name = "",
            OffsetDays = 0,
            Actions = [],
        };
        section.Text(nameof(step.Name), value => step = step with { Name = value });
        section.Count(nameof(step.OffsetDays), value => step = step with { OffsetDays = value });
        section.Choice<ReminderUnit>(nameof(step.Unit), value => step = step with { Unit = value });
        section.List(
            nameof(step.Actions),
            names =>
            {
                var actions = names.Select(name =>
                    Enum.TryParse<ReminderActionKind>(name, ignoreCase: true, out var kind) ? kind : (ReminderActionKind)(-1)
                );
                step = step with { Actions = [.. actions] };
            }
        );
        return step;
    }

    private static void AddMinimum(SectionReader section, List<Money> minimums, string code, decimal amount)
    {
        if (Currency.TryParse(code, out var currency))
            minimums.Add(new Money(amount, currency));
        else
            section.Faults.Add($"{nameof(ReminderPlan.MinimumAmounts)}.{code} is no currency of ISO 4217: give a code such as RUB.");
    }

    private static bool TryTime(string text, out LocalTime time) =>
        LocalTimePattern.Create("HH':'mm", CultureInfo.InvariantCulture).Parse(text).TryGetValue(default, out time);
}
