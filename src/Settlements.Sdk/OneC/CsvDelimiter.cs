namespace Settlements.OneC;

/// <summary>What stands between the columns of a CSV file, by its header.</summary>
internal static class CsvDelimiter
{
    private const string Usual = ";,\t";

    /// <summary>The usual character that the header holds most of; <c>;</c> when it holds none, and before others of equal number.</summary>
    internal static async ValueTask<char> DetectAsync(FileBuffer buffer, CancellationToken cancellationToken)
    {
        while (buffer.Span.TrimStart(" \t\r\n"u8).IndexOfAny((byte)'\r', (byte)'\n') < 0)
            if (!await buffer.FillAsync(cancellationToken).ConfigureAwait(false))
                break;
        return Most(buffer.Span);
    }

    private static char Most(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart(" \t\r\n"u8);
        Span<int> counts = stackalloc int[Usual.Length];
        var isQuoted = false;
        foreach (var c in text)
        {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && c is (byte)'\r' or (byte)'\n')
                break;
            else if (!isQuoted && Usual.IndexOf((char)c, StringComparison.Ordinal) is >= 0 and var usual)
                counts[usual]++;
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
            if (counts[i] > counts[best])
                best = i;
        return Usual[best];
    }
}
