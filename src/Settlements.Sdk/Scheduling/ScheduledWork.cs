using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Settlements.Scheduling;

/// <summary>Runs a piece of work at intervals and when somebody asks for it, never twice at one time.</summary>
/// <typeparam name="T">What a run reports.</typeparam>
/// <param name="name">For the log.</param>
/// <param name="run">The work; true when somebody asked for it.</param>
/// <param name="pause">How long to wait before the next run; <see cref="Timeout.InfiniteTimeSpan"/> for none but those asked for.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Gets failures.</param>
internal sealed class ScheduledWork<T>(
    string name,
    Func<bool, CancellationToken, Task<T>> run,
    Func<TimeSpan> pause,
    TimeProvider time,
    ILogger logger
)
{
    private readonly Channel<TaskCompletionSource<T>> _asked = Channel.CreateUnbounded<TaskCompletionSource<T>>();

    /// <summary>Asks for a run now, or right after the one under way.</summary>
    internal Task<T> TriggerAsync(CancellationToken cancellationToken)
    {
        var asked = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _asked.Writer.TryWrite(asked)
            ? asked.Task.WaitAsync(cancellationToken)
            : Task.FromException<T>(new InvalidOperationException($"{name} has stopped."));
    }

    internal async Task LoopAsync(bool runAtStart, CancellationToken cancellationToken)
    {
        try
        {
            if (runAtStart)
                await RunAsync([], cancellationToken).ConfigureAwait(false);
            while (true)
            {
                await WaitAsync(cancellationToken).ConfigureAwait(false);
                List<TaskCompletionSource<T>> asked = [];
                while (_asked.Reader.TryRead(out var one))
                    asked.Add(one);
                await RunAsync(asked, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _asked.Writer.TryComplete();
            while (_asked.Reader.TryRead(out var one))
                one.TrySetCanceled(cancellationToken);
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var due = Task.Delay(pause(), time, enough.Token);
        var asked = _asked.Reader.WaitToReadAsync(enough.Token).AsTask();
        await Task.WhenAny(due, asked).ConfigureAwait(false);
        await enough.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task RunAsync(List<TaskCompletionSource<T>> asked, CancellationToken cancellationToken)
    {
        try
        {
            var report = await run(asked.Count > 0, cancellationToken).ConfigureAwait(false);
            asked.ForEach(one => one.TrySetResult(report));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            asked.ForEach(one => one.TrySetCanceled(cancellationToken));
            throw;
        }
        catch (Exception e)
        {
            ScheduleLog.RunFailed(logger, e, name);
            asked.ForEach(one => one.TrySetException(e));
        }
    }
}
