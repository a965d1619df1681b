namespace Settlements.Linking;

/// <summary>Links in the memory of one process: for tests, and for a host that makes its links anew at each start.</summary>
/// <remarks>Safe for concurrent use. Links made by hand are worth keeping: a shop wants a store that survives.</remarks>
public sealed class InMemoryCounterpartyLinkStore : ICounterpartyLinkStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CounterpartyLink> _byUser = new(StringComparer.Ordinal);
    private readonly Dictionary<CounterpartyId, SortedDictionary<string, CounterpartyLink>> _byCounterparty = [];

    /// <inheritdoc/>
    public Task<CounterpartyLink?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_byUser.GetValueOrDefault(userId));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CounterpartyLink>> ListAsync(CounterpartyId counterparty, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult<IReadOnlyList<CounterpartyLink>>(
                _byCounterparty.TryGetValue(counterparty, out var links) ? [.. links.Values] : []
            );
    }

    /// <inheritdoc/>
    public Task<CounterpartyLinkOutcome> SaveAsync(CounterpartyLink link, bool isShared, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var earlier = _byUser.GetValueOrDefault(link.UserId);
            if (earlier?.Origin == CounterpartyLinkOrigin.Hand && link.Origin != CounterpartyLinkOrigin.Hand)
                return Task.FromResult(CounterpartyLinkOutcome.KeptByHand);
            if (!isShared && IsTaken(link))
                return Task.FromResult(CounterpartyLinkOutcome.Taken);

            if (earlier is not null)
                Forget(earlier);
            Keep(link);
            return Task.FromResult(CounterpartyLinkOutcome.Saved);
        }
    }

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string userId, bool alsoByHand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_byUser.TryGetValue(userId, out var link) || (link.Origin == CounterpartyLinkOrigin.Hand && !alsoByHand))
                return Task.FromResult(false);
            Forget(link);
            return Task.FromResult(true);
        }
    }

    private bool IsTaken(CounterpartyLink link) =>
        link.Counterparty is { } counterparty
        && _byCounterparty.TryGetValue(counterparty, out var links)
        && links.Keys.Any(user => user != link.UserId);

    private void Keep(CounterpartyLink link)
    {
        _byUser.Add(link.UserId, link);
        if (link.Counterparty is not { } counterparty)
            return;
        if (!_byCounterparty.TryGetValue(counterparty, out var links))
            _byCounterparty.Add(counterparty, links = new(StringComparer.Ordinal));
        links.Add(link.UserId, link);
    }

    private void Forget(CounterpartyLink link)
    {
        _byUser.Remove(link.UserId);
        if (link.Counterparty is not { } counterparty)
            return;
        var links = _byCounterparty[counterparty];
        links.Remove(link.UserId);
        if (links.Count == 0)
            _byCounterparty.Remove(counterparty);
    }
}
