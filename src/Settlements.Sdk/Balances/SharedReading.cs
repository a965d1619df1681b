namespace Settlements.Balances;

/// <summary>One call to the source and those who wait for it. It is cancelled when the last of them has left.</summary>
internal sealed class SharedReading
{
    private readonly TaskCompletionSource<BalanceReading> _reading = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _abandoned;
    private readonly Action _abandon;
    private int _waiters;

    internal SharedReading(CounterpartyId counterparty)
    {
        // Never disposed: whoever leaves last may cancel after the call has ended, and without timers there is nothing to free.
        var abandoned = new CancellationTokenSource();
        _abandoned = abandoned.Token;
        _abandon = abandoned.Cancel;
        Counterparty = counterparty;
    }

    internal CounterpartyId Counterparty { get; }

    internal Task<BalanceReading> Reading => _reading.Task;

    /// <summary>One more waits. Under the owner's lock.</summary>
    internal SharedReading Enter()
    {
        _waiters++;
        return this;
    }

    /// <summary>One leaves; true when nobody is left. Under the owner's lock.</summary>
    internal bool Exit() => --_waiters == 0;

    internal void Abandon() => _abandon();

    internal async Task RunAsync(IBalanceSource source, TimeProvider time)
    {
        try
        {
            var readAt = time.GetCurrentInstant();
            var balance = await source.GetBalanceAsync(Counterparty, _abandoned).ConfigureAwait(false);
            var age = BalanceReading.AgeOf(balance, time.GetCurrentInstant());
            _reading.TrySetResult(new BalanceReading(balance, BalanceOrigin.Live, readAt, age));
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
