using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Settlements.Balances;
using Settlements.Terms;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the import and the synchronisation of balances.</summary>
public static class BalanceImportSettlementsBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="BalanceImporter"/> as a singleton. It needs an <see cref="IBalanceStore"/>, and saves terms where an <see cref="IPaymentTermsStore"/> is registered.
    /// </summary>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts, or at first use. Null for the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static SettlementsBuilder AddBalanceImport(this SettlementsBuilder builder, Action<BalanceImportOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<BalanceImportOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BalanceImportOptions>>(
            new OptionsProblems<BalanceImportOptions>(options => options.Problems())
        );
        services.TryAddSingleton(provider => new BalanceImporter(
            provider.GetRequiredService<IBalanceStore>(),
            provider.GetRequiredService<IOptions<BalanceImportOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IPaymentTermsStore>(),
            provider.GetService<ILogger<BalanceImporter>>()
        ));
        return builder;
    }

    /// <summary>
    /// Adds <see cref="BalanceSync"/> as a singleton; nothing runs by itself until <see cref="BalanceSyncBuilder.RunInBackground"/>. It needs an
    /// <see cref="IBalanceSource"/> (such as <c>AddOneC</c> registers) and an <see cref="IBalanceStore"/>, and saves terms where an <see cref="IPaymentTermsStore"/> is registered.
    /// </summary>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts, or at first use. Null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static BalanceSyncBuilder AddBalanceSync(this SettlementsBuilder builder, Action<BalanceSyncOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<BalanceSyncOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BalanceSyncOptions>>(new OptionsProblems<BalanceSyncOptions>(options => options.Problems()));
        services.TryAddSingleton(provider => new BalanceSync(
            provider.GetRequiredService<IBalanceSource>(),
            provider.GetRequiredService<IBalanceStore>(),
            provider.GetRequiredService<IOptions<BalanceSyncOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IPaymentTermsStore>(),
            provider.GetService<ILogger<BalanceSync>>()
        ));
        return new BalanceSyncBuilder(builder);
    }
}
