using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Settlements.Scheduling;

namespace Settlements.Payments;

/// <summary>Loads the panel's accounts in the background of a host, daily by default.</summary>
public sealed class AccountLoadService : BackgroundService
{
    private readonly PaymentScheduleOptions _options;
    private readonly ScheduledWork<AccountLoadReport> _work;

    /// <summary>Made by the container: <c>AddSettlements().AddPaymentExport().RunInBackground()</c>.</summary>
    /// <param name="loader">What runs.</param>
    /// <param name="options">When.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Gets failures.</param>
    public AccountLoadService(
        AccountLoader loader,
        IOptions<PaymentScheduleOptions> options,
        TimeProvider time,
        ILogger<AccountLoadService> logger
    )
    {
        ArgumentNullException.ThrowIfNull(loader);
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _work = new ScheduledWork<AccountLoadReport>(
            nameof(AccountLoader),
            (_, cancellationToken) => loader.RunOnceAsync(cancellationToken),
            new SchedulePause(_options.IsEnabled ? _options.LoadAccountsEvery : null, _options.JitterPercent, _options.Seed).Next,
            time,
            logger
        );
    }

    /// <summary>Loads now; right after the run under way, if there is one.</summary>
    /// <param name="cancellationToken">Stops waiting; the run goes on.</param>
    /// <returns>The load's report.</returns>
    /// <exception cref="InvalidOperationException">The service has stopped.</exception>
    public Task<AccountLoadReport> TriggerAsync(CancellationToken cancellationToken = default) => _work.TriggerAsync(cancellationToken);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        _work.LoopAsync(_options is { IsEnabled: true, RunAtStart: true }, stoppingToken);
}
