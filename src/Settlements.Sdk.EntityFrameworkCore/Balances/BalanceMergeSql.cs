using System.Globalization;
using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>The statements that work an import into the store; <c>@asOf</c> is its moment.</summary>
/// <remarks>
/// One text for both databases. In PostgreSQL balances are saved meanwhile: every statement that writes a balance looks again whether the row is newer than the import,
/// and documents and payments are written only where the balance was.
/// </remarks>
/// <param name="session">Whose tables, and what its database says differently.</param>
/// <param name="isSnapshot">Whether the rows are those of the latest full snapshot from now on.</param>
/// <param name="isOld">Whether there was a full snapshot of a later moment: its rows are newer than the import.</param>
internal sealed class BalanceMergeSql(ImportSession session, bool isSnapshot, bool isOld)
{
    private const BalanceFields SaidByAbsence =
        BalanceFields.Debt | BalanceFields.Advance | BalanceFields.Overdue | BalanceFields.Documents | BalanceFields.AsOf;

    private readonly ImportTables _tables = session.Tables;

    public static string Last(ImportTables tables) => $"SELECT \"AsOf\", \"SnapshotAsOf\" FROM {tables.Imports}";

    public string CountBefore =>
        $"""
            SELECT count(*), count(*) FILTER (WHERE {IsDebtor}), (SELECT count(*) FROM {_tables.StagedBalances}) FROM {_tables.Balances} b
            """;

    public string InsertAll => InsertBalances($"{_tables.StagedBalances} s WHERE TRUE");

    /// <summary>After <see cref="InsertAll"/>, when some were saved meanwhile: the others.</summary>
    public string PlanWritten =>
        $"""
            INSERT INTO {_tables.Plan} ("CounterpartyId", "Change")
            SELECT p."CounterpartyId", {PlannedChange.Added} FROM {_tables.StagedBalances} p {session.OnlyWritten}
            """;

    public string FindDifferingDocuments =>
        $"""
            INSERT INTO {_tables.Differing} ("CounterpartyId")
            SELECT DISTINCT d."CounterpartyId" FROM {_tables.StagedDocuments} d
            LEFT JOIN {_tables.Documents} o ON o."CounterpartyId" = d."CounterpartyId" AND o."Position" = d."Position"
            WHERE ({BalanceColumns.Document.List("d.")}) IS DISTINCT FROM ({BalanceColumns.Document.List("o.")})
            """;

    public string FindDifferingPayments =>
        $"""
            INSERT INTO {_tables.Differing} ("CounterpartyId")
            SELECT DISTINCT d."CounterpartyId" FROM {_tables.StagedPayments} d
            LEFT JOIN {_tables.Payments} o ON o."CounterpartyId" = d."CounterpartyId" AND o."Position" = d."Position"
            WHERE d."Position" IS NOT NULL AND ({BalanceColumns.Payment.List("d.")}) IS DISTINCT FROM ({BalanceColumns.Payment.List("o.")})
            AND NOT EXISTS (SELECT 1 FROM {_tables.Differing} f WHERE f."CounterpartyId" = d."CounterpartyId")
            """;

    /// <summary>What is done to those who are in the import.</summary>
    public string Plan =>
        $"""
            INSERT INTO {_tables.Plan} ("CounterpartyId", "Change")
            SELECT "CounterpartyId", "Change" FROM (
              SELECT s."CounterpartyId", CASE
                WHEN b."CounterpartyId" IS NULL THEN {PlannedChange.Added}
                WHEN {IsNewer} THEN {PlannedChange.Older}
                WHEN f."CounterpartyId" IS NOT NULL
                  OR ({BalanceColumns.Figures.List("s.")}) IS DISTINCT FROM ({BalanceColumns.Figures.List(
                "b."
            )}) THEN {PlannedChange.Changed}
                WHEN {NeedsTouch} THEN {PlannedChange.Touched}
                ELSE 0 END AS "Change"
              FROM {_tables.StagedBalances} s
              LEFT JOIN {_tables.Balances} b ON b."CounterpartyId" = s."CounterpartyId"
              LEFT JOIN {_tables.Differing} f ON f."CounterpartyId" = s."CounterpartyId"
            ) planned
            WHERE "Change" <> 0 ORDER BY "CounterpartyId"
            """;

