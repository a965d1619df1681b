namespace Microsoft.Extensions.DependencyInjection;

/// <summary>A BILLmanager that was added: its HTTP client to configure further, and the way back to add other parts.</summary>
public sealed class BillManagerBuilder
{
    internal BillManagerBuilder(SettlementsBuilder settlements, IHttpClientBuilder httpClient)
    {
        Settlements = settlements;
        HttpClient = httpClient;
    }

    /// <summary>Goes on adding parts.</summary>
    public SettlementsBuilder Settlements { get; }

    /// <summary>
    /// The named HTTP client behind the panel's client. Handlers added here stand next to the wire and see every attempt; a primary handler set here replaces ours, which follows no
    /// redirect, keeps no cookie and unpacks answers.
    /// </summary>
    public IHttpClientBuilder HttpClient { get; }
}
