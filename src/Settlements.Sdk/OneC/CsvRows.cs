using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>The rows of a CSV file, each made an object of its mapped columns, so that values are read as in an answer.</summary>
internal sealed partial class CsvRows : FileRows
{
    private readonly CsvHeader _header;
    private readonly CsvRecords _records;
    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly Utf8JsonWriter _writer;

    private CsvRows(CsvRecords records, CsvHeader header)
    {
        _records = records;
        _header = header;
        _writer = new Utf8JsonWriter(_json, new JsonWriterOptions { Encoder = CsvHeader.Escaping });
    }

    internal override string Text => _records.Text.TrimEnd('\r', '\n');

    /// <summary>Reads the header.</summary>
    /// <exception cref="BalanceFileException">There is none, or its columns cannot be used.</exception>
    internal static async ValueTask<CsvRows> BeginAsync(
        CsvRecords records,
        OneCFieldOptions map,
        BalanceImportPart part,
        CancellationToken cancellationToken
    )
    {
        if (!await records.ReadAsync(cancellationToken).ConfigureAwait(false))
            throw new BalanceFileException(BalanceFileProblem.Truncated, "The file has no header. Nothing was imported.");
        var columns = Enumerable.Range(0, records.Count).Select(records.CellText).ToList();
        records.CheckEnd([]);
        return new CsvRows(records, new CsvHeader(columns, map, part));
    }

    internal override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        do
        {
            if (!await _records.ReadAsync(cancellationToken).ConfigureAwait(false))
                return false;
        } while (_records.IsBlank());

        _records.CheckEnd(_header.Columns);
        Line = _records.Line;
        Broken = Fault();
        if (Broken is null)
            Write();
        return true;
    }

    public override void Dispose()
    {
        _writer.Dispose();
        base.Dispose();
    }

    private string? Fault()
    {
        if (_records.Count != _header.Columns.Count)
            return FormattableString.Invariant(
                $"The row has {_records.Count} columns and the header {_header.Columns.Count}: a delimiter within a value, or a quote too many or too few."
            );
        return _records.IsSeveralLines && HoldsAnotherRow()
            ? "A quoted value runs over a line break to an identifier, so that it may have swallowed other rows: look for a quote too many."
            : null;
    }

    // A row that is swallowed brings its counterparty's GUID into the quoted value, or leaves its victim's there.
    private bool HoldsAnotherRow()
    {
        for (var i = 0; i < _records.Count; i++)
            if (_records.Cell(i).IndexOfAny((byte)'\r', (byte)'\n') >= 0 && Identifier().IsMatch(_records.CellText(i)))
                return true;
        return false;
    }

    private void Write()
    {
        _json.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
        HasForeignLetters = false;
        for (var i = 0; i < _records.Count; i++)
            if (_header.Key(i) is { } key)
            {
                var cell = _records.Cell(i);
                var isForeign = !Utf8.IsValid(cell) || cell.IndexOf("\uFFFD"u8) >= 0;
                HasForeignLetters |= isForeign;
                if (isForeign)
                    _writer.WriteString(key, _records.CellText(i));
                else
                    _writer.WriteString(key, cell);
            }

        _writer.WriteEndObject();
        _writer.Flush();
        Json = _json.WrittenMemory;
    }

    [GeneratedRegex("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identifier();
}
