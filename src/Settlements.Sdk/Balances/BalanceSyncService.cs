using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Settlements.Scheduling;

namespace Settlements.Balances;

/// <summary>Synchronises balances in the background of a host, every 30 to 60 minutes by default, never twice at one time.</summary>
public sealed class BalanceSyncService : BackgroundService
{
    private readonly BalanceSyncScheduleOptions _options;
    private readonly ScheduledWork<BalanceSyncReport> _work;

    /// <summary>Made by the container: <c>AddSettlements().AddBalanceSync().RunInBackground()</c>.</summary>
    /// <param name="sync">What runs.</param>
    /// <param name="options">When.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Gets failures.</param>
    public BalanceSyncService(
        BalanceSync sync,
        IOptions<BalanceSyncScheduleOptions> options,
        TimeProvider time,
        ILogger<BalanceSyncService> logger
    )
    {
        ArgumentNullException.ThrowIfNull(sync);
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _work = new ScheduledWork<BalanceSyncReport>(
            nameof(BalanceSync),
            (_, cancellationToken) => sync.RunOnceAsync(cancellationToken),
            new SchedulePause(_options.IsEnabled ? _options.Every : null, _options.JitterPercent, _options.Seed).Next,
            time,
            logger
        );
    }

    /// <summary>Synchronises now; right after the run under way, if there is one.</summary>
    /// <param name="cancellationToken">Stops waiting; the run goes on.</param>
    /// <returns>The run's report.</returns>
    /// <exception cref="InvalidOperationException">The service has stopped.</exception>
    public Task<BalanceSyncReport> TriggerAsync(CancellationToken cancellationToken = default) => _work.TriggerAsync(cancellationToken);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        _work.LoopAsync(_options is { IsEnabled: true, RunAtStart: true }, stoppingToken);
}
