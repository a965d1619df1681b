using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Settlements.Balances;
using Settlements.Credit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the check of orders.</summary>
public static class OrderCheckSettlementsBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="OrderCheck"/> as a singleton. It needs an <see cref="IBalanceSource"/> (such as <c>AddOneC</c> registers), reads through the
    /// <see cref="BalanceReader"/> where <c>AddBalanceReader</c> was called, uses <see cref="IExchangeRates"/>, <see cref="ICreditOverrides"/>,
    /// <see cref="ICreditDecisionLog"/> and <see cref="ICreditStatusStore"/> where the host registers them, and keeps holds in the host's
    /// <see cref="ICreditHoldStore"/>; without one it keeps them in
    /// memory, which serves a single process and forgets at a restart.
    /// </summary>
    /// <param name="builder">The builder that <c>AddSettlements</c> gave.</param>
    /// <param name="configure">Sets the policy and the life of holds; null keeps the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>A wrong option is an <see cref="OptionsValidationException"/> at the start of the host, or at first use where no host runs.</remarks>
    public static SettlementsBuilder AddOrderCheck(this SettlementsBuilder builder, Action<OrderCheckOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OrderCheckOptions>, OrderCheckOptionsValidator>());
        var options = services.AddOptions<OrderCheckOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddSingleton<ICreditHoldStore>(provider => new InMemoryCreditHoldStore(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(Create);
        return builder;
    }

    private static OrderCheck Create(IServiceProvider provider)
    {
        var holds = provider.GetRequiredService<ICreditHoldStore>();
        var options = provider.GetRequiredService<IOptions<OrderCheckOptions>>().Value;
        var time = provider.GetRequiredService<TimeProvider>();
        var rates = provider.GetService<IExchangeRates>();
        var overrides = provider.GetService<ICreditOverrides>();
        var log = provider.GetService<ICreditDecisionLog>();
        var status = provider.GetService<ICreditStatusStore>();
        return provider.GetService<BalanceReader>() is { } balances
            ? new OrderCheck(balances, holds, options, time, rates, overrides, log, status)
            : new OrderCheck(provider.GetRequiredService<IBalanceSource>(), holds, options, time, rates, overrides, log, status);
    }
}
