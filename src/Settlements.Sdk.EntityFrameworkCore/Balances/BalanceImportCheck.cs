using System.Data.Common;
using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>Finds rows of an import that do not fit each other, and takes what is kept out of the import.</summary>
internal sealed class BalanceImportCheck(ImportSession session, bool hasDocuments)
{
    private readonly ImportTables _tables = session.Tables;

    /// <summary>Makes the rows ready to be looked at; those of counterparties that are kept already are gone.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var table in new[] { _tables.Kept, _tables.StagedBalances, _tables.StagedDocuments, _tables.StagedPayments })
            await session.IndexAsync(table, cancellationToken).ConfigureAwait(false);
        await PassOverKeptAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the conflicts, part by part.</summary>
    public IEnumerable<(string Sql, Func<DbDataReader, BalanceImportConflict> Read)> Queries()
    {
        yield return (
            $"""
            SELECT s."Line", s."CounterpartyId" FROM {_tables.StagedBalances} s
            WHERE s."CounterpartyId" IN ({Repeated}) ORDER BY s."Line"
            """,
            reader => Conflict(reader, BalanceImportPart.Balances, BalanceImportConflictKind.RepeatedCounterparty)
        );
        if (!hasDocuments)
            yield break;
        yield return (
            $"""
            SELECT d."Line", d."CounterpartyId", s."CounterpartyId" IS NULL FROM {_tables.StagedDocuments} d
            LEFT JOIN {_tables.StagedBalances} s ON s."CounterpartyId" = d."CounterpartyId"
            WHERE (s."CounterpartyId" IS NULL OR s."Currency" <> d."Currency") AND d."CounterpartyId" NOT IN ({Repeated})
            ORDER BY d."Line"
            """,
            reader =>
                Conflict(
                    reader,
                    BalanceImportPart.Documents,
                    reader.GetBoolean(2) ? BalanceImportConflictKind.DocumentWithoutBalance : BalanceImportConflictKind.DocumentCurrency
                )
        );
    }

    /// <summary>Keeps the counterparties of the conflicts, and makes the documents the lists of their balances.</summary>
    public async Task FinishAsync(bool hasConflicts, CancellationToken cancellationToken)
    {
        if (hasConflicts)
        {
            await session.RunAsync($"INSERT INTO {_tables.Kept} {Repeated}", cancellationToken).ConfigureAwait(false);
            if (hasDocuments)
                await session.RunAsync($"INSERT INTO {_tables.Kept} {Misplaced}", cancellationToken).ConfigureAwait(false);
            await PassOverKeptAsync(cancellationToken).ConfigureAwait(false);
        }

        if (hasDocuments)
            await ListDocumentsAsync(cancellationToken).ConfigureAwait(false);
    }

    private string Repeated => $"""SELECT "CounterpartyId" FROM {_tables.StagedBalances} GROUP BY "CounterpartyId" HAVING count(*) > 1""";

    private string Misplaced =>
        $"""
            SELECT DISTINCT d."CounterpartyId" FROM {_tables.StagedDocuments} d
            LEFT JOIN {_tables.StagedBalances} s ON s."CounterpartyId" = d."CounterpartyId"
            WHERE s."CounterpartyId" IS NULL OR s."Currency" <> d."Currency"
            """;

    private async Task PassOverKeptAsync(CancellationToken cancellationToken)
    {
        foreach (var table in new[] { _tables.StagedBalances, _tables.StagedDocuments, _tables.StagedPayments })
        {
            await session
                .RunAsync(
                    $"""DELETE FROM {table} WHERE "CounterpartyId" IN (SELECT "CounterpartyId" FROM {_tables.Kept})""",
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
    }

    private async Task ListDocumentsAsync(CancellationToken cancellationToken)
    {
        await session
            .RunAsync(
                $"""
                UPDATE {_tables.StagedDocuments} AS d SET "Position" = n."Position" FROM (
                  SELECT "CounterpartyId", "Position" AS "Place", row_number() OVER (PARTITION BY "CounterpartyId" ORDER BY "Position") - 1 AS "Position"
                  FROM {_tables.StagedDocuments}
                ) n
                WHERE n."CounterpartyId" = d."CounterpartyId" AND n."Place" = d."Position"
                """,
                cancellationToken
            )
            .ConfigureAwait(false);
        await session
            .RunAsync(
                $"""
                UPDATE {_tables.StagedBalances} AS s SET "DocumentCount" = n."Count" FROM (
                  SELECT "CounterpartyId", count(*) AS "Count" FROM {_tables.StagedDocuments} GROUP BY "CounterpartyId"
                ) n
                WHERE n."CounterpartyId" = s."CounterpartyId"
                """,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private static BalanceImportConflict Conflict(DbDataReader reader, BalanceImportPart part, BalanceImportConflictKind kind) =>
        new(part, reader.GetInt64(0), new CounterpartyId(reader.GetGuid(1)), kind);
}
