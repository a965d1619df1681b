using Microsoft.Extensions.Options;
using Settlements.Reminders;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What configuration says that cannot be read; every value that can is right.</summary>
internal sealed class ReminderScheduleValidator : IValidateOptions<ReminderScheduleOptions>
{
    public ValidateOptionsResult Validate(string? name, ReminderScheduleOptions options) =>
        options.ConfigurationFaults.Count > 0
            ? ValidateOptionsResult.Fail(options.ConfigurationFaults.Select(fault => $"ReminderScheduleOptions.{fault}"))
            : ValidateOptionsResult.Success;
}
