using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Settlements.Balances;
using Settlements.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the reading of balances through caches.</summary>
public static class BalanceReaderSettlementsBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="BalanceReader"/> as a singleton. It needs an <see cref="IBalanceSource"/> (such as <c>AddOneC</c> registers), and uses an
    /// <see cref="IDistributedCache"/> and an <see cref="IBalanceStore"/> where the host registers them, in any order. <c>AddOrderCheck</c> reads through it.
    /// </summary>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts, or at first use. Null for the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static SettlementsBuilder AddBalanceReader(this SettlementsBuilder builder, Action<BalanceReaderOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Add(builder, configure ?? (_ => { }));
    }

    /// <summary>Adds <see cref="BalanceReader"/> with the options of a configuration section.</summary>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="section">
    /// Keys are the names of the options, times as <c>00:01:00</c>; an empty text switches <c>MaxSnapshotAge</c> and <c>SnapshotAfter</c> off. A key that is no option is
    /// an error.
    /// </param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static SettlementsBuilder AddBalanceReader(this SettlementsBuilder builder, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        return Add(builder, options => BalanceReaderConfiguration.Bind(section, options));
    }

    private static SettlementsBuilder Add(SettlementsBuilder builder, Action<BalanceReaderOptions> configure)
    {
        var services = builder.Services;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BalanceReaderOptions>, BalanceReaderOptionsValidator>());
        services.AddOptions<BalanceReaderOptions>().Configure(configure).ValidateOnStart();
        services.TryAddSingleton(provider => new BalanceReader(
            provider.GetRequiredService<IBalanceSource>(),
            provider.GetRequiredService<IOptions<BalanceReaderOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IDistributedCache>(),
            provider.GetService<IBalanceStore>(),
            provider.GetService<ILogger<BalanceReader>>(),
            provider.GetRequiredService<SettlementsMeter>()
        ));
        return builder;
    }
}