    /// <summary>What is done to those who are not.</summary>
    public string PlanClearing =>
        $"""
            INSERT INTO {_tables.Plan} ("CounterpartyId", "Change")
            SELECT b."CounterpartyId", CASE
              WHEN {IsDebtor} THEN {PlannedChange.DebtorCleared}
              WHEN b."Debt" <> '0.0' OR b."Advance" IS NULL OR b."Advance" <> '0.0' OR b."Overdue" IS NULL OR b."Overdue" <> '0.0'
                OR b."DocumentCount" > 0 THEN {PlannedChange.Cleared}
              ELSE {PlannedChange.Emptied} END
            FROM {_tables.Balances} b
            WHERE NOT ({IsNewer}) AND NOT ({IsClearedAlready})
            AND NOT EXISTS (SELECT 1 FROM {_tables.StagedBalances} s WHERE s."CounterpartyId" = b."CounterpartyId")
            AND NOT EXISTS (SELECT 1 FROM {_tables.Kept} k WHERE k."CounterpartyId" = b."CounterpartyId")
            """;

    /// <summary>Writes what is planned. Balances first: whoever saves one writes it first too, so that nobody waits in a circle.</summary>
    public IEnumerable<string> Writes =>
        [
            InsertBalances(
                $"{_tables.Plan} p JOIN {_tables.StagedBalances} s ON s.\"CounterpartyId\" = p.\"CounterpartyId\" WHERE p.\"Change\" = {PlannedChange.Added}"
            ),
            UpdateBalances,
            ClearBalances,
            Delete(_tables.Documents, PlannedChange.Changed, PlannedChange.DebtorCleared, PlannedChange.Cleared, PlannedChange.Emptied),
            InsertDocuments(onlyPlanned: true),
            Delete(_tables.Payments, PlannedChange.Changed),
            InsertPayments(onlyPlanned: true),
        ];

    /// <summary>Those who are kept have the moment they had, whatever moment the snapshot gets; <c>@last</c> is the one it had.</summary>
    public string LeaveSnapshot =>
        $"""
            UPDATE {_tables.Balances} AS b SET "IsOfSnapshot" = FALSE, "ReadAt" = @last, "AsOf" = COALESCE(b."AsOf", @last)
            WHERE b."IsOfSnapshot" AND b."CounterpartyId" IN (SELECT "CounterpartyId" FROM {_tables.Kept})
            """;

    /// <summary>How many were planned for what; those whom somebody saved meanwhile count as older rows.</summary>
    public string CountPlanned =>
        session.OnlyWritten.Length == 0
            ? $"SELECT p.\"Change\", count(*) FROM {_tables.Plan} p GROUP BY p.\"Change\""
            : $"""
                SELECT w."Change", count(*) FROM (
                  SELECT CASE
                    WHEN mine."CounterpartyId" IS NOT NULL THEN p."Change"
                    WHEN p."Change" < {PlannedChange.Older} THEN {PlannedChange.Older}
                    WHEN p."Change" > {PlannedChange.Older} THEN {PlannedChange.Emptied}
                    ELSE p."Change" END AS "Change"
                  FROM {_tables.Plan} p LEFT {session.OnlyWritten}
                ) w GROUP BY w."Change"
                """;

    /// <summary>
    /// Payments join the history: of one that came twice the last; over one that is there, unless the counterparty's figures are newer than the import.
    /// </summary>
    public string JoinHistory =>
        $"""
            INSERT INTO {_tables.History} ({StoredColumns.History.List()})
            SELECT {StoredColumns.History.List("p.")} FROM (
              SELECT s.*, row_number() OVER (PARTITION BY s."CounterpartyId", s."Key" ORDER BY s."Place" DESC) AS "Again" FROM {_tables.StagedPayments} s
            ) p
            LEFT JOIN {_tables.History} o ON o."CounterpartyId" = p."CounterpartyId" AND o."Key" = p."Key"
            LEFT JOIN {_tables.Balances} b ON b."CounterpartyId" = p."CounterpartyId"
            WHERE p."Again" = 1
            AND (o."CounterpartyId" IS NULL
              OR NOT COALESCE({IsNewer}, FALSE) AND ({BalanceColumns.History.List("p.")}) IS DISTINCT FROM ({BalanceColumns.History.List(
                "o."
            )}))
            AND (p."Position" IS NULL OR NOT COALESCE({IsNewer}, FALSE))
            ORDER BY p."CounterpartyId", p."Key"
            ON CONFLICT ("CounterpartyId", "Key") DO UPDATE SET {BalanceColumns.History.Assignments("excluded.")}
            """;

    public string Record =>
        $"""
            INSERT INTO {_tables.Imports} ({Import.List()}) VALUES ({BalanceImportRow.OnlyId}, @kind, @asOf, @hasDocuments, @committedAt, @added, @changed, @unchanged,
            @cleared, @older, @debtorsBefore, @debtorsCleared, @previousAsOf, @snapshotAsOf)
            ON CONFLICT ("Id") DO UPDATE SET {Import.Assignments("excluded.")}
            """;

