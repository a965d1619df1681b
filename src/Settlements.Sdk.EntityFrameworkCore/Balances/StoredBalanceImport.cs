using System.Runtime.CompilerServices;
using NodaTime;
using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>An import into the database.</summary>
internal sealed class StoredBalanceImport(ImportConnection connection, BalanceImportScope scope, TimeProvider time) : IBalanceImport
{
    private readonly StagedRows _rows = new(scope);
    private Stage _stage = Stage.Adding;
    private BalanceMerge? _merge;

    private enum Stage
    {
        Adding,
        Checking,
        Checked,
        Applied,
        Committed,
        Disposed,
    }

    private ImportTables Tables => connection.Session.Tables;

    public async Task AddBalancesAsync(IReadOnlyList<ImportedBalance> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Require(Stage.Adding, "Balances");
        await StageAsync(Tables.StagedBalances, _rows.Balances(rows), cancellationToken).ConfigureAwait(false);
        if (!scope.HasDocuments && rows.Any(row => row.Balance.Documents is [_, ..]))
            await StageAsync(Tables.StagedDocuments, StagedRows.DocumentsIn(rows), cancellationToken).ConfigureAwait(false);
        if (rows.Any(row => row.Balance.Payments is [_, ..]))
            await StageAsync(Tables.StagedPayments, _rows.PaymentsIn(rows), cancellationToken).ConfigureAwait(false);
    }

    public Task AddDocumentsAsync(IReadOnlyList<ImportedDocument> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Require(Stage.Adding, "Documents");
        return scope.HasDocuments
            ? StageAsync(Tables.StagedDocuments, _rows.Documents(rows), cancellationToken)
            : throw new InvalidOperationException("The scope of this import says that it has no documents of their own: set HasDocuments.");
    }

    public Task AddPaymentsAsync(IReadOnlyList<ImportedPayment> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Require(Stage.Adding, "Payments");
        return StageAsync(Tables.StagedPayments, _rows.Payments(rows), cancellationToken);
    }

    public Task KeepAsync(IReadOnlyList<CounterpartyId> counterparties, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(counterparties);
        Require(Stage.Adding, "Counterparties to keep");
        return StageAsync(Tables.Kept, counterparties.Select(id => (object?[])[id.Value]), cancellationToken);
    }

    public IAsyncEnumerable<BalanceImportConflict> CheckAsync(CancellationToken cancellationToken)
    {
        Require(Stage.Adding, "The check");
        _stage = Stage.Checking;
        return ConflictsAsync(cancellationToken);
    }

    public async Task<BalanceImportChanges> ApplyAsync(bool clearMissing, CancellationToken cancellationToken)
    {
        Require(Stage.Checked, "Applying");
        _merge = new BalanceMerge(connection.Session, scope, clearMissing);
        await connection.DoAsync(_ => _merge.RunAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        _stage = Stage.Applied;
        return _merge.Changes;
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        Require(Stage.Applied, "Committing");
        cancellationToken.ThrowIfCancellationRequested();
        await connection
            .DoAsync(_ => _merge!.CommitAsync(Instant.FromDateTimeOffset(time.GetUtcNow()), cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        _stage = Stage.Committed;
    }

    public async ValueTask DisposeAsync()
    {
        if (_stage == Stage.Disposed)
            return;
        _stage = Stage.Disposed;
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async IAsyncEnumerable<BalanceImportConflict> ConflictsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var check = new BalanceImportCheck(connection.Session, scope.HasDocuments);
        await connection.DoAsync(_ => check.PrepareAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        var hasConflicts = false;
        foreach (var (sql, read) in check.Queries())
        {
            await foreach (var conflict in connection.ReadAsync(sql, read, cancellationToken).ConfigureAwait(false))
            {
                hasConflicts = true;
                yield return conflict;
            }
        }

        await connection.DoAsync(_ => check.FinishAsync(hasConflicts, cancellationToken), cancellationToken).ConfigureAwait(false);
        _stage = Stage.Checked;
    }

    private Task StageAsync(StagedTable table, IEnumerable<object?[]> rows, CancellationToken cancellationToken) =>
        connection.DoAsync(session => session.StageAsync(table, rows, cancellationToken), cancellationToken);

    private void Require(Stage stage, string what)
    {
        ObjectDisposedException.ThrowIf(_stage == Stage.Disposed, this);
        if (_stage != stage)
            throw new InvalidOperationException($"{what} come where the import is {stage}; this one is {_stage}.");
    }
}
