using Microsoft.Extensions.Options;
using Settlements.Linking;

namespace Microsoft.Extensions.DependencyInjection;

internal sealed class CounterpartyLinkerOptionsValidator : IValidateOptions<CounterpartyLinkerOptions>
{
    public ValidateOptionsResult Validate(string? name, CounterpartyLinkerOptions options)
    {
        var problems = options.Problems().ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
