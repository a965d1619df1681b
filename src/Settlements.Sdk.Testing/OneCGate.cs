namespace Settlements.Testing;

/// <summary>A gate that holds answers of the emulated 1C server back until the test opens it.</summary>
public sealed class OneCGate
{
    private readonly Lock _sync = new();
    private readonly Watchers _watchers = new();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _arrived;

    /// <summary>True after <see cref="Open"/>; an open gate holds nothing back.</summary>
    public bool IsOpen => _opened.Task.IsCompleted;

    /// <summary>Lets through all that wait, and all that come later.</summary>
    public void Open() => _opened.TrySetResult();

    /// <summary>Waits until so many answers in all have come to the gate.</summary>
    /// <param name="count">One or more; answers that gave up or passed since are counted too.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task WaitForArrivalsAsync(int count = 1, CancellationToken cancellationToken = default)
    {
        lock (_sync)
            return _watchers.WatchAsync(() => _arrived >= count, cancellationToken);
    }

    internal Task PassAsync(CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            _arrived++;
            _watchers.Notify();
        }
        return _opened.Task.WaitAsync(cancellationToken);
    }
}
