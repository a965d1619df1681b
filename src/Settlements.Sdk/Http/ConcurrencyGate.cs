namespace Settlements.Http;

/// <summary>Lets a number of requests through at one time, a bounded number wait, and turns the rest away.</summary>
internal sealed class ConcurrencyGate(int capacity, int queueLimit) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(capacity, capacity);
    private int _waiting;

    /// <exception cref="QueueFullException">The waiting places are taken.</exception>
    internal async ValueTask<Slot> EnterAsync(CancellationToken cancellationToken)
    {
        if (await _slots.WaitAsync(0, cancellationToken).ConfigureAwait(false))
            return new Slot(_slots);

        if (Interlocked.Increment(ref _waiting) > queueLimit)
        {
            Interlocked.Decrement(ref _waiting);
            throw new QueueFullException(capacity, queueLimit);
        }

        try
        {
            await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            return new Slot(_slots);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _slots.Dispose();

    internal readonly struct Slot(SemaphoreSlim slots) : IDisposable
    {
        public void Dispose() => slots.Release();
    }
}
