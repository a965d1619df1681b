using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Settlements.EntityFrameworkCore.Payments;

/// <summary>Lets entries wait in their place again when their pause is over.</summary>
internal static class QueuePauses
{
    private const int Most = 1000;

    /// <summary>Ends the pauses that are over, each once, so that the queue can be read in order without passing those that go on.</summary>
    public static async Task EndAsync(StoreDatabase database, Instant now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var places = await database
                .ReadAsync(
                    context =>
                        context
                            .PaymentQueue.Where(row => row.PausedUntil <= now)
                            .OrderBy(row => row.PausedUntil)
                            .Take(Most)
                            .Select(row => row.Place)
                            .ToListAsync(cancellationToken),
                    cancellationToken
                )
                .ConfigureAwait(false);
            if (places.Count > 0)
                await EndAsync(database, places, now, cancellationToken).ConfigureAwait(false);
            if (places.Count < Most)
                return;
        }
    }

    // Asked once more: an entry may have been tried meanwhile, and paused anew.
    private static Task<int> EndAsync(StoreDatabase database, List<long> places, Instant now, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            context =>
                context
                    .PaymentQueue.Where(row => places.Contains(row.Place) && row.PausedUntil <= now)
                    .ExecuteUpdateAsync(row => row.SetProperty(entry => entry.PausedUntil, (Instant?)null), cancellationToken),
            cancellationToken
        );
}
