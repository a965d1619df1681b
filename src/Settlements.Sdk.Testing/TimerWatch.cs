namespace Settlements.Testing;

/// <summary>Somebody who waits until the timers of a clock meet a condition.</summary>
internal sealed class TimerWatch(Func<bool> condition)
{
    private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Read only while the clock's lock is held.</summary>
    public Func<bool> Condition { get; } = condition;

    /// <summary>Completes when the condition was met.</summary>
    public Task Task => _met.Task;

    /// <summary>Called once, outside the clock's lock.</summary>
    public void Complete() => _met.SetResult();
}
