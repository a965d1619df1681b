using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Settlements.Reminders;

/// <summary>Carries out what was planned: several receivables at one time, the actions of one after each other.</summary>
internal sealed class ReminderRun(ReminderPorts ports, ReminderDelivery delivery, int maxParallel)
{
    private readonly ConcurrentQueue<ReminderResult> _results = [];
    private readonly ConcurrentQueue<ReminderKey> _skipped = [];
    private ExceptionDispatchInfo? _stoppedBy;

    internal IEnumerable<ReminderResult> Results => _results;

    internal IEnumerable<ReminderKey> Skipped => _skipped;

    /// <summary>What stops the run lets those under way come to their end: a send that is cut off is one more that nobody is sure of.</summary>
    internal async Task CarryOutAsync(IReadOnlyCollection<DueReminder> due, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = maxParallel, CancellationToken = CancellationToken.None };
        await Parallel
            .ForEachAsync(due, parallel, async (one, _) => await CarryOutAsync(one, cancellationToken).ConfigureAwait(false))
            .ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        _stoppedBy?.Throw();
    }

    private async Task CarryOutAsync(DueReminder due, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var key in due.Overtaken)
            {
                if (HasStopped(cancellationToken))
                    return;
                var step = due.Plan.Steps.First(step => step.Name == key.Step);
                await ports.Log.SkipAsync(key, step.Actions, due.Today, cancellationToken).ConfigureAwait(false);
                _skipped.Enqueue(key);
            }
            foreach (var action in due.Actions)
            {
                if (HasStopped(cancellationToken))
                    return;
                _results.Enqueue(await delivery.CarryOutAsync(due, action, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref _stoppedBy, ExceptionDispatchInfo.Capture(e), null);
        }
    }

    private bool HasStopped(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested || Volatile.Read(ref _stoppedBy) is not null;
}
