using System.Diagnostics.Metrics;

namespace Settlements.Http;

/// <summary>The library's meter and its instruments.</summary>
internal sealed class SettlementsMeter : IDisposable
{
    private readonly Meter? _owned;

    /// <param name="factory">The host's factory, which owns what it makes; without one the meter is made here.</param>
    internal SettlementsMeter(IMeterFactory? factory)
    {
        _owned = factory is null ? new Meter(SettlementsTelemetry.MeterName) : null;
        var meter = _owned ?? factory!.Create(SettlementsTelemetry.MeterName);
        Duration = meter.CreateHistogram<double>(
            SettlementsTelemetry.ClientDuration,
            "s",
            "A call of a client, waiting and repetitions included."
        );
        QueueWait = meter.CreateHistogram<double>(
            SettlementsTelemetry.ClientQueueWait,
            "s",
            "Waiting for a turn under the cap of requests at one time."
        );
        Retries = meter.CreateCounter<long>(SettlementsTelemetry.ClientRetries, "{request}", "Requests that were sent again.");
        BalanceReads = meter.CreateCounter<long>(SettlementsTelemetry.BalanceReads, "{reading}", "Readings of balances that were given.");
        BalanceKeeperFailures = meter.CreateCounter<long>(
            SettlementsTelemetry.BalanceKeeperFailures,
            "{failure}",
            "Times that a balance could not be kept, or what was kept could not be read."
        );
        BreakerOpened = meter.CreateCounter<long>(SettlementsTelemetry.ClientBreakerOpened, "{opening}", "Times a circuit breaker opened.");
    }

    internal Histogram<double> Duration { get; }

    internal Histogram<double> QueueWait { get; }

    internal Counter<long> Retries { get; }

    internal Counter<long> BreakerOpened { get; }

    internal Counter<long> BalanceReads { get; }

    internal Counter<long> BalanceKeeperFailures { get; }

    public void Dispose() => _owned?.Dispose();
}
