using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>The records of a CSV file as the parser splits them, with their lines, and whether the last of them is whole.</summary>
internal sealed class CsvLines : IDisposable
{
    private readonly FileText _text;
    private readonly CsvParser _parser;
    private readonly char _delimiter;
    private readonly bool _allowsUnfinished;
    private readonly int _longestRow;
    private int _linesBefore;

    internal CsvLines(FileBuffer buffer, char delimiter, OneCFileOptions options)
    {
        _delimiter = delimiter;
        _longestRow = options.MaxRowBytes;
        _allowsUnfinished = options.AllowUnfinishedLastRow;
        _text = new FileText(buffer, options.MaxRowBytes);
        _parser = new CsvParser(
            _text,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = delimiter.ToString(),
                Mode = CsvMode.RFC4180,
                // What a bare quote makes of a value is judged where the value is read.
                BadDataFound = null,
                ExceptionMessagesContainRawData = false,
                MaxFieldSize = options.MaxRowBytes,
            }
        );
    }

    internal int Count => _parser.Count;

    internal string Text => _parser.RawRecord;

    /// <summary>The line on which the record begins, from 1.</summary>
    internal long Line { get; private set; }

    internal bool IsSeveralLines => _parser.RawRow > Line;

    internal string Cell(int column) => _parser[column];

    public void Dispose()
    {
        _parser.Dispose();
        _text.Dispose();
    }

    /// <exception cref="BalanceFileException">The record is longer than allowed.</exception>
    internal async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        _linesBefore = _parser.RawRow;
        _text.BeginRow(_linesBefore + 1);
        _text.Cancellation = cancellationToken;
        try
        {
            if (!await _parser.ReadAsync().ConfigureAwait(false))
                return false;
        }
        catch (MaxFieldSizeException)
        {
            throw FileBuffer.TooLarge(_linesBefore + 1, _longestRow);
        }

        Line = _parser.RawRow - _linesBefore == 1 ? _parser.RawRow : FirstLine();
        return true;
    }

    /// <summary>Nothing stands in any column: a line of blanks, or one of delimiters only as spreadsheets write them.</summary>
    internal bool IsBlank()
    {
        for (var i = 0; i < Count; i++)
            if (!string.IsNullOrWhiteSpace(Cell(i)))
                return false;
        return true;
    }

    /// <summary>Makes sure that a record with which the file ends is whole.</summary>
    /// <exception cref="BalanceFileException">It is not, or nobody can tell.</exception>
    internal void CheckEnd(IReadOnlyList<string> columns)
    {
        if (!_text.IsAtEnd || _parser.CharCount < _text.Given)
            return;
        var record = Text;
        if (IsWithinQuotes(record))
            throw Truncated("The quoted value that begins on the last row does not end");
        var hasEnd = record.EndsWith('\n') || record.EndsWith('\r');
        var repeatsName = Count == columns.Count && columns is [.., { Length: > 0 } last] && Cell(Count - 1) == last;
        if (!hasEnd && !repeatsName && !_allowsUnfinished)
            throw Truncated(
                "No line break ends the last row, so that nobody can tell whether its last value is whole (end each row with one, or set AllowUnfinishedLastRow)"
            );
    }

    // The parser counts where a record ends; blank lines before it are counted in, line breaks within it too.
    private long FirstLine()
    {
        var record = Text.AsSpan().TrimEnd("\r\n");
        var breaks = record.Count('\n');
        return _parser.RawRow - (breaks > 0 ? breaks : record.Count('\r')) - (_text.IsAtEnd && IsWithinQuotes(Text) ? 1 : 0);
    }

    private bool IsWithinQuotes(string record)
    {
        var (isQuoted, isAtStart) = (false, true);
        for (var i = 0; i < record.Length; i++)
        {
            var c = record[i];
            if (c == '"' && (isQuoted || isAtStart))
            {
                if (isQuoted && i + 1 < record.Length && record[i + 1] == '"')
                    i++;
                else
                    isQuoted = !isQuoted;
                isAtStart = false;
            }
            else
            {
                isAtStart = !isQuoted && (c == _delimiter || c is '\r' or '\n');
            }
        }

        return isQuoted;
    }

    private BalanceFileException Truncated(string problem) =>
        new(BalanceFileProblem.Truncated, FormattableString.Invariant($"Line {Line}: {problem}. Nothing was imported."));
}
