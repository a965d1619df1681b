using Microsoft.Extensions.Options;
using Settlements.Payments;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Every fault of the schedule at once.</summary>
internal sealed class PaymentScheduleValidator : IValidateOptions<PaymentScheduleOptions>
{
    public ValidateOptionsResult Validate(string? name, PaymentScheduleOptions options) =>
        options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
}
