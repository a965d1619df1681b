using System.Runtime.CompilerServices;
using NodaTime;
using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>A file of balances, documents, payments or terms as 1C writes it: a JSON array, lines of JSON, or CSV.</summary>
/// <remarks>
/// <para>
/// Values and keys are read as <see cref="OneCBalanceClient"/> reads them in an answer: an empty amount is zero with a remark, null and a column that is missing are unknown,
/// an ambiguous number is rejected. A row of balances in JSON is an answer with its documents and payments; in CSV those come in files of their own.
/// </para>
/// <para>No more of the file is held in memory than one row.</para>
/// </remarks>
public sealed class OneCBalanceFile : IBalanceFile
{
    private readonly Stream _stream;
    private readonly OneCFileOptions _options;

    /// <summary>Names a file; nothing is read yet.</summary>
    /// <param name="stream">The file, to be read once from where it stands. It stays the caller's, who disposes of it.</param>
    /// <param name="part">What its rows are.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option cannot be used, or the stream cannot be read; every fault of the options is named.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public OneCBalanceFile(Stream stream, BalanceImportPart part = BalanceImportPart.Balances, OneCFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        if (!Enum.IsDefined(part))
            throw new ArgumentOutOfRangeException(nameof(part), part, "No such part.");
        _options = options ?? new OneCFileOptions();
        FileOptionsRules.Check(_options, part);
        _stream = stream;
        Part = part;
    }

    /// <inheritdoc/>
    public BalanceImportPart Part { get; }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ImportedRow> ReadAsync(Instant asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var input = new Utf8Input(_stream, _options.Encoding);
        using var buffer = new FileBuffer(input, _options.MaxRowBytes);
        var format = await FormatAsync(buffer, cancellationToken).ConfigureAwait(false);
        using var rows = await RowsAsync(buffer, format, cancellationToken).ConfigureAwait(false);
        var reader = new FileRowReader(_options, Part, isFlat: format == OneCFileFormat.Csv);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            yield return reader.Read(rows, asOf);
    }

    private async ValueTask<OneCFileFormat> FormatAsync(FileBuffer buffer, CancellationToken cancellationToken)
    {
        int begin;
        while ((begin = buffer.Span.IndexOfAnyExcept(" \t\r\n"u8)) < 0)
            if (!await buffer.FillAsync(cancellationToken).ConfigureAwait(false))
                throw new BalanceFileException(BalanceFileProblem.Truncated, "The file is empty. Nothing was imported.");
        if (_options.Format != OneCFileFormat.Detect)
            return _options.Format;
        return buffer.Span[begin] switch
        {
            (byte)'[' => OneCFileFormat.JsonArray,
            (byte)'{' => OneCFileFormat.JsonLines,
            _ => OneCFileFormat.Csv,
        };
    }

    private async ValueTask<FileRows> RowsAsync(FileBuffer buffer, OneCFileFormat format, CancellationToken cancellationToken)
    {
        switch (format)
        {
            case OneCFileFormat.JsonArray:
                return new JsonArrayRows(buffer, _options.MaxDepth);
            case OneCFileFormat.JsonLines:
                return new JsonLineRows(buffer, _options.MaxRowBytes);
            default:
                var delimiter = _options.Delimiter ?? await CsvDelimiter.DetectAsync(buffer, cancellationToken).ConfigureAwait(false);
                var records = new CsvRecords(buffer, delimiter, _options.AllowUnfinishedLastRow);
                return await CsvRows.BeginAsync(records, _options.Fields, Part, cancellationToken).ConfigureAwait(false);
        }
    }
}
