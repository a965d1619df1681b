using Settlements.Balances;

namespace Settlements.Benchmarks.BalanceImport;

/// <summary>Takes rows and keeps none, so that what an importer itself costs is seen.</summary>
internal sealed class NowhereStore : IBalanceStore, IBalanceImport
{
    public long Rows { get; private set; }

    public Task<StoredBalance?> FindAsync(CounterpartyId counterparty, CancellationToken cancellationToken) =>
        Task.FromResult<StoredBalance?>(null);

    public Task<bool> SaveAsync(StoredBalance balance, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<IReadOnlyList<CounterpartyId>> ListAsync(CounterpartyId? after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CounterpartyId>>([]);

    public Task<PaymentHistoryPage> ListPaymentsAsync(
        CounterpartyId counterparty,
        string? after,
        int limit,
        CancellationToken cancellationToken
    ) => Task.FromResult(new PaymentHistoryPage([], null));

    public Task<BalanceImportRecord?> FindLastImportAsync(CancellationToken cancellationToken) =>
        Task.FromResult<BalanceImportRecord?>(null);

    public Task<IBalanceImport> BeginImportAsync(BalanceImportScope scope, CancellationToken cancellationToken) =>
        Task.FromResult<IBalanceImport>(this);

    public Task AddBalancesAsync(IReadOnlyList<ImportedBalance> rows, CancellationToken cancellationToken)
    {
        Rows += rows.Count;
        return Task.CompletedTask;
    }

    public Task AddDocumentsAsync(IReadOnlyList<ImportedDocument> rows, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task AddPaymentsAsync(IReadOnlyList<ImportedPayment> rows, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task KeepAsync(IReadOnlyList<CounterpartyId> counterparties, CancellationToken cancellationToken) => Task.CompletedTask;

    public IAsyncEnumerable<BalanceImportConflict> CheckAsync(CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<BalanceImportConflict>();

    public Task<BalanceImportChanges> ApplyAsync(bool clearMissing, CancellationToken cancellationToken) =>
        Task.FromResult(
            new BalanceImportChanges
            {
                Added = Rows,
                Changed = 0,
                Unchanged = 0,
                Cleared = 0,
                Older = 0,
                DebtorsBefore = 0,
                DebtorsCleared = 0,
            }
        );

    public Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
