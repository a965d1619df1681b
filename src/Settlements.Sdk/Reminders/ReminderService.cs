using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using Settlements.Scheduling;

namespace Settlements.Reminders;

/// <summary>Reminds in the background of a host: once a day at a set local time, and again the same day while something waits to be tried again.</summary>
/// <remarks>
/// Never two runs at one time. A run that the host slept through comes as soon as it is awake, once; days that were missed are caught up by the day's one run.
/// </remarks>
public sealed class ReminderService : BackgroundService
{
    /// <summary>Between two looks at the clock: timers do not notice when the clock is set or the machine sleeps.</summary>
    private static readonly Duration LongestWait = Duration.FromHours(1);

    private static readonly Duration ShortestPause = Duration.FromMinutes(1);

    private readonly ReminderRunner _runner;
    private readonly ReminderOptions _options;
    private readonly ReminderScheduleOptions _schedule;
    private readonly DailySchedule _daily;
    private readonly TimeProvider _time;
    private readonly ScheduledWork<ReminderReport?> _work;
    private Instant _nextDaily;
    private Instant? _retry;
    private int _failures;

    /// <summary>Made by the container: <c>AddSettlements().AddReminders().RunInBackground()</c>.</summary>
    /// <param name="runner">What runs.</param>
    /// <param name="options">The time zone, and the pauses after a run that failed as a whole.</param>
    /// <param name="schedule">When.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Gets failures.</param>
    public ReminderService(
        ReminderRunner runner,
        IOptions<ReminderOptions> options,
        IOptions<ReminderScheduleOptions> schedule,
        TimeProvider time,
        ILogger<ReminderService> logger
    )
    {
        ArgumentNullException.ThrowIfNull(runner);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(time);
        (_runner, _options, _schedule, _time) = (runner, options.Value, schedule.Value, time);
        _daily = new DailySchedule(_schedule.At, _options.Zone());
        _nextDaily = _daily.NextAfter(_time.GetCurrentInstant());
        _work = new ScheduledWork<ReminderReport?>(nameof(ReminderRunner), RunAsync, Pause, time, logger);
    }

    /// <summary>Reminds now, of what waits for a later attempt too; right after the run under way, if there is one.</summary>
    /// <param name="cancellationToken">Stops waiting; the run goes on.</param>
    /// <returns>The run's report.</returns>
    /// <exception cref="InvalidOperationException">The service has stopped.</exception>
    public async Task<ReminderReport> TriggerAsync(CancellationToken cancellationToken = default) =>
        (await _work.TriggerAsync(cancellationToken).ConfigureAwait(false))!;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var now = _time.GetCurrentInstant();
        var catchesUp = _schedule is { IsEnabled: true, CatchUpAtStart: true } && _daily.HasCome(now);
        _nextDaily = catchesUp ? now : _daily.NextAfter(now);
        return _work.LoopAsync(runAtStart: catchesUp, stoppingToken);
    }

    /// <returns>Null when it is not time yet and nobody asked.</returns>
    private async Task<ReminderReport?> RunAsync(bool isAskedFor, CancellationToken cancellationToken)
    {
        var now = _time.GetCurrentInstant();
        if (!isAskedFor && !(_schedule.IsEnabled && Next() <= now))
            return null;
        if (_nextDaily <= now)
            _nextDaily = _daily.NextAfter(now);
        try
        {
            var report = await _runner.RunOnceAsync(isAskedFor, cancellationToken).ConfigureAwait(false);
            (_failures, _retry) = (0, report.NextAttempt is { } next ? Instant.Max(next, Soon()) : null);
            return report;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            var pause = Duration.FromTimeSpan(_options.PauseAfter(++_failures));
            _retry = Instant.Max(_time.GetCurrentInstant() + pause, Soon());
            throw;
        }
    }

    private TimeSpan Pause()
    {
        if (!_schedule.IsEnabled)
            return Timeout.InfiniteTimeSpan;
        var wait = Duration.Max(Duration.Zero, Duration.Min(Next() - _time.GetCurrentInstant(), LongestWait));
        return TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
    }

    private Instant Next() => _retry is { } retry ? Instant.Min(retry, _nextDaily) : _nextDaily;

    private Instant Soon() => _time.GetCurrentInstant() + ShortestPause;
}
