using NodaTime;

namespace Settlements.Balances;

/// <summary>Brings memory, distributed cache, source and snapshots together, so that what is newer always wins within this process.</summary>
/// <remarks>
/// A <em>fill</em> is what all cached readings of one counterparty wait for that found nothing in memory. It looks in the distributed cache and then asks the
/// source by the same line as live readings. Whoever brings something newer outdates the fill under way: it is joined no more, and what it found in the distributed cache is
/// not remembered.
/// </remarks>
internal sealed class CachedBalances
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CounterpartyId, SharedReading> _fills = [];
    private readonly LiveBalances _live;
    private readonly BalanceMemory _memory;
    private readonly DistributedBalances? _distributed;
    private readonly BalanceSnapshots? _snapshots;
    private readonly TimeProvider _time;
    private readonly TaskCreationOptions _continuations;

    internal CachedBalances(
        IBalanceSource source,
        BalanceMemory memory,
        DistributedBalances? distributed,
        BalanceSnapshots? snapshots,
        TimeProvider time,
        TaskCreationOptions continuations
    )
    {
        _live = new LiveBalances(source, time, KeepAsync, continuations);
        _memory = memory;
        _distributed = distributed;
        _snapshots = snapshots;
        _time = time;
        _continuations = continuations;
    }

    internal Task<BalanceReading> GetLiveAsync(CounterpartyId counterparty, CancellationToken cancellationToken) =>
        _live.ReadAsync(counterparty, cancellationToken);

    internal async Task<BalanceReading> GetCachedAsync(CounterpartyId counterparty, CancellationToken cancellationToken)
    {
        var fill = EnterFill(counterparty, out var isOwn, out var asksSource, out var remembered);
        if (fill is null)
            return remembered!;
        if (isOwn)
            _ = fill.RunAsync((call, abandoned) => FillAsync(call, asksSource, abandoned), _time);
        try
        {
            var reading = await fill.Reading.WaitAsync(cancellationToken).ConfigureAwait(false);
            // Who joined did not ask the source: somebody else did, earlier.
            return (isOwn || reading.Origin != BalanceOrigin.Live ? reading : reading with { Origin = BalanceOrigin.Cache }).At(
                _time.GetCurrentInstant()
            );
        }
        finally
        {
            LeaveFill(fill);
        }
    }

    /// <summary>Forgets what was read before now, here at once and in the distributed cache with the task.</summary>
    internal Task<bool> InvalidateAsync(CounterpartyId counterparty)
    {
        Instant at;
        lock (_gate)
        {
            at = _time.GetCurrentInstant();
            _live.Outdate(counterparty);
            OutdateFill(counterparty);
            _memory.Forget(counterparty, at);
        }

        return _distributed?.InvalidateAsync(counterparty, at) ?? Task.FromResult(true);
    }

    /// <summary>The fill to wait for, or what another one has brought since the caller looked.</summary>
    private SharedReading? EnterFill(CounterpartyId counterparty, out bool isOwn, out bool asksSource, out BalanceReading? remembered)
    {
        lock (_gate)
        {
            var known = _memory.Find(counterparty, out var now);
            (isOwn, asksSource, remembered) = (false, known is { Stored: null }, known?.FreshAt(now)?.AsCached(now));
            if (remembered is not null)
                return null;
            if (!_fills.TryGetValue(counterparty, out var fill))
            {
                isOwn = true;
                _fills.Add(counterparty, fill = new SharedReading(counterparty, _continuations));
            }

            return fill.Enter();
        }
    }

    private void LeaveFill(SharedReading fill)
    {
        lock (_gate)
        {
            if (!fill.Exit() || fill.Reading.IsCompleted)
                return;
            EndFill(fill);
        }

        // Outside the lock: a cancelled call runs continuations.
        fill.Abandon();
    }

    /// <summary>Under the gate.</summary>
    private void EndFill(SharedReading fill)
    {
        if (_fills.TryGetValue(fill.Counterparty, out var known) && known == fill)
            _fills.Remove(fill.Counterparty);
    }

    /// <summary>Under the gate.</summary>
    private void OutdateFill(CounterpartyId counterparty)
    {
        if (_fills.Remove(counterparty, out var fill))
            fill.Outdate();
    }

    private async Task<BalanceReading> FillAsync(SharedReading fill, bool asksSource, CancellationToken abandoned)
    {
        try
        {
            return (asksSource ? null : await FindDistributedAsync(fill).ConfigureAwait(false))
                ?? await AskAsync(fill.Counterparty, abandoned).ConfigureAwait(false);
        }
        finally
        {
            // Before anybody learns the outcome: a failure is nobody's but theirs who waited for it.
            lock (_gate)
                EndFill(fill);
        }
    }

    private async Task<BalanceReading?> FindDistributedAsync(SharedReading fill)
    {
        if (_distributed is null || await _distributed.FindAsync(fill.Counterparty).ConfigureAwait(false) is not { } found)
            return null;

        lock (_gate)
        {
            if (!fill.IsOutdated)
                _memory.Remember(found, endsInvalidation: false);
            // What is remembered after that is what was found or newer; if it is neither, the source is asked.
            var known = _memory.Find(fill.Counterparty, out var now);
            if (known is null)
                return fill.IsOutdated ? null : found.AsCached(now);
            return known.Stored is { } stored && (known.Since == found.ReadAt || now < known.FreshUntil) ? stored.AsCached(now) : null;
        }
    }

    private async Task<BalanceReading> AskAsync(CounterpartyId counterparty, CancellationToken abandoned)
    {
        var call = _live.Enter(counterparty, mayHaveBegun: true, out var isOwn);
        Task? goesOn = null;
        try
        {
            if (_snapshots is not null && !await _snapshots.IsInTimeAsync(call, abandoned).ConfigureAwait(false))
            {
                if (await _snapshots.ShowAsync(counterparty, error: null).ConfigureAwait(false) is { } meanwhile)
                {
                    goesOn = LeaveAtEndAsync(call);
                    return meanwhile;
                }
            }

            var reading = await call.Reading.WaitAsync(abandoned).ConfigureAwait(false);
            return isOwn ? reading : reading with { Origin = BalanceOrigin.Cache };
        }
        catch (SettlementsException error) when (_snapshots is not null)
        {
            if (await _snapshots.ShowAsync(counterparty, error).ConfigureAwait(false) is { } snapshot)
                return snapshot;
            throw;
        }
        finally
        {
            if (goesOn is null)
                _live.Leave(call);
        }
    }

    /// <summary>The page has its snapshot; the call it began is still worth its answer.</summary>
    private async Task LeaveAtEndAsync(SharedReading call)
    {
        await ((Task)call.Reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _live.Leave(call);
    }

    /// <summary>Keeps what the source said; the line brings it in the order of its calls.</summary>
    private async Task KeepAsync(SharedReading call, BalanceReading reading)
    {
        var stored = new StoredBalance(reading.Balance, reading.ReadAt);
        lock (_gate)
        {
            if (call.IsOutdated)
                return;
            _memory.Remember(stored, endsInvalidation: true);
            OutdateFill(call.Counterparty);
        }

        await Task.WhenAll(_distributed?.PutAsync(stored) ?? Task.CompletedTask, _snapshots?.KeepAsync(stored) ?? Task.CompletedTask)
            .ConfigureAwait(false);
    }
}
