using System.Globalization;
using Microsoft.Extensions.Logging;
using NodaTime;
using Settlements.Http;

namespace Settlements.Balances;

/// <summary>
/// Calls of something that keeps balances beside the source: it may neither fail a reading nor hold it up. A failure is logged, counted and passed by, and for a
/// while after it nothing is asked.
/// </summary>
/// <param name="name">The value of <see cref="SettlementsTelemetry.BalanceKeeperTag"/>.</param>
/// <param name="timeout">How long a call is waited for.</param>
/// <param name="pause">How long nothing is asked after a failure.</param>
/// <param name="time">The clock.</param>
/// <param name="meter">Counts failures.</param>
/// <param name="logger">Gets the first failure of each pause.</param>
internal sealed class BalanceKeeper(
    string name,
    Duration timeout,
    Duration pause,
    TimeProvider time,
    SettlementsMeter meter,
    ILogger logger
)
{
    private readonly Lock _lock = new();
    private readonly TimeSpan _pause = pause.ToTimeSpan();
    private long? _failedAt;

    private bool IsPaused
    {
        get
        {
            lock (_lock)
                return _failedAt is { } failedAt && time.GetElapsedTime(failedAt) < _pause;
        }
    }

    /// <summary>Calls and waits, for the time that is allowed.</summary>
    /// <param name="operation">What it is, for log and metric.</param>
    /// <param name="call">The call. It may go on when nobody waits for it any more.</param>
    /// <param name="insists">True to ask in a pause too.</param>
    /// <returns>Whether it was done, and what it gave.</returns>
    internal async Task<(bool IsDone, T? Result)> TryAsync<T>(string operation, Func<CancellationToken, Task<T>> call, bool insists = false)
    {
        if (!insists && IsPaused)
            return (false, default);

        using var patience = new CancellationTokenSource(timeout.ToTimeSpan(), time);
        Task<T>? running = null;
        try
        {
            running = call(patience.Token);
            var result = await running.WaitAsync(patience.Token).ConfigureAwait(false);
            Answered();
            return (true, result);
        }
#pragma warning disable CA1031 // Whatever a cache or a store throws, the figures are at hand without it; it is logged and counted.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _ = running?.ContinueWith(
                static late => late.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
            Failed(operation, exception, isLate: exception is OperationCanceledException && patience.IsCancellationRequested, insists);
            return (false, default);
        }
    }

    internal void Count(string operation) =>
        meter.BalanceKeeperFailures.Add(
            1,
            new(SettlementsTelemetry.BalanceKeeperTag, name),
            new(SettlementsTelemetry.OperationTag, operation)
        );

    private void Answered()
    {
        lock (_lock)
            _failedAt = null;
    }

    private void Failed(string operation, Exception exception, bool isLate, bool insists)
    {
        var wasPaused = IsPaused;
        lock (_lock)
            _failedAt = time.GetTimestamp();
        Count(operation);
        // Of a hundred readings that one outage meets, one line says it.
        if (!wasPaused || insists)
            logger.KeeperFailed(
                isLate ? null : exception,
                name,
                operation,
                isLate
                    ? string.Create(CultureInfo.InvariantCulture, $"no answer within {timeout.TotalMilliseconds:0} ms")
                    : exception.GetType().Name,
                pause
            );
    }
}
