namespace Settlements.Testing;

/// <summary>What reached the emulated panel, in the order of arrival. May be read from any thread while calls come in.</summary>
public sealed class BillManagerCallLog
{
    private readonly Lock _sync = new();
    private readonly List<BillManagerCall> _calls = [];
    private readonly List<(Func<bool> Condition, TaskCompletionSource Met)> _waiting = [];
    private int _running;

    internal BillManagerCallLog() { }

    /// <summary>How many calls arrived.</summary>
    public int Count
    {
        get
        {
            lock (_sync)
                return _calls.Count;
        }
    }

    /// <summary>The calls so far; a copy that does not grow.</summary>
    public IReadOnlyList<BillManagerCall> All
    {
        get
        {
            lock (_sync)
                return [.. _calls];
        }
    }

    /// <summary>How many calls arrived, by function.</summary>
    public IReadOnlyDictionary<string, int> Counts => All.CountBy(c => c.Function).ToDictionary(StringComparer.Ordinal);

    /// <summary>The largest number of calls that were being served at one time.</summary>
    public int HighWaterMark => All.Select(c => c.Concurrency).DefaultIfEmpty().Max();

    /// <summary>How many calls of a function arrived.</summary>
    public int CountOf(string function) => All.Count(c => c.Function == function);

    /// <summary>Forgets the calls so far.</summary>
    public void Clear()
    {
        lock (_sync)
            _calls.Clear();
    }

    /// <summary>Waits until so many calls of a function have arrived.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task WaitForAsync(string function, int count = 1, CancellationToken cancellationToken = default)
    {
        lock (_sync)
        {
            bool HaveArrived() => _calls.Count(c => c.Function == function) >= count;
            if (HaveArrived())
                return Task.CompletedTask;
            var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((HaveArrived, met));
            return met.Task.WaitAsync(cancellationToken);
        }
    }

    internal (BillManagerCall Call, BillManagerFault? Fault) Begin(BillManagerCall call, Func<BillManagerCall, BillManagerFault?> takeFault)
    {
        lock (_sync)
        {
            var noted = call with { Number = _calls.Count + 1, Concurrency = ++_running };
            var fault = takeFault(noted);
            noted = noted with { Fault = fault?.Name };
            _calls.Add(noted);
            _waiting.RemoveAll(w => w.Condition() && w.Met.TrySetResult());
            return (noted, fault);
        }
    }

    internal void End()
    {
        lock (_sync)
            _running--;
    }
}
