using NodaTime;

namespace Settlements.Balances;

/// <summary>Balances in the memory of one process: for tests, and for a host that imports or reads them anew at each start.</summary>
/// <remarks>
/// Safe for concurrent use. Readers wait for nobody: each sees what was kept at one moment. An import holds all its rows in memory until it is committed, and what is
/// kept grows with the counterparties and their payments.
/// </remarks>
/// <param name="time">The clock that says when an import was committed.</param>
public sealed class InMemoryBalanceStore(TimeProvider time) : IBalanceStore, IOpenDocumentStore
{
    private readonly Lock _lock = new();
    private volatile KeptBalances _kept = KeptBalances.None;

    /// <summary>Held by the one import that is applied and not yet committed. It needs no disposing: nobody waits on its handle.</summary>
    internal SemaphoreSlim Imports { get; } = new(1, 1);

    internal KeptBalances Kept => _kept;

    /// <inheritdoc/>
    public Task<StoredBalance?> FindAsync(CounterpartyId counterparty, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_kept.Balances.GetValueOrDefault(counterparty));
    }

    /// <inheritdoc/>
    public Task<bool> SaveAsync(StoredBalance balance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(balance);
        cancellationToken.ThrowIfCancellationRequested();
        var kept = balance with { Balance = balance.Balance with { Notes = [] } };
        lock (_lock)
        {
            var before = _kept;
            _kept = before.With(kept);
            return Task.FromResult(!ReferenceEquals(_kept, before));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CounterpartyId>> ListAsync(CounterpartyId? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_kept.IdsAfter(after, limit));
    }

    /// <inheritdoc/>
    public Task<PaymentHistoryPage> ListPaymentsAsync(
        CounterpartyId counterparty,
        string? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_kept.PaymentsOf(counterparty).Page(after, limit));
    }

    /// <inheritdoc/>
    public Task<OpenDocumentPage> ListDueAsync(LocalDate dueOnOrBefore, string? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(KeptDocuments.Due(_kept, dueOnOrBefore, after, limit));
    }

    /// <inheritdoc/>
    public Task<BalanceImportRecord?> FindLastImportAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_kept.LastImport);
    }

    /// <inheritdoc/>
    public Task<IBalanceImport> BeginImportAsync(BalanceImportScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IBalanceImport>(new InMemoryBalanceImport(this, scope));
    }

    /// <summary>Makes an import visible: worked in anew, over what was saved since it was applied.</summary>
    internal void Commit(StagedImport import, bool clearMissing, BalanceImportChanges changes)
    {
        lock (_lock)
        {
            var record = new BalanceImportRecord(import.Scope, time.GetCurrentInstant(), changes);
            _kept = BalanceMerge.Of(_kept, import, clearMissing).After with { LastImport = record };
        }
    }
}
