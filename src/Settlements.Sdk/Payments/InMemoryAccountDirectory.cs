using NodaTime;

namespace Settlements.Payments;

/// <summary>Accounts in the memory of one process; loaded anew after a restart.</summary>
public sealed class InMemoryAccountDirectory : IAccountDirectory
{
    private readonly Lock _lock = new();
    private Dictionary<long, ClientAccount> _accounts = [];
    private Instant? _loadedAt;

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClientAccount>> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult<IReadOnlyList<ClientAccount>>([.. _accounts.Values]);
    }

    /// <inheritdoc/>
    public Task<Instant?> GetLoadedAtAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(_loadedAt);
    }

    /// <inheritdoc/>
    public Task<int> ReplaceAsync(IReadOnlyCollection<ClientAccount> accounts, Instant loadedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        cancellationToken.ThrowIfCancellationRequested();
        var loaded = accounts.ToDictionary(account => account.Id, account => account with { MissingSince = null });
        lock (_lock)
        {
            var marked = 0;
            foreach (var (id, known) in _accounts)
            {
                if (loaded.ContainsKey(id))
                    continue;
                marked += known.MissingSince is null ? 1 : 0;
                loaded.Add(id, known with { MissingSince = known.MissingSince ?? loadedAt });
            }
            _accounts = loaded;
            _loadedAt = loadedAt;
            return Task.FromResult(marked);
        }
    }
}
