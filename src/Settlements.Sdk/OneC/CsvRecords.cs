using System.Buffers;
using System.Text;
using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>The records of a CSV file (RFC 4180), with their lines, and whether the last of them is whole.</summary>
/// <remarks>
/// A quote has a meaning at the beginning of a value alone: <c>ООО "Ромашка"</c> without quotes round it is read as it stands, and so is what follows a closing quote. Lines end
/// with LF, CR LF or CR; empty ones are passed over.
/// </remarks>
internal sealed class CsvRecords(FileBuffer buffer, char delimiter, bool allowsUnfinished)
{
    private readonly byte _delimiter = (byte)delimiter;
    private readonly List<CsvField> _fields = [];
    private readonly ArrayBufferWriter<byte> _plain = new();
    private long _nextLine = 1;
    private int _length;
    private bool _isOpen;
    private bool _hasEnd;

    internal int Count => _fields.Count;

    /// <summary>The record as the file has it.</summary>
    internal string Text => Encoding.UTF8.GetString(buffer.Span[.._length]);

    /// <summary>The line on which the record begins, from 1.</summary>
    internal long Line { get; private set; }

    internal bool IsSeveralLines => _nextLine - Line > 1;

    /// <summary>A value without its quotes; valid until the next one is asked for.</summary>
    internal ReadOnlySpan<byte> Cell(int column)
    {
        var field = _fields[column];
        var raw = buffer.Span[field.Start..field.End];
        if (field.Close < 0)
            return raw;
        var content = raw[1..(field.Close - field.Start)];
        var rest = raw[(field.Close - field.Start + 1)..];
        return rest.IsEmpty && content.IndexOf((byte)'"') < 0 ? content : Plain(content, rest);
    }

    internal string CellText(int column) => Encoding.UTF8.GetString(Cell(column));

    /// <summary>Goes to the next record that is no empty line; false behind the last.</summary>
    /// <exception cref="BalanceFileException">The record is longer than allowed.</exception>
    internal async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        do
        {
            buffer.Advance(_length);
            _length = 0;
            while (!TryRecord() && await buffer.FillAsync(cancellationToken).ConfigureAwait(false))
            {
                // Looked at again from its beginning: records are short beside what a file is read by.
            }

            Line = _nextLine;
            _nextLine += Breaks(buffer.Span[.._length]);
        } while (_length > 0 && Count == 1 && _fields[0] is { Length: 0 });
        return _length > 0;
    }

    /// <summary>Nothing stands in any column: a line of blanks, or one of delimiters only as spreadsheets write them.</summary>
    internal bool IsBlank()
    {
        for (var i = 0; i < Count; i++)
            if (!Cell(i).Trim(" \t"u8).IsEmpty)
                return false;
        return true;
    }

    /// <summary>Makes sure that a record with which the file ends is whole.</summary>
    /// <exception cref="BalanceFileException">It is not, or nobody can tell.</exception>
    internal void CheckEnd(IReadOnlyList<string> columns)
    {
        if (_isOpen)
            throw Truncated("A quoted value that begins on the last row does not end");
        var repeatsName = columns is [.., { Length: > 0 } last] && Count == columns.Count && CellText(Count - 1) == last;
        if (!_hasEnd && !repeatsName && !allowsUnfinished)
            throw Truncated(
                "No line break ends the last row, so that nobody can tell whether its last value is whole (end each row with one, or set AllowUnfinishedLastRow)"
            );
    }

    /// <summary>Finds the columns of the record that begins here; false when its end is not there yet.</summary>
    private bool TryRecord()
    {
        var text = buffer.Span;
        _fields.Clear();
        (_isOpen, _hasEnd, _length) = (false, false, text.Length);
        for (var at = 0; ; at++)
        {
            var (end, close) = FieldEnd(text, at);
            _isOpen = end < 0;
            _fields.Add(new CsvField(at, end < 0 ? text.Length : end, close));
            if (end < 0 || end == text.Length)
                return buffer.IsAtEnd;
            at = end;
            if (text[at] == _delimiter)
                continue;
            _hasEnd = true;
            _length = at + 1;
            if (text[at] == '\n')
                return true;
            // CR, and LF behind it when there is one.
            if (_length < text.Length)
                _length += text[_length] == '\n' ? 1 : 0;
            else
                return buffer.IsAtEnd;
            return true;
        }
    }

    /// <summary>Where a value ends, and where its closing quote stands when it has any; the end is below zero while the quote is open.</summary>
    private (int End, int Close) FieldEnd(ReadOnlySpan<byte> text, int begin)
    {
        var (at, close) = (begin, -1);
        if (at < text.Length && text[at] == '"')
        {
            for (close = at + 1; ; close += 2)
            {
                var quote = text[close..].IndexOf((byte)'"');
                if (quote < 0)
                    return (-1, -1);
                close += quote;
                if (close + 1 >= text.Length || text[close + 1] != '"')
                    break;
            }

            at = close + 1;
        }

        var end = text[at..].IndexOfAny(_delimiter, (byte)'\r', (byte)'\n');
        return (end < 0 ? text.Length : at + end, close);
    }

    private ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> content, ReadOnlySpan<byte> rest)
    {
        _plain.ResetWrittenCount();
        while (content.IndexOf((byte)'"') is >= 0 and var quote)
        {
            _plain.Write(content[..(quote + 1)]);
            content = content[Math.Min(quote + 2, content.Length)..];
        }

        _plain.Write(content);
        _plain.Write(rest);
        return _plain.WrittenSpan;
    }

    private static int Breaks(ReadOnlySpan<byte> record)
    {
        var feeds = record.Count((byte)'\n');
        return feeds > 0 ? feeds : record.Count((byte)'\r');
    }

    private BalanceFileException Truncated(string problem) =>
        new(BalanceFileProblem.Truncated, FormattableString.Invariant($"Line {Line}: {problem}. Nothing was imported."));
}
