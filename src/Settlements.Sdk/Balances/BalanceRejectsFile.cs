using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Settlements.Balances;

/// <summary>Writes rejected rows as lines of JSON, each with the row as the file had it, so that nothing is lost and a person can correct it.</summary>
/// <remarks>
/// <para>
/// The keys are <c>part</c>, <c>line</c>, <c>field</c>, <c>value</c>, <c>reason</c>, <c>counterparty</c> and <c>row</c>; those that are not known are left out. The file holds
/// figures of customers: keep it where the imported file was kept.
/// </para>
/// <para><see cref="WriteAsync"/> is the callback of <see cref="BalanceImporter.ImportAsync"/>. One caller at a time.</para>
/// </remarks>
/// <param name="stream">Where the lines go, in UTF-8. It stays the caller's, who flushes and disposes of it.</param>
public sealed class BalanceRejectsFile(Stream stream)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>How many rows were written.</summary>
    public long Count { get; private set; }

    /// <summary>Writes one row.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="row"/> is null.</exception>
    public async ValueTask WriteAsync(RejectedRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        _line.ResetWrittenCount();
        Write(row);
        await stream.WriteAsync(_line.WrittenMemory, cancellationToken).ConfigureAwait(false);
        Count++;
    }

    private void Write(RejectedRow row)
    {
        using (var json = new Utf8JsonWriter(_line, Readable))
        {
            json.WriteStartObject();
            json.WriteString("part", NameOf(row.Part));
            json.WriteNumber("line", row.Line);
            WriteKnown(json, "field", row.Field);
            WriteKnown(json, "value", row.Value);
            json.WriteString("reason", row.Reason);
            WriteKnown(json, "counterparty", row.Counterparty?.ToString());
            WriteKnown(json, "row", row.Text);
            json.WriteEndObject();
        }

        _line.Write("\n"u8);
    }

    private static void WriteKnown(Utf8JsonWriter json, string key, string? value)
    {
        if (value is not null)
            json.WriteString(key, value);
    }

    private static string NameOf(BalanceImportPart part) =>
        part switch
        {
            BalanceImportPart.Balances => "balances",
            BalanceImportPart.Documents => "documents",
            BalanceImportPart.Payments => "payments",
            _ => "terms",
        };
}
