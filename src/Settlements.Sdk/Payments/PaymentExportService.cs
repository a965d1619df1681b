using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Settlements.Scheduling;

namespace Settlements.Payments;

/// <summary>Exports payments in the background of a host, hourly by default.</summary>
public sealed class PaymentExportService : BackgroundService
{
    private readonly PaymentScheduleOptions _options;
    private readonly ScheduledWork<ExportReport> _work;

    /// <summary>Made by the container: <c>AddSettlements().AddPaymentExport().RunInBackground()</c>.</summary>
    /// <param name="exporter">What runs.</param>
    /// <param name="options">When.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Gets failures.</param>
    public PaymentExportService(
        PaymentExporter exporter,
        IOptions<PaymentScheduleOptions> options,
        TimeProvider time,
        ILogger<PaymentExportService> logger
    )
    {
        ArgumentNullException.ThrowIfNull(exporter);
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _work = new ScheduledWork<ExportReport>(
            nameof(PaymentExporter),
            (isAskedFor, cancellationToken) => exporter.RunOnceAsync(isAskedFor, cancellationToken),
            new SchedulePause(_options.IsEnabled ? _options.ExportEvery : null, _options.JitterPercent, _options.Seed).Next,
            time,
            logger
        );
    }

    /// <summary>Exports now, documents too that wait for a later attempt; right after the run under way, if there is one.</summary>
    /// <param name="cancellationToken">Stops waiting; the run goes on.</param>
    /// <returns>The run's report.</returns>
    /// <exception cref="InvalidOperationException">The service has stopped.</exception>
    public Task<ExportReport> TriggerAsync(CancellationToken cancellationToken = default) => _work.TriggerAsync(cancellationToken);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        _work.LoopAsync(_options is { IsEnabled: true, RunAtStart: true }, stoppingToken);
}
