using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Settlements.Testing.BillManager;

/// <summary>A web server alone: it reads no configuration, writes no log and does not take over Ctrl+C.</summary>
internal sealed class PanelServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly KestrelServer _server;
    private readonly PanelApplication _application;
    private int _isDisposed;

    internal PanelServer(BillManagerEmulator emulator, PanelProgram program)
    {
        _application = new PanelApplication(emulator, program, _stopping.Token);
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(IPAddress.Loopback, emulator.Options.Port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        var sockets = new SocketTransportFactory(
            Microsoft.Extensions.Options.Options.Create(new SocketTransportOptions()),
            NullLoggerFactory.Instance
        );
        _server = new KestrelServer(Microsoft.Extensions.Options.Options.Create(kestrel), sockets, NullLoggerFactory.Instance);
    }

    internal Uri Address => new(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    internal Task StartAsync(CancellationToken cancellationToken) => _server.StartAsync(_application, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _server.StopAsync(_stopping.Token).ConfigureAwait(false);
        _server.Dispose();
        _stopping.Dispose();
    }
}
