using Microsoft.Extensions.Logging;
using NodaTime;

namespace Settlements.Balances;

/// <summary>The last known balances, in the host's store: kept from each reading, shown when the source is silent.</summary>
internal sealed class BalanceSnapshots(
    IBalanceStore store,
    BalanceReaderOptions options,
    BalanceKeeper keeper,
    TimeProvider time,
    ILogger logger
)
{
    internal Task KeepAsync(StoredBalance stored) => keeper.TryAsync("save", token => store.SaveAsync(stored, token));

    /// <summary>Whether a call to the source ends while a page is still willing to wait for it, rather than to show a snapshot.</summary>
    internal async Task<bool> IsInTimeAsync(SharedReading call, CancellationToken abandoned)
    {
        if (options is not { SnapshotAfter: { } patience, MaxSnapshotAge: not null } || call.Reading.IsCompleted)
            return true;
        var left = patience.ToTimeSpan() - (call.BegunAt is { } begunAt ? time.GetElapsedTime(begunAt) : TimeSpan.Zero);
        if (left <= TimeSpan.Zero)
            return false;
        try
        {
            await call.Reading.WaitAsync(left, time, abandoned).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!call.Reading.IsCompleted)
        {
            return false;
        }
#pragma warning disable CA1031 // The caller waits for the same call and gets what it throws.
        catch (Exception) when (call.Reading.IsCompleted)
#pragma warning restore CA1031
        { }

        return true;
    }

    /// <summary>What a page may show in place of a live balance; null when there is nothing, or the store does not answer.</summary>
    internal async Task<BalanceReading?> ShowAsync(CounterpartyId counterparty, SettlementsException? error)
    {
        if (options.MaxSnapshotAge is not { } maxAge)
            return null;
        var (_, snapshot) = await keeper.TryAsync("find", token => FindAsync(counterparty, maxAge, token)).ConfigureAwait(false);
        if (snapshot is null)
            return null;
        if (error is not null)
            logger.SnapshotShown(counterparty, error.Error, snapshot.ReadAt);
        return snapshot with { SourceError = error };
    }

    /// <summary>The stored balance, if it was read no longer ago than that.</summary>
    internal async Task<BalanceReading?> FindAsync(CounterpartyId counterparty, Duration maxAge, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(counterparty, cancellationToken).ConfigureAwait(false) is not { } stored)
            return null;
        var now = time.GetCurrentInstant();
        return BalanceReading.Distance(stored.ReadAt, now) <= maxAge
            ? new BalanceReading(stored.Balance, BalanceOrigin.Snapshot, stored.ReadAt, BalanceReading.AgeOf(stored.Balance, now))
            : null;
    }
}
