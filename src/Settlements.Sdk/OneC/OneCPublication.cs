using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Settlements.Http;

namespace Settlements.OneC;

/// <summary>All that one registered publication keeps for as long as the program runs: its cap, breaker, sessions and the memory of a refused login.</summary>
internal sealed class OneCPublication : IDisposable, IAsyncDisposable
{
    private readonly OneCOptions _options;
    private readonly AuthenticationGuard _guard;
    private readonly OneCSessionPool? _sessions;
    private readonly ILogger _logger;

    internal OneCPublication(IServiceProvider services, string name, string client)
    {
        _options = services.GetRequiredService<IOptionsMonitor<OneCOptions>>().Get(name);
        _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger<OneCBalanceClient>();
        var timeProvider = services.GetRequiredService<TimeProvider>();
        var factory = services.GetRequiredService<IHttpClientFactory>();
        var telemetry = new ClientTelemetry(services.GetRequiredService<SettlementsMeter>(), "onec", name, timeProvider);
        HttpClient Http() => factory.CreateClient(client);

        _guard = new AuthenticationGuard(_options, timeProvider, _logger);
        _sessions = _options.ReuseSessions ? new OneCSessionPool(Http, new OneCRequests(_options).Nothing, timeProvider, _logger) : null;
        Calls = new ResilientCalls(
            _options.Resilience,
            timeProvider,
            telemetry,
            _logger,
            _options.ReuseSessions ? _options.MaxSessions : int.MaxValue
        );
        var exchange = new OneCExchange(Http, _options, _guard, telemetry);
        Balances = new OneCBalanceClient(exchange, _options, timeProvider, _logger);
        Directory = new OneCDirectoryClient(exchange, _options, _logger);
        Probe = new OneCProbe(Http, _options, _guard, timeProvider);
    }

    internal ResilientCalls Calls { get; }

    internal OneCBalanceClient Balances { get; }

    internal OneCDirectoryClient Directory { get; }

    internal OneCProbe Probe { get; }

    internal OneCAuthenticationHandler AuthenticationHandler() => new(_options, _guard);

    internal OneCSessionHandler? SessionHandler() => _sessions is null ? null : new(_sessions, _logger);

    internal BoundedContentHandler BodyHandler() => new(_options.MaxResponseBytes);

    public void Dispose()
    {
        _sessions?.Dispose();
        DisposeRest();
    }

    public async ValueTask DisposeAsync()
    {
        if (_sessions is not null)
            await _sessions.DisposeAsync().ConfigureAwait(false);
        DisposeRest();
    }

    private void DisposeRest()
    {
        Calls.Dispose();
        _guard.Dispose();
    }
}
