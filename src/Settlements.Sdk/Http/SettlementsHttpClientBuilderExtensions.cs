using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Settlements.Http;

/// <summary>What both clients want of their named <see cref="HttpClient"/>.</summary>
internal static class SettlementsHttpClientBuilderExtensions
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// No redirects, no cookies, unpacking, no time-out of its own, none of the factory's logging (it writes whole addresses and headers), and
    /// <see cref="ResilienceHandler"/> outermost.
    /// </summary>
    /// <param name="builder">Of the named client.</param>
    /// <param name="calls">Gives the same object each time: a breaker of its own for every handler would forget what it saw.</param>
    internal static IHttpClientBuilder AddSettlementsPipeline(
        this IHttpClientBuilder builder,
        Func<IServiceProvider, ResilientCalls> calls
    ) =>
        builder
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
                    PooledConnectionLifetime = ConnectionLifetime,
                }
            )
            .AddHttpMessageHandler(services => new ResilienceHandler(calls(services)));
}
