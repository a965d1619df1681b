using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Settlements.BillManager;
using Settlements.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the client of a BILLmanager.</summary>
public static class BillManagerSettlementsBuilderExtensions
{
    private const string ClientName = "Settlements.BillManager";

    /// <summary>Adds <see cref="BillManagerClient"/>.</summary>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts, or at first use.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">It was added before.</exception>
    public static BillManagerBuilder AddBillManager(this SettlementsBuilder builder, Action<BillManagerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        return Add(builder, configure);
    }

    /// <summary>Adds <see cref="BillManagerClient"/> with the options of a configuration section.</summary>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="section">Keys are the names of the options (<c>Endpoint</c>, <c>Resilience:TotalTimeout</c>); a key that is no option is an error.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">It was added before.</exception>
    public static BillManagerBuilder AddBillManager(this SettlementsBuilder builder, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        return Add(builder, options => BillManagerConfiguration.Bind(section, options));
    }

    private static BillManagerBuilder Add(SettlementsBuilder builder, Action<BillManagerOptions> configure)
    {
        var services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(PanelServices)))
            throw new InvalidOperationException("AddBillManager was called before: there is one panel in a program.");

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BillManagerOptions>, BillManagerOptionsValidator>());
        services.AddOptions<BillManagerOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton(provider => new PanelServices(provider, ClientName));
        services.AddSingleton(provider => provider.GetRequiredService<PanelServices>().Client);
        return new BillManagerBuilder(builder, AddHttpClient(services));
    }

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services) =>
        services
            .AddHttpClient(ClientName)
            .AddSettlementsPipeline(provider => provider.GetRequiredService<PanelServices>().Calls)
            .ConfigureAdditionalHttpMessageHandlers(
                (handlers, provider) => handlers.Add(provider.GetRequiredService<PanelServices>().BodyHandler())
            );
}
