namespace Settlements.Testing;

/// <summary>What reached the emulated 1C server, in the order of arrival. May be read from any thread while requests come in.</summary>
/// <remarks>
/// A request is noted before anything is done about it, a refused or broken one too. It counts as running until the last bytes of its answer are about to be
/// sent: a client that has read an answer and sends its next request never finds the earlier one still counted. When a client goes away, the server
/// learns of it a little later.
/// </remarks>
public sealed class OneCRequestLog
{
    private readonly Lock _sync = new();
    private readonly Watchers _watchers = new();
    private readonly List<OneCRequest> _requests = [];
    private int _running;
    private int _highWaterMark;

    internal OneCRequestLog() { }

    /// <summary>How many requests arrived.</summary>
    public int Count
    {
        get
        {
            lock (_sync)
                return _requests.Count;
        }
    }

    /// <summary>How many requests are being served now.</summary>
    public int Running
    {
        get
        {
            lock (_sync)
                return _running;
        }
    }

    /// <summary>The largest number of requests that were being served at one time.</summary>
    public int HighWaterMark
    {
        get
        {
            lock (_sync)
                return _highWaterMark;
        }
    }

    /// <summary>The requests so far; a copy that does not grow.</summary>
    public IReadOnlyList<OneCRequest> All
    {
        get
        {
            lock (_sync)
                return [.. _requests];
        }
    }

    /// <summary>How many requests asked for one counterparty.</summary>
    public int CountFor(CounterpartyId counterparty) => All.Count(request => request.Counterparty == counterparty);

    /// <summary>Forgets the requests and the high-water mark; requests that are being served stay counted in <see cref="Running"/>.</summary>
    public void Clear()
    {
        lock (_sync)
        {
            _requests.Clear();
            _highWaterMark = _running;
            _watchers.Notify();
        }
    }

    /// <summary>Waits until so many requests have arrived.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task WaitForCountAsync(int count, CancellationToken cancellationToken = default)
    {
        lock (_sync)
            return _watchers.WatchAsync(() => _requests.Count >= count, cancellationToken);
    }

    /// <summary>Waits until no request is being served.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task WaitUntilIdleAsync(CancellationToken cancellationToken = default)
    {
        lock (_sync)
            return _watchers.WatchAsync(() => _running == 0, cancellationToken);
    }

    internal (OneCRequest Request, OneCFault? Fault) Begin(OneCRequest request, Func<OneCRequest, OneCFault?> takeFault)
    {
        lock (_sync)
        {
            _highWaterMark = Math.Max(_highWaterMark, ++_running);
            var noted = request with { Number = _requests.Count + 1, Concurrency = _running };
            var fault = takeFault(noted);
            noted = noted with { Fault = fault?.Name };
            _requests.Add(noted);
            _watchers.Notify();
            return (noted, fault);
        }
    }

    internal void End()
    {
        lock (_sync)
        {
            _running--;
            _watchers.Notify();
        }
    }
}
