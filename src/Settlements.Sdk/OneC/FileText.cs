using System.Text;

namespace Settlements.OneC;

/// <summary>A file as letters, for the parser of CSV. It gives no row more room than allowed, and knows whether the file has ended.</summary>
internal sealed class FileText(FileBuffer file, int longestRow) : TextReader
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private long _rowBegan;

    /// <summary>How many letters were given so far.</summary>
    internal long Given { get; private set; }

    /// <summary>Nobody has more letters.</summary>
    internal bool IsAtEnd { get; private set; }

    /// <summary>The caller's token while a row is being read: the parser has no place for it.</summary>
    internal CancellationToken Cancellation { get; set; }

    /// <summary>The line on which the row begins, for an error.</summary>
    internal long Line { get; private set; }

    /// <summary>A row begins.</summary>
    internal void BeginRow(long line) => (_rowBegan, Line) = (Given, line);

    public override async Task<int> ReadAsync(char[] buffer, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return await ReadAsync(buffer.AsMemory(index, count), Cancellation).ConfigureAwait(false);
    }

    public override async ValueTask<int> ReadAsync(Memory<char> target, CancellationToken cancellationToken = default)
    {
        if (Given - _rowBegan > longestRow)
            throw FileBuffer.TooLarge(Line, longestRow);
        while (!IsAtEnd)
        {
            if (file.Span.IsEmpty)
                await file.FillAsync(cancellationToken).ConfigureAwait(false);
            _decoder.Convert(file.Span, target.Span, file.IsAtEnd, out var used, out var letters, out var isDone);
            file.Advance(used);
            IsAtEnd = isDone && file is { IsAtEnd: true, Span.IsEmpty: true } && letters == 0;
            Given += letters;
            if (letters > 0)
                return letters;
        }

        return 0;
    }
}
