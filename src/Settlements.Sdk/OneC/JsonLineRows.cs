using System.Text;

namespace Settlements.OneC;

/// <summary>The lines of a file of JSON objects; blank lines are passed over.</summary>
internal sealed class JsonLineRows(FileBuffer buffer, int longestRow) : FileRows
{
    private const int Shown = 1000;

    private int _used;
    private string? _beginning;

    /// <summary>The line; of one that is too long its beginning.</summary>
    internal override string Text => _beginning ?? Encoding.UTF8.GetString(Json.Span);

    internal override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            buffer.Advance(_used);
            _used = 0;
            (Broken, _beginning) = (null, null);
            Line = buffer.Line;
            var end = await FindEndAsync(cancellationToken).ConfigureAwait(false);
            IsUnfinished = end < 0;
            var length = end < 0 ? buffer.Span.Length : end;
            _used = end < 0 ? length : end + 1;
            Json = Trimmed(buffer.Memory[..length]);
            if (!Json.IsEmpty || Broken is not null)
                return true;
            if (end < 0)
                return false;
        }
    }

    /// <summary>Where the line's break stands; below zero when the file ends without one.</summary>
    private async ValueTask<int> FindEndAsync(CancellationToken cancellationToken)
    {
        for (var searched = 0; ; )
        {
            var found = buffer.Span[searched..].IndexOf((byte)'\n');
            if (found >= 0)
                return searched + found;
            searched = buffer.Span.Length;
            if (buffer.IsFull)
            {
                Broken = FormattableString.Invariant($"The line is longer than {longestRow} bytes (MaxRowBytes).");
                _beginning ??= Encoding.UTF8.GetString(buffer.Span[..Shown]);
                buffer.Advance(searched - longestRow / 2);
                searched = buffer.Span.Length;
            }

            if (!await buffer.FillAsync(cancellationToken).ConfigureAwait(false))
                return -1;
        }
    }

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> line) => line.Trim(" \t\r"u8);
}
