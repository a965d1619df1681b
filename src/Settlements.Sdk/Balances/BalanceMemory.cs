using Microsoft.Extensions.Caching.Memory;
using NodaTime;

namespace Settlements.Balances;

/// <summary>The memory of one process, in a cache of its own: the host's may have other limits, and another clock.</summary>
/// <remarks>
/// What is not fresh any more stays until its whole lifetime is over: a distributed cache that was away may come back with figures that are older still.
/// Finding needs no lock; remembering and forgetting are done under the owner's.
/// </remarks>
internal sealed class BalanceMemory(BalanceReaderOptions options, TimeProvider time, bool hasDistributed) : IDisposable
{
    private readonly MemoryCache _cache = new(
        new MemoryCacheOptions { Clock = new MemoryClock(time), SizeLimit = options.MemoryEntryLimit }
    );

    internal RememberedBalance? Find(CounterpartyId counterparty) =>
        _cache.TryGetValue(counterparty, out var found) ? (RememberedBalance?)found : null;

    /// <summary>Remembers figures unless newer ones are known.</summary>
    /// <param name="stored">The figures.</param>
    /// <param name="endsInvalidation">Whether they are known to have been read after whatever invalidated older ones; the clock need not say it.</param>
    internal void Remember(StoredBalance stored, bool endsInvalidation)
    {
        var now = time.GetCurrentInstant();
        var counterparty = stored.Balance.Counterparty;
        var known = Find(counterparty);
        if (known is not null && known.Since > stored.ReadAt && !(endsInvalidation && known.Stored is null))
            return;

        var end = stored.ReadAt + options.Lifetime;
        var freshUntil = Instant.Min(now + options.MemoryLifetime, end);
        Set(new RememberedBalance(stored, stored.ReadAt, freshUntil), counterparty, hasDistributed ? end : freshUntil, size: 1);
    }

    /// <summary>Forgets figures, and remembers that the distributed cache may still have them.</summary>
    internal void Forget(CounterpartyId counterparty, Instant at)
    {
        if (hasDistributed)
            // Of no size, so that a full memory does not refuse it.
            Set(new RememberedBalance(null, at, at), counterparty, at + options.Lifetime, size: 0);
        else
            _cache.Remove(counterparty);
    }

    public void Dispose() => _cache.Dispose();

    private void Set(RememberedBalance remembered, CounterpartyId counterparty, Instant until, long size)
    {
        if (until <= time.GetCurrentInstant())
            _cache.Remove(counterparty);
        else
            _cache.Set(
                counterparty,
                remembered,
                new MemoryCacheEntryOptions { AbsoluteExpiration = until.ToDateTimeOffset(), Size = size }
            );
    }
}
