namespace Settlements.Balances;

/// <summary>An import into an <see cref="InMemoryBalanceStore"/>.</summary>
internal sealed class InMemoryBalanceImport(InMemoryBalanceStore store, BalanceImportScope scope) : IBalanceImport
{
    private readonly StagedImport _staged = new(scope);
    private Stage _stage = Stage.Adding;
    private bool _clearMissing;
    private BalanceImportChanges? _changes;

    private enum Stage
    {
        Adding,
        Checked,
        Applied,
        Committed,
        Disposed,
    }

    public Task AddBalancesAsync(IReadOnlyList<ImportedBalance> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Require(Stage.Adding, "Balances", cancellationToken);
        _staged.Add(rows);
        return Task.CompletedTask;
    }

    public Task AddDocumentsAsync(IReadOnlyList<ImportedDocument> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Require(Stage.Adding, "Documents", cancellationToken);
        if (!scope.HasDocuments)
            throw new InvalidOperationException("The scope of this import says that it has no documents of their own: set HasDocuments.");
        _staged.Add(rows);
        return Task.CompletedTask;
    }

    public Task AddPaymentsAsync(IReadOnlyList<ImportedPayment> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Require(Stage.Adding, "Payments", cancellationToken);
        _staged.Add(rows);
        return Task.CompletedTask;
    }

    public Task KeepAsync(IReadOnlyList<CounterpartyId> counterparties, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(counterparties);
        Require(Stage.Adding, "Counterparties to keep", cancellationToken);
        _staged.Keep(counterparties);
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<BalanceImportConflict> CheckAsync(CancellationToken cancellationToken)
    {
        Require(Stage.Adding, "The check", cancellationToken);
        _stage = Stage.Checked;
        return _staged.Conflicts().ToAsyncEnumerable();
    }

    public async Task<BalanceImportChanges> ApplyAsync(bool clearMissing, CancellationToken cancellationToken)
    {
        Require(Stage.Checked, "Applying", cancellationToken);
        await store.Imports.WaitAsync(cancellationToken).ConfigureAwait(false);
        _stage = Stage.Applied;
        _clearMissing = clearMissing;
        _changes = BalanceMerge.Of(store.Kept, _staged, clearMissing).Changes;
        return _changes;
    }

    public Task CommitAsync(CancellationToken cancellationToken)
    {
        Require(Stage.Applied, "Committing", cancellationToken);
        store.Commit(_staged, _clearMissing, _changes!);
        _stage = Stage.Committed;
        store.Imports.Release();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        if (_stage == Stage.Applied)
            store.Imports.Release();
        _stage = Stage.Disposed;
        return ValueTask.CompletedTask;
    }

    private void Require(Stage stage, string what, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_stage == Stage.Disposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        if (_stage != stage)
            throw new InvalidOperationException($"{what} come where the import is {stage}; this one is {_stage}.");
    }
}
