using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Settlements.Balances;
using Settlements.Http;
using Settlements.OneC;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the client of a 1C balance service.</summary>
public static class OneCSettlementsBuilderExtensions
{
    private const string ClientName = "Settlements.OneC";

    /// <summary>Adds <see cref="OneCBalanceClient"/>, also as <see cref="IBalanceSource"/>.</summary>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts, or at first use.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">It was added before: give a further publication a name.</exception>
    public static OneCBuilder AddOneC(this SettlementsBuilder builder, Action<OneCOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        return Add(builder, Options.Options.DefaultName, options => options.Configure(configure));
    }

    /// <summary>Adds <see cref="OneCBalanceClient"/> with the options of a configuration section, also as <see cref="IBalanceSource"/>.</summary>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="section">
    /// Keys are the names of the options (<c>BaseUrl</c>, <c>Resilience:TotalTimeout</c>, <c>Fields:Debt:0</c>); a key that is no option is an error. Lists replace the defaults.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">It was added before: give a further publication a name.</exception>
    public static OneCBuilder AddOneC(this SettlementsBuilder builder, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        return Add(builder, Options.Options.DefaultName, options => options.Configure(value => OneCConfiguration.Bind(section, value)));
    }

    /// <summary>Adds one of several publications; <see cref="OneCBalanceClient"/> and <see cref="IBalanceSource"/> are keyed services under its name.</summary>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="name">The key of the services.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts, or at first use.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The name was added before.</exception>
    public static OneCBuilder AddOneC(this SettlementsBuilder builder, string name, Action<OneCOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);
        return Add(builder, name, options => options.Configure(configure));
    }

    /// <summary>The name of a publication's HTTP client, which is the key of its services too.</summary>
    internal static string ClientOf(string name) => name.Length == 0 ? ClientName : $"{ClientName}:{name}";

    private static OneCBuilder Add(SettlementsBuilder builder, string name, Action<OptionsBuilder<OneCOptions>> configure)
    {
        var services = builder.Services;
        var client = ClientOf(name);
        if (
            services.Any(service =>
                service.IsKeyedService && service.ServiceType == typeof(OneCPublication) && Equals(service.ServiceKey, client)
            )
        )
            throw new InvalidOperationException(
                name.Length == 0
                    ? "AddOneC was called before: give a further publication a name, AddOneC(\"name\", ...)."
                    : $"AddOneC was called before with the name '{name}'."
            );

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OneCOptions>, OneCOptionsValidator>());
        configure(services.AddOptions<OneCOptions>(name).ValidateOnStart());
        services.AddKeyedSingleton(client, (provider, _) => new OneCPublication(provider, name, client));
        services.AddSingleton(new OneCRegistration(name, client));
        AddBalanceSource(services, name, client);
        return new OneCBuilder(builder, AddHttpClient(services, client), name, client);
    }

    private static void AddBalanceSource(IServiceCollection services, string name, string client)
    {
        if (name.Length == 0)
        {
            services.AddSingleton(provider => Publication(provider, client).Balances);
            services.AddSingleton<IBalanceSource>(provider => provider.GetRequiredService<OneCBalanceClient>());
        }
        else
        {
            services.AddKeyedSingleton(name, (provider, _) => Publication(provider, client).Balances);
            services.AddKeyedSingleton<IBalanceSource>(name, (provider, _) => Publication(provider, client).Balances);
        }
    }

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string client) =>
        services
            .AddHttpClient(client)
            .AddSettlementsPipeline(provider => Publication(provider, client).Calls)
            .ConfigureAdditionalHttpMessageHandlers(
                (handlers, provider) =>
                {
                    var publication = Publication(provider, client);
                    handlers.Add(publication.AuthenticationHandler());
                    if (publication.SessionHandler() is { } sessions)
                        handlers.Add(sessions);
                    handlers.Add(publication.BodyHandler());
                }
            );

    private static OneCPublication Publication(IServiceProvider provider, string client) =>
        provider.GetRequiredKeyedService<OneCPublication>(client);
}
