using Microsoft.EntityFrameworkCore;
using Settlements.EntityFrameworkCore.Turns;
using Settlements.Linking;

namespace Settlements.EntityFrameworkCore.Linking;

/// <summary>Links in the database.</summary>
internal sealed class StoredLinks(StoreDatabase database) : ICounterpartyLinkStore
{
    public Task<CounterpartyLink?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userId);
        return database.ReadAsync(
            async context =>
            {
                var links = context.Links.AsNoTracking();
                var row = await links.SingleOrDefaultAsync(row => row.UserId == userId, cancellationToken).ConfigureAwait(false);
                return row?.ToLink();
            },
            cancellationToken
        );
    }

    public Task<IReadOnlyList<CounterpartyLink>> ListAsync(CounterpartyId counterparty, CancellationToken cancellationToken)
    {
        var id = counterparty.Value;
        return database.ReadAsync<IReadOnlyList<CounterpartyLink>>(
            async context =>
            {
                var links = context.Links.AsNoTracking();
                var rows = await links.Where(row => row.CounterpartyId == id).ToListAsync(cancellationToken).ConfigureAwait(false);
                return [.. rows.Select(row => row.ToLink()).OrderBy(link => link.UserId, StringComparer.Ordinal)];
            },
            cancellationToken
        );
    }

    public Task<CounterpartyLinkOutcome> SaveAsync(CounterpartyLink link, bool isShared, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        var id = link.Counterparty?.Value;
        return database.InTransactionAsync(
            async context =>
            {
                // Links are few and seldom made: one at a time, and neither the user nor the counterparty can change hands meanwhile.
                await context.TakeTurnAsync("links", cancellationToken).ConfigureAwait(false);
                var row = await context
                    .Links.SingleOrDefaultAsync(row => row.UserId == link.UserId, cancellationToken)
                    .ConfigureAwait(false);
                if (row?.Origin == CounterpartyLinkOrigin.Hand && link.Origin != CounterpartyLinkOrigin.Hand)
                    return CounterpartyLinkOutcome.KeptByHand;
                var isTaken =
                    !isShared
                    && id is not null
                    && await context
                        .Links.AnyAsync(other => other.CounterpartyId == id && other.UserId != link.UserId, cancellationToken)
                        .ConfigureAwait(false);
                if (isTaken)
                    return CounterpartyLinkOutcome.Taken;
                (row ?? context.Links.Add(new LinkRow { UserId = link.UserId }).Entity).Take(link);
                return CounterpartyLinkOutcome.Saved;
            },
            cancellationToken
        );
    }

    public Task<bool> RemoveAsync(string userId, bool alsoByHand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userId);
        return database.InTransactionAsync(
            async context =>
            {
                await context.TakeTurnAsync("links", cancellationToken).ConfigureAwait(false);
                var removed = await context
                    .Links.Where(row => row.UserId == userId && (alsoByHand || row.Origin != CounterpartyLinkOrigin.Hand))
                    .ExecuteDeleteAsync(cancellationToken)
                    .ConfigureAwait(false);
                return removed > 0;
            },
            cancellationToken
        );
    }
}
