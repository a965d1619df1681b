using Microsoft.Extensions.Options;
using Settlements.Balances;
using Settlements.Credit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Every fault of the options at once, also one that shows only beside what else is registered.</summary>
/// <param name="services">Tells what is registered; null where the container cannot tell, and then the check itself refuses.</param>
internal sealed class OrderCheckOptionsValidator(IServiceProviderIsService? services = null) : IValidateOptions<OrderCheckOptions>
{
    public ValidateOptionsResult Validate(string? name, OrderCheckOptions options)
    {
        var problems = options.Problems().ToList();
        if (options.MaxSnapshotAge is not null && services is not null && !HasSnapshots(services))
            problems.Add(OrderCheck.NoSnapshots);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static bool HasSnapshots(IServiceProviderIsService services) =>
        services.IsService(typeof(BalanceReader)) && services.IsService(typeof(IBalanceStore));
}
