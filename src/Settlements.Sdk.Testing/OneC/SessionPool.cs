using Microsoft.AspNetCore.Http;

namespace Settlements.Testing.OneC;

/// <summary>The sessions of a publication: kept by cookie, or taken from the pool for each request.</summary>
internal sealed class SessionPool(OneCEmulatorOptions options)
{
    private readonly Lock _sync = new();
    private readonly Watchers _watchers = new();
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private OneCSessionCounts _counts = new();
    private int _automatic;

    /// <summary>What happened so far.</summary>
    public OneCSessionCounts Counts
    {
        get
        {
            lock (_sync)
            {
                EndExpired();
                return _counts with { Open = Open };
            }
        }
    }

    private int Open => _sessions.Count + _automatic;

    /// <summary>Ends all kept sessions, as an administrator may.</summary>
    public void EndAll()
    {
        lock (_sync)
        {
            _counts = _counts with { Expired = _counts.Expired + _sessions.Count };
            _sessions.Clear();
            _watchers.Notify();
        }
    }

    /// <summary>Finds or makes the session of a request; waits for a place in a full pool as long as the options say.</summary>
    public async Task<SessionUse> EnterAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (options.Sessions == OneCSessionMode.AutoUse)
            return await TakePlaceAsync(TakeAutomatic, cancellationToken).ConfigureAwait(false);
        if (options.Sessions == OneCSessionMode.DontUse)
            return SessionUse.Own;
        var order = request.Headers["IBSession"].ToString();
        if (order == "start")
            return await TakePlaceAsync(Start, cancellationToken).ConfigureAwait(false);
        return request.Cookies["ibsession"] is { } id ? Resume(id, finish: order == "finish") : SessionUse.Own;
    }

    private async Task<SessionUse> TakePlaceAsync(Func<SessionUse> take, CancellationToken cancellationToken)
    {
        if (TryTake(take) is { } use)
            return use;
        if (options.PoolTimeout == TimeSpan.Zero)
            return Refuse();
        using var patience = new CancellationTokenSource(options.PoolTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            while (true)
            {
                await PlaceIsFreeAsync(either.Token).ConfigureAwait(false);
                if (TryTake(take) is { } taken)
                    return taken;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TryTake(take) ?? Refuse();
        }
    }

    private SessionUse? TryTake(Func<SessionUse> take)
    {
        lock (_sync)
            return HasPlace() ? take() : null;
    }

    private Task PlaceIsFreeAsync(CancellationToken cancellationToken)
    {
        lock (_sync)
            return _watchers.WatchAsync(HasPlace, cancellationToken);
    }

    private SessionUse Refuse()
    {
        lock (_sync)
            _counts = _counts with { Refused = _counts.Refused + 1 };
        return SessionUse.NoPlace;
    }

    private bool HasPlace()
    {
        EndExpired();
        return Open < options.PoolSize;
    }

    private SessionUse TakeAutomatic()
    {
        _automatic++;
        NoteHighWater();
        return new SessionUse(LeaveAutomatic);
    }

    private void LeaveAutomatic()
    {
        lock (_sync)
        {
            _automatic--;
            _watchers.Notify();
        }
    }

    private SessionUse Start()
    {
        var id = Guid.NewGuid().ToString("D");
        var session = new Session { Running = 1, LastUsed = Now };
        _sessions.Add(id, session);
        _counts = _counts with { Started = _counts.Started + 1 };
        NoteHighWater();
        return new SessionUse(() => Leave(id, session, finish: false)) { StartedId = id };
    }

    private SessionUse Resume(string id, bool finish)
    {
        lock (_sync)
        {
            EndExpired();
            if (!_sessions.TryGetValue(id, out var session))
            {
                _counts = _counts with { Lost = _counts.Lost + 1 };
                return SessionUse.Lost;
            }
            _counts = _counts with { Reused = _counts.Reused + 1, Overlapping = _counts.Overlapping + (session.Running > 0 ? 1 : 0) };
            session.Running++;
            return new SessionUse(() => Leave(id, session, finish));
        }
    }

    private void Leave(string id, Session session, bool finish)
    {
        lock (_sync)
        {
            session.Running--;
            session.LastUsed = Now;
            if (finish && _sessions.Remove(id))
                _counts = _counts with { Finished = _counts.Finished + 1 };
            _watchers.Notify();
        }
    }

    private void EndExpired()
    {
        foreach (var (id, session) in _sessions)
        {
            if (session.Running == 0 && Now - session.LastUsed >= options.SessionMaxAge && _sessions.Remove(id))
                _counts = _counts with { Expired = _counts.Expired + 1 };
        }
    }

    private void NoteHighWater() => _counts = _counts with { HighWaterMark = Math.Max(_counts.HighWaterMark, Open) };

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    private sealed class Session
    {
        public int Running { get; set; }

        public DateTimeOffset LastUsed { get; set; }
    }
}
