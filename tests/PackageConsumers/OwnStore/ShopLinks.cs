using Settlements;
using Settlements.Linking;

namespace OwnStore;

/// <summary>Stands for a shop's own database, which several instances of a store share.</summary>
public sealed class ShopDatabase
{
    public SortedDictionary<string, CounterpartyLink> Links { get; } = new(StringComparer.Ordinal);
}

/// <summary>The shop's own store of links.</summary>
public sealed class ShopLinks(ShopDatabase database) : ICounterpartyLinkStore
{
    public Task<CounterpartyLink?> FindAsync(string userId, CancellationToken cancellationToken) =>
        InTransaction(links => links.GetValueOrDefault(userId), cancellationToken);

    public Task<IReadOnlyList<CounterpartyLink>> ListAsync(CounterpartyId counterparty, CancellationToken cancellationToken) =>
        InTransaction<IReadOnlyList<CounterpartyLink>>(
            links => links.Values.Where(link => link.Counterparty == counterparty).ToList(),
            cancellationToken
        );

    public Task<CounterpartyLinkOutcome> SaveAsync(CounterpartyLink link, bool isShared, CancellationToken cancellationToken) =>
        InTransaction(
            links =>
            {
                var isByHand = link.Origin == CounterpartyLinkOrigin.Hand;
                if (links.GetValueOrDefault(link.UserId)?.Origin == CounterpartyLinkOrigin.Hand && !isByHand)
                    return CounterpartyLinkOutcome.KeptByHand;
                if (
                    !isShared
                    && link.Counterparty is { } id
                    && links.Values.Any(other => other.Counterparty == id && other.UserId != link.UserId)
                )
                    return CounterpartyLinkOutcome.Taken;
                links[link.UserId] = link;
                return CounterpartyLinkOutcome.Saved;
            },
            cancellationToken
        );

    public Task<bool> RemoveAsync(string userId, bool alsoByHand, CancellationToken cancellationToken) =>
        InTransaction(
            links =>
                links.TryGetValue(userId, out var link)
                && (alsoByHand || link.Origin != CounterpartyLinkOrigin.Hand)
                && links.Remove(userId),
            cancellationToken
        );

    private Task<T> InTransaction<T>(Func<SortedDictionary<string, CounterpartyLink>, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (database)
            return Task.FromResult(work(database.Links));
    }
}
