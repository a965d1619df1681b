using System.Globalization;
using System.Text.Json;

namespace Settlements.Benchmarks.BalanceImport;

/// <summary>Files of lines of JSON, the same at each run: the GUIDs in no order, as 1C gives them out.</summary>
internal static class BalanceFileMaker
{
    private const int Seed = 20261122;

    /// <summary>Writes a file of balances.</summary>
    /// <param name="path">Where.</param>
    /// <param name="rows">How many.</param>
    /// <param name="changedShare">The share of rows with another debt than in a file of share zero.</param>
    /// <param name="withDocuments">Whether every second balance has a document, and every fourth a payment.</param>
    public static void Write(string path, int rows, double changedShare, bool withDocuments)
    {
        var (random, changes) = (new Random(Seed), new Random(Seed + 1));
        using var file = File.Create(path, 1 << 20);
        using var writer = new Utf8JsonWriter(file);
        Span<byte> id = stackalloc byte[16];
        for (var row = 0; row < rows; row++)
        {
            random.NextBytes(id);
            var debt = random.Next(100_000_000);
            if (changes.NextDouble() < changedShare)
                debt++;
            WriteRow(writer, new Guid(id), row, debt, random, withDocuments);
            writer.Flush();
            writer.Reset();
            file.WriteByte((byte)'\n');
        }
    }

    private static void WriteRow(Utf8JsonWriter writer, Guid id, int row, int debt, Random random, bool withDocuments)
    {
        writer.WriteStartObject();
        writer.WriteString("counterparty_id", id);
        writer.WriteString("currency", "RUB");
        Amount(writer, "debt", debt);
        Amount(writer, "advance", row % 7 == 0 ? random.Next(1_000_000) : 0);
        Amount(writer, "overdue_debt", debt / 4);
        Amount(writer, "credit_limit", 50_000_000);
        writer.WriteBoolean("blocked", row % 100 == 0);
        if (withDocuments)
            WriteLists(writer, row, debt);
        writer.WriteEndObject();
    }

    private static void WriteLists(Utf8JsonWriter writer, int row, int debt)
    {
        writer.WriteStartArray("documents");
        if (row % 2 == 0)
        {
            writer.WriteStartObject();
            writer.WriteString("id", Text($"d-{row}"));
            writer.WriteString("number", Text($"ЗК-{row}"));
            writer.WriteString("date", Text($"2026-10-{1 + row % 30:00}"));
            writer.WriteString("due_date", Text($"2026-11-{1 + row % 30:00}"));
            Amount(writer, "amount", debt);
            Amount(writer, "outstanding", debt);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("payments");
        if (row % 4 == 0)
        {
            writer.WriteStartObject();
            writer.WriteString("id", Text($"p-{row}"));
            writer.WriteString("date", Text($"2026-11-{1 + row % 20:00}"));
            Amount(writer, "sum", 1 + row);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Amount(Utf8JsonWriter writer, string name, int kopecks)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(string.Create(CultureInfo.InvariantCulture, $"{kopecks / 100m:0.00}"));
    }
}
