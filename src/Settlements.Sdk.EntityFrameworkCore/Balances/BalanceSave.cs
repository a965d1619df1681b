using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>Keeps one balance with its documents and payments, unless the one kept is newer; within a transaction.</summary>
internal sealed class BalanceSave(SettlementsDbContext context, StoredBalance stored)
{
    // Parameters of one statement, below what either database takes.
    private const int RowsAtOnce = 500;

    private readonly CounterpartyBalance _balance = stored.Balance;
    private readonly Guid _id = stored.Balance.Counterparty.Value;

    /// <returns>False when the one kept is newer.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        // In SQLite the transaction itself waited for the import.
        if (context.Database.IsNpgsql())
            await new ImportTurns(context).PassAsync(stored.ReadAt, cancellationToken).ConfigureAwait(false);
        if (await WriteBalanceAsync(cancellationToken).ConfigureAwait(false) == 0)
            return false;

        await ReplaceAsync(
                context.Table<OpenDocumentRow>(),
                StoredColumns.Document,
                Numbered(_balance.Documents, BalanceColumns.Of),
                cancellationToken
            )
            .ConfigureAwait(false);
        await ReplaceAsync(
                context.Table<BalancePaymentRow>(),
                StoredColumns.Payment,
                Numbered(_balance.Payments, BalanceColumns.Of),
                cancellationToken
            )
            .ConfigureAwait(false);
        await JoinHistoryAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Task<int> WriteBalanceAsync(CancellationToken cancellationToken)
    {
        var sql = $"""
            ON CONFLICT ("CounterpartyId") DO UPDATE SET {StoredColumns.Balance.Assignments("excluded.")}
            WHERE b."ReadAt" <= excluded."ReadAt"
            AND (NOT b."IsOfSnapshot"
              OR COALESCE((SELECT i."SnapshotAsOf" FROM {context.Table<BalanceImportRow>()} i) <= excluded."ReadAt", TRUE))
            """;
        object? asOf = _balance.AsOf == stored.ReadAt ? null : StoredValues.ToText(_balance.AsOf);
        object?[] row = [_id, StoredValues.ToText(stored.ReadAt), false, asOf, stored.IsCleared, .. BalanceColumns.Of(_balance)];
        return InsertAsync(context.Table<BalanceRow>() + " AS b", StoredColumns.Balance, [row], sql, cancellationToken);
    }

    private async Task ReplaceAsync(string table, RowShape shape, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var delete = $$"""DELETE FROM {{table}} WHERE "CounterpartyId" = {0}""";
        await context.Database.ExecuteSqlRawAsync(delete, [_id], cancellationToken).ConfigureAwait(false);
        foreach (var some in rows.Chunk(RowsAtOnce))
            await InsertAsync(table, shape, some, "", cancellationToken).ConfigureAwait(false);
    }

    private async Task JoinHistoryAsync(CancellationToken cancellationToken)
    {
        // Of one that came twice the last holds. Sorted as an import sorts them, so that the two do not wait for each other in a circle.
        var rows = (_balance.Payments ?? [])
            .GroupBy(PaymentKey.Of, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => (object?[])[_id, same.Key, .. BalanceColumns.HistoryOf(same.Last())]);
        var sql = $"""ON CONFLICT ("CounterpartyId", "Key") DO UPDATE SET {BalanceColumns.History.Assignments("excluded.")}""";
        foreach (var some in rows.Chunk(RowsAtOnce))
            await InsertAsync(context.Table<PaymentHistoryRow>(), StoredColumns.History, some, sql, cancellationToken)
                .ConfigureAwait(false);
    }

    private IEnumerable<object?[]> Numbered<T>(IReadOnlyList<T>? list, Func<T, object?[]> columns) =>
        (list ?? []).Select((value, position) => (object?[])[_id, position, .. columns(value)]);

    private async Task<int> InsertAsync(string table, RowShape shape, object?[][] rows, string ending, CancellationToken cancellationToken)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        await using var _ = command.ConfigureAwait(false);
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText =
            $"INSERT INTO {table} ({shape.List()}) VALUES {string.Join(", ", rows.Select(row => Values(command, row)))} {ending}";
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Values(DbCommand command, object?[] row) =>
        "(" + string.Join(", ", row.Select(value => Parameter(command, value).ParameterName)) + ")";

    private static DbParameter Parameter(DbCommand command, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (FormattableString.Invariant($"@p{command.Parameters.Count}"), value ?? DBNull.Value);
        command.Parameters.Add(parameter);
        return parameter;
    }
}
