using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Settlements.Testing.OneC;

/// <summary>A web server alone, without a generic host: it reads no configuration, writes no log and does not take over Ctrl+C.</summary>
internal sealed class EmulatorHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly KestrelServer _server;

    private EmulatorHost() => _server = CreateServer();

    /// <summary>Scheme, address and port.</summary>
    public Uri Address => new(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <summary>Starts on a free loopback port.</summary>
    public static async Task<EmulatorHost> StartAsync(EmulatorState state, CancellationToken cancellationToken)
    {
        var host = new EmulatorHost();
        var application = new EmulatorApplication(state, host._stopping.Token);
        await host._server.StartAsync(application, cancellationToken).ConfigureAwait(false);
        return host;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _server.StopAsync(_stopping.Token).ConfigureAwait(false);
        _server.Dispose();
    }

    private static KestrelServer CreateServer()
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        // A dripping answer must not be cut off by the machine's clock.
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        return new KestrelServer(Options.Create(kestrel), sockets, NullLoggerFactory.Instance);
    }
}
