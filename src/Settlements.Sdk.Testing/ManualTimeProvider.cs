namespace Settlements.Testing;

/// <summary>A clock that stands still until a test moves it; timers fire on the way, in the order of their due times.</summary>
/// <remarks>
/// <para>
/// Two clocks are kept, as a machine does: the wall clock (<see cref="GetUtcNow"/>) and the elapsed time (<see cref="GetTimestamp"/>, timers).
/// <see cref="Advance"/> moves both. <see cref="SetUtcNow"/> to an earlier moment corrects the wall clock alone.
/// </para>
/// <para>
/// A timer's callback runs on the thread that calls <see cref="Advance"/>, with the time standing at the moment the timer was due; a timer armed with
/// no delay fires at once on the thread pool, as the system's does. Nothing ever reads the machine's clock. The local zone is UTC.
/// </para>
/// <para>
/// Code under test usually arms its timer on another thread. A test waits for that with <see cref="WaitForTimersAsync"/> or
/// <see cref="WaitForTimerAsync"/> before it moves the time; to advance without waiting is a race.
/// </para>
/// <para>All members may be called from any thread. The order of timers is kept when one thread at a time advances.</para>
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _sync = new();
    private readonly List<ManualTimer> _armed = [];
    private readonly Watchers _watchers = new();
    private DateTimeOffset _epoch;
    private TimeSpan _elapsed;
    private TimeSpan _target;
    private long _sequence;

    /// <summary>Starts at 2026-01-01T00:00:00Z.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) { }

    /// <summary>Starts at a moment; only its instant counts, not its offset.</summary>
    public ManualTimeProvider(DateTimeOffset start) => _epoch = start.ToUniversalTime();

    /// <summary>UTC, wherever the test runs.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Timestamps count ticks of 100 nanoseconds.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers are waiting for time to pass: each pending <c>Task.Delay</c>, time-out and periodic timer on this clock is one.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (_sync)
                return _armed.Count;
        }
    }

    /// <summary>The time until the next timer fires; null when none waits.</summary>
    public TimeSpan? NextTimerIn
    {
        get
        {
            lock (_sync)
                return _armed.Count == 0 ? null : Earliest().Due - _elapsed;
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_sync)
            return _epoch + _elapsed;
    }

    /// <summary>The elapsed time in ticks; never goes back.</summary>
    public override long GetTimestamp()
    {
        lock (_sync)
            return _elapsed.Ticks;
    }

    /// <summary>Lets time pass. Returns when every timer that fell due on the way, also one armed meanwhile, has run its callback.</summary>
    /// <param name="by">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_sync)
            _target += by;
        while (TakeDue() is { } timer)
            timer.Fire();
    }

    /// <summary>Sets the wall clock: a later moment is the same as <see cref="Advance"/> to it; an earlier one moves no timer and no timestamp.</summary>
    public void SetUtcNow(DateTimeOffset now)
    {
        TimeSpan ahead;
        lock (_sync)
        {
            ahead = now - (_epoch + _elapsed);
            if (ahead < TimeSpan.Zero)
                _epoch += ahead;
        }
        if (ahead > TimeSpan.Zero)
            Advance(ahead);
    }

    /// <summary>Waits until at least so many timers are armed at one time; see <see cref="ArmedTimers"/>. Does not move the time.</summary>
    /// <param name="count">One or more.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below one.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task WaitForTimersAsync(int count = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return WatchAsync(() => _armed.Count >= count, cancellationToken);
    }

    /// <summary>Waits until a timer is armed that fires after exactly this much more time; for code that runs several timers at once.</summary>
    /// <param name="dueIn">Counted from the present of this clock.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task WaitForTimerAsync(TimeSpan dueIn, CancellationToken cancellationToken = default) =>
        WatchAsync(() => _armed.Exists(timer => timer.Due - _elapsed == dueIn), cancellationToken);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal bool Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        var atOnce = false;
        lock (_sync)
        {
            if (timer.IsDisposed)
                return false;
            _armed.Remove(timer);
            timer.Period = period > TimeSpan.Zero ? period : null;
            atOnce = dueTime == TimeSpan.Zero;
            if (atOnce && timer.Period is { } repeat)
                Add(timer, repeat);
            else if (!atOnce && dueTime != Timeout.InfiniteTimeSpan)
                Add(timer, dueTime);
            _watchers.Notify();
        }
        if (atOnce)
            ThreadPool.UnsafeQueueUserWorkItem(static due => due.Fire(), timer, preferLocal: false);
        return true;
    }

    internal void Disarm(ManualTimer timer)
    {
        lock (_sync)
        {
            timer.IsDisposed = true;
            _armed.Remove(timer);
        }
    }

    private void Add(ManualTimer timer, TimeSpan dueTime)
    {
        timer.Due = _elapsed + dueTime;
        timer.Sequence = _sequence++;
        _armed.Add(timer);
    }

    private ManualTimer Earliest() => _armed.MinBy(timer => (timer.Due, timer.Sequence))!;

    private ManualTimer? TakeDue()
    {
        lock (_sync)
        {
            if (_armed.Count > 0 && Earliest() is var next && next.Due <= _target)
            {
                _elapsed = next.Due;
                _armed.Remove(next);
                if (next.Period is { } period)
                    Add(next, period);
                return next;
            }
            _elapsed = _target;
            return null;
        }
    }

    private Task WatchAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        lock (_sync)
            return _watchers.WatchAsync(condition, cancellationToken);
    }
}
