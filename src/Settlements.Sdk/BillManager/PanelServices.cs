using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Settlements.Http;

namespace Settlements.BillManager;

/// <summary>All that the registered panel keeps for as long as the program runs: its cap, breaker and session.</summary>
internal sealed class PanelServices : IDisposable
{
    private readonly int _maxResponseBytes;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _timeProvider;

    internal PanelServices(IServiceProvider services, string client)
    {
        var options = services.GetRequiredService<IOptions<BillManagerOptions>>().Value;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger<BillManagerClient>();
        var timeProvider = services.GetRequiredService<TimeProvider>();
        var factory = services.GetRequiredService<IHttpClientFactory>();
        var telemetry = new ClientTelemetry(services.GetRequiredService<SettlementsMeter>(), "billmanager", "", timeProvider);

        _maxResponseBytes = options.MaxResponseBytes;
        Calls = new ResilientCalls(options.Resilience, timeProvider, telemetry, logger);
        _patience = HealthProbe.Patience(options.Resilience);
        _timeProvider = timeProvider;
        Client = new BillManagerClient(() => factory.CreateClient(client), options, telemetry, timeProvider, logger);
    }

    internal ResilientCalls Calls { get; }

    internal BillManagerClient Client { get; }

    internal BillManagerHealthCheck HealthCheck() => new(Client.Connection, _patience, _timeProvider);

    internal BoundedContentHandler BodyHandler() => new(_maxResponseBytes);

    public void Dispose() => Calls.Dispose();
}
