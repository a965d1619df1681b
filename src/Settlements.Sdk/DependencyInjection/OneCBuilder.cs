using Settlements.Linking;
using Settlements.OneC;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>A 1C publication that was added: its HTTP client to configure further, and the way back to add other parts.</summary>
public sealed class OneCBuilder
{
    private readonly string _name;
    private readonly string _client;

    internal OneCBuilder(SettlementsBuilder settlements, IHttpClientBuilder httpClient, string name, string client)
    {
        Settlements = settlements;
        HttpClient = httpClient;
        _name = name;
        _client = client;
    }

    /// <summary>Goes on adding parts: <c>AddOneC(...).Settlements.AddOrderCheck(...)</c>.</summary>
    public SettlementsBuilder Settlements { get; }

    /// <summary>
    /// The named HTTP client behind the 1C client. Handlers added here stand next to the wire and see every attempt; a primary handler set here replaces ours, which follows no
    /// redirect, keeps no cookie and unpacks answers.
    /// </summary>
    public IHttpClientBuilder HttpClient { get; }

    /// <summary>
    /// Adds <see cref="OneCDirectoryClient"/>, also as <see cref="ICounterpartyDirectory"/>: for a publication that has the directory of
    /// <c>docs/onec-directory-service.md</c>. Of a named publication both are keyed services under its name.
    /// </summary>
    public OneCBuilder AddDirectory()
    {
        var services = Settlements.Services;
        if (_name.Length == 0)
        {
            services.AddSingleton(provider => Directory(provider));
            services.AddSingleton<ICounterpartyDirectory>(provider => provider.GetRequiredService<OneCDirectoryClient>());
        }
        else
        {
            services.AddKeyedSingleton(_name, (provider, _) => Directory(provider));
            services.AddKeyedSingleton<ICounterpartyDirectory>(_name, (provider, _) => Directory(provider));
        }

        return this;
    }

    private OneCDirectoryClient Directory(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<OneCPublication>(_client).Directory;
}
