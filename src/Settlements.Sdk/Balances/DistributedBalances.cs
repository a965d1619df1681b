using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Settlements.Balances;

/// <summary>Balances in the host's distributed cache. It never fails a reading and never holds one up for longer than allowed.</summary>
/// <remarks>
/// A distributed cache has no compare-and-set. What this process writes of one counterparty it writes one after the other, each time after a look at what stands there; between
/// that look and the write another process may write something newer, which is then lost until it is read again.
/// </remarks>
internal sealed class DistributedBalances(
    IDistributedCache cache,
    BalanceReaderOptions options,
    BalanceKeeper keeper,
    TimeProvider time,
    ILogger logger,
    TaskCreationOptions continuations
)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CounterpartyId, Task> _writes = [];

    /// <summary>Figures that may be shown; null when there are none, or the cache does not answer.</summary>
    internal async Task<StoredBalance?> FindAsync(CounterpartyId counterparty)
    {
        var (_, bytes) = await keeper.TryAsync("get", token => cache.GetAsync(Key(counterparty), token)).ConfigureAwait(false);
        return Read(bytes, counterparty)?.Balance is { } stored && Left(stored.ReadAt) > Duration.Zero ? stored : null;
    }

    /// <summary>Keeps figures unless newer ones stand there.</summary>
    internal Task PutAsync(StoredBalance stored)
    {
        var counterparty = stored.Balance.Counterparty;
        return InTurnAsync(
            counterparty,
            () =>
                keeper.TryAsync(
                    "set",
                    async token =>
                    {
                        var key = Key(counterparty);
                        var standing = Read(await cache.GetAsync(key, token).ConfigureAwait(false), counterparty);
                        var left = Left(stored.ReadAt);
                        if (
                            left <= Duration.Zero
                            || (standing is not null && standing.Since > stored.ReadAt && Left(standing.Since) > Duration.Zero)
                        )
                            return true;
                        // Nobody waits any more: what is written now could take the place of something newer.
                        token.ThrowIfCancellationRequested();
                        await SetAsync(key, BalancePayloadWriter.Write(stored), left, token).ConfigureAwait(false);
                        return true;
                    }
                )
        );
    }

    /// <summary>Says to every process that figures read before a moment count no more.</summary>
    /// <returns>False when the cache could not be told.</returns>
    internal Task<bool> InvalidateAsync(CounterpartyId counterparty, Instant at) =>
        InTurnAsync(
            counterparty,
            () =>
                keeper.TryAsync(
                    "invalidate",
                    async token =>
                    {
                        var bytes = BalancePayloadWriter.WriteInvalidation(counterparty, at);
                        await SetAsync(Key(counterparty), bytes, options.Lifetime, token).ConfigureAwait(false);
                        return true;
                    },
                    insists: true
                )
        );

    private string Key(CounterpartyId counterparty) => options.KeyPrefix + counterparty;

    /// <summary>How long figures may still be shown. Those of a clock that is far ahead have no time left.</summary>
    private Duration Left(Instant readAt)
    {
        var now = time.GetCurrentInstant();
        return Duration.Min(options.Lifetime - BalanceReading.Distance(readAt, now), readAt + options.Lifetime - now);
    }

    private Task SetAsync(string key, byte[] bytes, Duration lifetime, CancellationToken cancellationToken) =>
        cache.SetAsync(
            key,
            bytes,
            new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime.ToTimeSpan() },
            cancellationToken
        );

    private BalancePayload? Read(byte[]? bytes, CounterpartyId counterparty)
    {
        try
        {
            return bytes is null ? null : BalancePayloadReader.Read(bytes, counterparty);
        }
        catch (FormatException e)
        {
            keeper.Count("read");
            logger.PayloadUnusable(counterparty, e.Message);
            return null;
        }
    }

    /// <summary>Writes after this process's earlier writes for the counterparty.</summary>
    private async Task<bool> InTurnAsync(CounterpartyId counterparty, Func<Task<(bool IsDone, bool Result)>> write)
    {
        Task? before;
        var done = new TaskCompletionSource(continuations);
        lock (_lock)
        {
            _writes.TryGetValue(counterparty, out before);
            _writes[counterparty] = done.Task;
        }

        try
        {
            if (before is not null)
                await before.ConfigureAwait(false);
            return (await write().ConfigureAwait(false)).IsDone;
        }
        finally
        {
            lock (_lock)
            {
                if (_writes.TryGetValue(counterparty, out var last) && last == done.Task)
                    _writes.Remove(counterparty);
            }

            done.SetResult();
        }
    }
}
