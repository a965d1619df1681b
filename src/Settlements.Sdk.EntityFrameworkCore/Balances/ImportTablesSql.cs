namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>Makes the import's own tables, with the column types of the store's.</summary>
internal static class ImportTablesSql
{
    public static IEnumerable<string> Create(ImportTables tables) =>
        [
            Table(
                tables.StagedBalances,
                $"CAST(0 AS bigint) AS \"Line\", \"CounterpartyId\", \"AsOf\", {BalanceColumns.Figures.List()} FROM {tables.Balances}"
            ),
            Table(
                tables.StagedDocuments,
                $"CAST(0 AS bigint) AS \"Line\", d.\"CounterpartyId\", b.\"Currency\", d.\"Position\", {BalanceColumns.Document.List("d.")} FROM {tables.Documents} d, {tables.Balances} b"
            ),
            Table(
                tables.StagedPayments,
                $"""
                CAST(0 AS bigint) AS "Place", h."CounterpartyId", p."Position", h."Key", h."Day", {BalanceColumns.Payment.List(
                    "p."
                )}, h."Currency"
                FROM {tables.History} h, {tables.Payments} p
                """
            ),
            Table(tables.Kept, $"\"CounterpartyId\" FROM {tables.Balances}"),
            Table(tables.Differing, $"\"CounterpartyId\" FROM {tables.Balances}"),
            Table(tables.Plan, $"\"CounterpartyId\", CAST(0 AS integer) AS \"Change\" FROM {tables.Balances}"),
        ];

    public static IEnumerable<string> Drop(ImportTables tables) =>
        new[] { tables.StagedBalances, tables.StagedDocuments, tables.StagedPayments, tables.Kept, tables.Differing, tables.Plan }.Select(
            table => $"DROP TABLE IF EXISTS {table}"
        );

    private static string Table(StagedTable table, string columns) =>
        $"CREATE TEMPORARY TABLE \"{table.Name}\" AS SELECT {columns} WHERE 1 = 0";
}