    public string InsertDocuments(bool onlyPlanned) =>
        InsertList(_tables.Documents, StoredColumns.Document, _tables.StagedDocuments, onlyPlanned);

    public string InsertPayments(bool onlyPlanned) =>
        InsertList(_tables.Payments, StoredColumns.Payment, _tables.StagedPayments, onlyPlanned);

    private static RowShape Import { get; } =
        new(
            "Id",
            "Kind",
            "AsOf",
            "HasDocuments",
            "CommittedAt",
            "Added",
            "Changed",
            "Unchanged",
            "Cleared",
            "Older",
            "DebtorsBefore",
            "DebtorsCleared",
            "PreviousAsOf",
            "SnapshotAsOf"
        );

    private string IsDebtor => $"b.\"Debt\" IS NULL OR {session.IsPositive("b.\"Debt\"")}";

    private string IsNewer => isOld ? "(b.\"IsOfSnapshot\" OR b.\"ReadAt\" > @asOf)" : "(b.\"ReadAt\" > @asOf)";

    // A row of the snapshot takes the new moment with it.
    private string NeedsTouch =>
        isSnapshot ? "NOT b.\"IsOfSnapshot\" OR b.\"IsCleared\" OR b.\"AsOf\" IS DISTINCT FROM s.\"AsOf\"" : "TRUE";

    private string IsClearedAlready => isSnapshot ? "b.\"IsCleared\" AND b.\"IsOfSnapshot\"" : "FALSE";

    private static string Restated { get; } = ((int)~SaidByAbsence).ToString(CultureInfo.InvariantCulture);

    private string Flag => isSnapshot ? "TRUE" : "FALSE";

    private string UpdateBalances =>
        $"""
            UPDATE {_tables.Balances} AS b
            SET "ReadAt" = @asOf, "IsOfSnapshot" = {Flag}, "AsOf" = s."AsOf", "IsCleared" = FALSE, {BalanceColumns.Figures.Assignments(
                "s."
            )}
            FROM {_tables.Plan} p JOIN {_tables.StagedBalances} s ON s."CounterpartyId" = p."CounterpartyId"
            WHERE b."CounterpartyId" = p."CounterpartyId" AND p."Change" IN ({PlannedChange.Changed}, {PlannedChange.Touched}) AND NOT {IsNewer}
            """;

    private string ClearBalances =>
        $"""
            UPDATE {_tables.Balances} AS b
            SET "ReadAt" = @asOf, "IsOfSnapshot" = {Flag}, "AsOf" = NULL, "IsCleared" = TRUE, "Debt" = '0.0', "Advance" = '0.0', "Overdue" = '0.0',
                "DocumentCount" = 0, "Unstated" = b."Unstated" & {Restated}
            FROM {_tables.Plan} p
            WHERE b."CounterpartyId" = p."CounterpartyId" AND p."Change" > {PlannedChange.Older} AND NOT {IsNewer}
            """;

    private string InsertBalances(string from) =>
        $"""
            INSERT INTO {_tables.Balances} ({StoredColumns.Balance.List()})
            SELECT s."CounterpartyId", @asOf, {Flag}, s."AsOf", FALSE, {BalanceColumns.Figures.List("s.")} FROM {from}
            ORDER BY s."CounterpartyId" ON CONFLICT ("CounterpartyId") DO NOTHING
            """;

    private string InsertList(string table, RowShape shape, StagedTable staged, bool onlyPlanned)
    {
        var planned = $"""JOIN {_tables.Plan} p ON p."CounterpartyId" = d."CounterpartyId" {session.OnlyWritten}""";
        var isPlanned = $"""p."Change" IN ({PlannedChange.Added}, {PlannedChange.Changed})""";
        return $"""
            INSERT INTO {table} ({shape.List()})
            SELECT {shape.List("d.")} FROM {staged} d {(onlyPlanned ? planned : "")}
            WHERE d."Position" IS NOT NULL {(onlyPlanned ? "AND " + isPlanned : "")}
            ORDER BY d."CounterpartyId", d."Position"
            """;
    }

    private string Delete(string table, params int[] changes) =>
        $"""
            DELETE FROM {table} WHERE "CounterpartyId" IN (
              SELECT p."CounterpartyId" FROM {_tables.Plan} p {session.OnlyWritten} WHERE p."Change" IN ({string.Join(
                ", ",
                changes.Select(change => change.ToString(CultureInfo.InvariantCulture))
            )})
            )
            """;
}
