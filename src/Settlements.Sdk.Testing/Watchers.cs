namespace Settlements.Testing;

/// <summary>Those who wait until the state of some object meets a condition. Its owner calls it while holding its own lock.</summary>
internal sealed class Watchers
{
    private readonly List<(Func<bool> Condition, TaskCompletionSource Met)> _waiting = [];

    /// <summary>Completes when the condition holds; at once when it does already.</summary>
    public Task WatchAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        if (condition())
            return Task.CompletedTask;
        // Continuations must not run under the owner's lock.
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Add((condition, met));
        return met.Task.WaitAsync(cancellationToken);
    }

    /// <summary>To be called after each change of the state.</summary>
    public void Notify() => _waiting.RemoveAll(watch => watch.Condition() && watch.Met.TrySetResult());
}
