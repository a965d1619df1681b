namespace Settlements.Testing;

/// <summary>A timer of <see cref="ManualTimeProvider"/>, which keeps its due time and guards its state.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    /// <summary>The elapsed time of the clock at which the timer fires.</summary>
    public TimeSpan Due { get; set; }

    /// <summary>The time between two firings; null when it fires once.</summary>
    public TimeSpan? Period { get; set; }

    /// <summary>Orders timers that are due at one moment: first armed, first fired.</summary>
    public long Sequence { get; set; }

    /// <summary>True when the timer will not fire again.</summary>
    public bool IsDisposed { get; set; }

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        CheckSpan(dueTime, nameof(dueTime));
        CheckSpan(period, nameof(period));
        return clock.Arm(this, dueTime, period);
    }

    /// <summary>Runs the callback in the context in which the timer was made.</summary>
    public void Fire()
    {
        if (IsDisposed)
            return;
        if (_context is null)
            callback(state);
        else
            ExecutionContext.Run(_context, _ => callback(state), state: null);
    }

    /// <inheritdoc/>
    public void Dispose() => clock.Disarm(this);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static void CheckSpan(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(name, value, "A timer waits zero or more, or Timeout.InfiniteTimeSpan for never.");
    }
}
