using Microsoft.Extensions.Options;
using Settlements.Reminders;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Every fault of the reminders' options at once.</summary>
internal sealed class ReminderOptionsValidator : IValidateOptions<ReminderOptions>
{
    public ValidateOptionsResult Validate(string? name, ReminderOptions options) =>
        ReminderOptionsProblems.Of(options).ToList() is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;
}
