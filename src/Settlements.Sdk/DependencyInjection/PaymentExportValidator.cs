using Microsoft.Extensions.Options;
using Settlements.Payments;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Every fault of the export's options at once.</summary>
internal sealed class PaymentExportValidator : IValidateOptions<PaymentExportOptions>
{
    public ValidateOptionsResult Validate(string? name, PaymentExportOptions options) =>
        PaymentExportOptionsProblems.Of(options).ToList() is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;
}
