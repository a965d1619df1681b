using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Settlements.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Settlements.Sdk to a host.</summary>
public static class SettlementsServiceCollectionExtensions
{
    /// <summary>Begins to add parts of Settlements.Sdk. Calling it again is harmless.</summary>
    /// <param name="services">The services of the host; <see cref="TimeProvider"/> is added unless the host has one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static SettlementsBuilder AddSettlements(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new SettlementsMeter(provider.GetService<IMeterFactory>()));
        return new SettlementsBuilder(services);
    }
}
