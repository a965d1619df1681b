using Microsoft.Extensions.Options;
using Settlements.Credit;

namespace Microsoft.Extensions.DependencyInjection;

internal sealed class OrderCheckOptionsValidator : IValidateOptions<OrderCheckOptions>
{
    public ValidateOptionsResult Validate(string? name, OrderCheckOptions options)
    {
        var problems = options.Problems().ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
