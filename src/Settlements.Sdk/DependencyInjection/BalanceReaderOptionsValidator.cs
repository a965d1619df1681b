using Microsoft.Extensions.Options;
using Settlements.Balances;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Every fault of the reader's options at once.</summary>
internal sealed class BalanceReaderOptionsValidator : IValidateOptions<BalanceReaderOptions>
{
    public ValidateOptionsResult Validate(string? name, BalanceReaderOptions options) =>
        options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
}
