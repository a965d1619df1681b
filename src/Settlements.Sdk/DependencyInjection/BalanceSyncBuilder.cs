using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Settlements.Balances;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The synchronisation that was added: its schedule, and the way back to add other parts.</summary>
public sealed class BalanceSyncBuilder
{
    internal BalanceSyncBuilder(SettlementsBuilder settlements) => Settlements = settlements;

    /// <summary>Goes on adding parts.</summary>
    public SettlementsBuilder Settlements { get; }

    /// <summary>Synchronises every 30 to 60 minutes while the host runs: <see cref="BalanceSyncService"/>.</summary>
    /// <param name="configure">Other times, or the switch to turn it off by configuration; null for the defaults.</param>
    /// <returns>The same builder.</returns>
    public BalanceSyncBuilder RunInBackground(Action<BalanceSyncScheduleOptions>? configure = null)
    {
        var services = Settlements.Services;
        services.AddOptions<BalanceSyncScheduleOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.AddSingleton<Options.IValidateOptions<BalanceSyncScheduleOptions>>(
            new OptionsProblems<BalanceSyncScheduleOptions>(options => options.Problems())
        );
        services.TryAddSingleton<BalanceSyncService>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<BalanceSyncService>());
        return this;
    }
}
