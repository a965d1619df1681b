using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Settlements.Linking;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the linking of users to counterparties.</summary>
public static class LinkingSettlementsBuilderExtensions
{
    /// <summary>Adds <see cref="CounterpartyLinker"/>.</summary>
    /// <remarks>
    /// Needs an <see cref="ICounterpartyLinkStore"/>; an <see cref="ICounterpartyDirectory"/>, such as that of <see cref="OneCBuilder.AddDirectory"/>, is used when one is
    /// registered. A wrong option is an <see cref="OptionsValidationException"/> at the start of the host, or at first use where no host runs.
    /// </remarks>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="configure">Sets the options; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static SettlementsBuilder AddLinking(this SettlementsBuilder builder, Action<CounterpartyLinkerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<CounterpartyLinkerOptions>, CounterpartyLinkerOptionsValidator>()
        );
        var options = services.AddOptions<CounterpartyLinkerOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddSingleton(provider => new CounterpartyLinker(
            provider.GetRequiredService<ICounterpartyLinkStore>(),
            provider.GetRequiredService<IOptions<CounterpartyLinkerOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ICounterpartyDirectory>(),
            provider.GetService<ILogger<CounterpartyLinker>>()
        ));
        return builder;
    }
}
