using Microsoft.Extensions.Caching.Memory;
using NodaTime;

namespace Settlements.Balances;

/// <summary>The memory of one process, in a cache of its own: the host's may have other limits, and another clock.</summary>
/// <remarks>
/// What is not fresh any more stays until its whole lifetime is over: a distributed cache that was away may come back with figures that are older still.
/// Finding needs no lock; remembering and forgetting are done under the owner's.
/// </remarks>
internal sealed class BalanceMemory : IDisposable
{
    private readonly BalanceReaderOptions _options;
    private readonly bool _hasDistributed;
    private readonly MemoryClock _clock;
    private readonly MemoryCache _cache;

    internal BalanceMemory(BalanceReaderOptions options, TimeProvider time, bool hasDistributed)
    {
        _options = options;
        _hasDistributed = hasDistributed;
        _clock = new MemoryClock(time);
        _cache = new MemoryCache(new MemoryCacheOptions { Clock = _clock, SizeLimit = options.MemoryEntryLimit });
    }

    /// <summary>What is remembered of a counterparty; null when nothing is.</summary>
    /// <param name="counterparty">Whose.</param>
    /// <param name="now">The moment of the question.</param>
    internal RememberedBalance? Find(CounterpartyId counterparty, out Instant now)
    {
        now = Instant.FromDateTimeOffset(_clock.Ask());
        return _cache.TryGetValue(counterparty, out var found) ? (RememberedBalance?)found : null;
    }

    /// <summary>Remembers figures unless newer ones are known.</summary>
    /// <param name="stored">The figures.</param>
    /// <param name="endsInvalidation">Whether they are known to have been read after whatever invalidated older ones; the clock need not say it.</param>
    internal void Remember(StoredBalance stored, bool endsInvalidation)
    {
        var counterparty = stored.Balance.Counterparty;
        var known = Find(counterparty, out var now);
        if (known is not null && known.Since > stored.ReadAt && !(endsInvalidation && known.Stored is null))
            return;
        // A clock tells two readings of one moment not apart; the order in which this process got its answers does.
        if (!endsInvalidation && known?.Since == stored.ReadAt)
        {
            if (known.Stored is null)
                return;
            stored = known.Stored;
        }

        var end = stored.ReadAt + _options.Lifetime;
        var freshUntil = Instant.Min(now + _options.MemoryLifetime, end);
        Set(new RememberedBalance(stored, stored.ReadAt, freshUntil), counterparty, _hasDistributed ? end : freshUntil, size: 1);
    }

    /// <summary>Forgets figures, and remembers that the distributed cache may still have them.</summary>
    internal void Forget(CounterpartyId counterparty, Instant at)
    {
        if (_hasDistributed)
            // Of no size, so that a full memory does not refuse it.
            Set(new RememberedBalance(null, at, at), counterparty, at + _options.Lifetime, size: 0);
        else
            _cache.Remove(counterparty);
    }

    public void Dispose() => _cache.Dispose();

    /// <summary>Puts it in the place of what is there.</summary>
    /// <remarks>
    /// Never over an entry: a mark set over one was seen to be lost, which lets old figures in again. The likely cause, not proven: MemoryCache takes the size of a
    /// replaced entry off its total twice when its own search for expired entries has just done so, and refuses the new one at a total below zero.
    /// </remarks>
    private void Set(RememberedBalance remembered, CounterpartyId counterparty, Instant until, long size)
    {
        _cache.Remove(counterparty);
        if (until > Instant.FromDateTimeOffset(_clock.Ask()))
            _cache.Set(
                counterparty,
                remembered,
                new MemoryCacheEntryOptions { AbsoluteExpiration = until.ToDateTimeOffset(), Size = size }
            );
    }
}
