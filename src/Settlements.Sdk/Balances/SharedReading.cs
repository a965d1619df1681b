namespace Settlements.Balances;

/// <summary>One reading and those who wait for it. It is cancelled when the last of them has left.</summary>
internal sealed class SharedReading
{
    private const long NotBegun = long.MinValue;

    private readonly TaskCompletionSource<BalanceReading> _reading;
    private readonly CancellationToken _abandoned;
    private readonly Action _abandon;
    private long _begunAt = NotBegun;
    private int _waiters;

    /// <param name="counterparty">Whose.</param>
    /// <param name="continuations">How those who wait are woken.</param>
    internal SharedReading(CounterpartyId counterparty, TaskCreationOptions continuations)
    {
        _reading = new TaskCompletionSource<BalanceReading>(continuations);
        // Never disposed: whoever leaves last may cancel after the call has ended, and without timers there is nothing to free.
        var abandoned = new CancellationTokenSource();
        _abandoned = abandoned.Token;
        _abandon = abandoned.Cancel;
        Counterparty = counterparty;
    }

    internal CounterpartyId Counterparty { get; }

    internal Task<BalanceReading> Reading =>
        _reading.Task.CreationOptions.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously) ? _reading.Task : AtOnceAsync();

    /// <summary>The clock's timestamp at its beginning; null before.</summary>
    internal long? BegunAt => Volatile.Read(ref _begunAt) is var begunAt && begunAt == NotBegun ? null : begunAt;

    /// <summary>
    /// Whether it can be joined and kept no more: something newer was heard of since it began, or nobody waits for it. Under the owner's lock.
    /// </summary>
    internal bool IsOutdated { get; private set; }

    /// <summary>Serves those who wait, and from now on nobody else. Under the owner's lock.</summary>
    internal void Outdate() => IsOutdated = true;

    /// <summary>One more waits. Under the owner's lock.</summary>
    internal SharedReading Enter()
    {
        _waiters++;
        return this;
    }

    /// <summary>One leaves; true when nobody is left. Under the owner's lock.</summary>
    internal bool Exit() => --_waiters == 0;

    internal void Abandon() => _abandon();

    /// <summary>A task for one who waits: of several who wait for one task the runtime wakes all but one by the thread pool.</summary>
    private Task<BalanceReading> AtOnceAsync() =>
        _reading
            .Task.ContinueWith(
                static read => read,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            )
            .Unwrap();

    internal async Task RunAsync(Func<SharedReading, CancellationToken, Task<BalanceReading>> read, TimeProvider time)
    {
        Volatile.Write(ref _begunAt, time.GetTimestamp());
        try
        {
            _reading.TrySetResult(await read(this, _abandoned).ConfigureAwait(false));
        }
        catch (OperationCanceledException e) when (_abandoned.IsCancellationRequested)
        {
            _reading.TrySetCanceled(e.CancellationToken);
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to those who wait for this call; they get it as it is.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _reading.TrySetException(e);
            _ = _reading.Task.Exception;
        }
    }
}
