using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using Settlements;
using Settlements.Payers;
using Settlements.Payments;

namespace PaymentExport;

/// <summary>Rows of the state file as records.</summary>
internal static class SqliteRows
{
    public static string Key(Guid id) => id.ToString("D");

    public static long Ticks(Instant moment) => moment.ToUnixTimeTicks();

    public static PaymentQueueEntry Entry(SqliteDataReader row) =>
        new()
        {
            Document = PaymentDocumentJson.Read(row.GetString(row.GetOrdinal("document"))),
            State = (PaymentQueueState)row.GetInt32(row.GetOrdinal("state")),
            Attempts = row.GetInt32(row.GetOrdinal("attempts")),
            LastError = Error(row),
            NextAttempt = Moment(row, "next_attempt"),
            EnqueuedAt = Moment(row, "enqueued_at")!.Value,
        };

    public static PaymentIntent Intent(SqliteDataReader row) =>
        new()
        {
            DocumentId = Guid.Parse(row.GetString(row.GetOrdinal("id"))),
            Version = row.GetInt64(row.GetOrdinal("version")),
            Step = (PaymentIntentStep)row.GetInt32(row.GetOrdinal("step")),
            RandomNumber = row.GetString(row.GetOrdinal("mark")),
            PaymentId = Number(row, "payment"),
            ClientId = Number(row, "client")!.Value,
            PayerId = Number(row, "payer")!.Value,
            MatchedBy = (PayerMatch)Number(row, "matched")!.Value,
            Amount = new Money(
                decimal.Parse(row.GetString(row.GetOrdinal("amount")), CultureInfo.InvariantCulture),
                Currency.Parse(row.GetString(row.GetOrdinal("currency")))
            ),
            BeganAt = Moment(row, "began_at")!.Value,
        };

    public static PaymentCode Code(SqliteDataReader row) =>
        new()
        {
            Document = PaymentDocumentJson.Read(row.GetString(row.GetOrdinal("document"))),
            PaymentId = Number(row, "payment"),
            RandomNumber = Text(row, "mark"),
            PayerId = Number(row, "payer"),
            MatchedBy = (PayerMatch?)Number(row, "matched"),
            IsRemoved = row.GetBoolean(row.GetOrdinal("removed")),
            ExportedAt = Moment(row, "exported_at")!.Value,
        };

    public static ClientAccount Account(SqliteDataReader row) =>
        new()
        {
            Id = Number(row, "id")!.Value,
            ClientId = Number(row, "client")!.Value,
            ClientName = Text(row, "client_name"),
            ProviderId = Number(row, "provider")!.Value,
            Currency = Currency.Parse(row.GetString(row.GetOrdinal("currency"))),
            IsActive = Number(row, "active") is { } active ? active != 0 : null,
            MissingSince = Moment(row, "missing_since"),
        };

    private static PaymentExportError? Error(SqliteDataReader row) =>
        Number(row, "error_kind") is { } kind
            ? new PaymentExportError((PaymentExportErrorKind)kind, Text(row, "error_message") ?? "")
            {
                Candidates =
                [
                    .. (Text(row, "error_candidates") ?? "")
                        .Split(',', StringSplitOptions.RemoveEmptyEntries)
                        .Select(id => long.Parse(id, CultureInfo.InvariantCulture)),
                ],
            }
            : null;

    private static long? Number(SqliteDataReader row, string name) =>
        row.GetOrdinal(name) is var column && row.IsDBNull(column) ? null : row.GetInt64(column);

    private static string? Text(SqliteDataReader row, string name) =>
        row.GetOrdinal(name) is var column && row.IsDBNull(column) ? null : row.GetString(column);

    private static Instant? Moment(SqliteDataReader row, string name) =>
        Number(row, name) is { } ticks ? Instant.FromUnixTimeTicks(ticks) : null;
}
