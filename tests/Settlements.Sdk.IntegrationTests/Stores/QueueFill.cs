using System.Globalization;

namespace Settlements.IntegrationTests.Stores;

/// <summary>Fills the queue by one statement: copies of the one document in it, each of an account of its own.</summary>
internal static class QueueFill
{
    private const string Columns = """
        "State", "Attempts", "ErrorCandidates", "EnqueuedAt", "Document_Amount", "Document_CounterpartyId", "Document_CounterpartyKind", "Document_Currency",
        "Document_Date", "Document_IsDeleted", "Document_IsPosted", "Document_Kind", "Document_Number", "Document_OrganizationTin", "Document_Version"
        """;

    /// <summary>For SQLite; ids are <c>Documents.IdOf(n)</c>, accounts n.</summary>
    public static string Sqlite(int from, int to) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            WITH RECURSIVE n(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM n WHERE n < {to})
            INSERT INTO "SettlementsPaymentQueue" ("DocumentId", "AccountId", {Columns})
            SELECT printf('%08X', n) || '-0001-0002-0304-05060708090A', CAST(n AS TEXT), {Columns} FROM "SettlementsPaymentQueue" q, n WHERE q."AccountId" = '1'
            """
        );

    /// <summary>For PostgreSQL; ids are <c>Documents.IdOf(n)</c>, accounts n.</summary>
    public static string PostgreSql(int from, int to) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            INSERT INTO "SettlementsPaymentQueue" ("DocumentId", "AccountId", {Columns})
            SELECT (lpad(to_hex(n), 8, '0') || '-0001-0002-0304-05060708090a')::uuid, n::text, {Columns}
            FROM "SettlementsPaymentQueue" q, generate_series({from}, {to}) n WHERE q."AccountId" = '1'
            """
        );
}
