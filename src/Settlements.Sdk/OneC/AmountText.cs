namespace Settlements.OneC;

/// <summary>Amounts that a service formatted as text: <c>1 000,5</c> with any of 1C's spaces, <c>1,234.5</c>, <c>1.234,5</c>.</summary>
/// <remarks>
/// A lone comma or point followed by exactly three digits, as in <c>1,234</c>, is refused: it reads as one thousand two hundred in one locale and as one and a quarter in
/// another, and guessing would be wrong by a factor of a thousand.
/// </remarks>
internal static class AmountText
{
    private const int Longest = 80;

    internal static bool TryParse(string text, out decimal value)
    {
        value = 0;
        var rest = text.AsSpan().Trim();
        var negative = rest.Length > 0 && rest[0] is '-' or '\u2212';
        if (negative)
            rest = rest[1..].TrimStart();
        if (rest.Length is 0 or > Longest)
            return false;

        // Written as JSON writes a number, for the exact reader.
        Span<byte> plain = stackalloc byte[Longest + 2];
        var point = DecimalPoint(rest);
        var length = 0;
        if (negative)
            plain[length++] = (byte)'-';
        if (!TryWhole(rest[..point], plain, ref length))
            return false;
        if (point < rest.Length && !TryFraction(rest[(point + 1)..], plain, ref length))
            return false;
        return ExactDecimal.TryParse(plain[..length], out value) && !IsAmbiguous(rest, point);
    }

    /// <summary>Where the decimal separator stands; the length when there is none.</summary>
    private static int DecimalPoint(ReadOnlySpan<char> text)
    {
        var last = text.LastIndexOfAny(',', '.');
        if (last < 0)
            return text.Length;
        var first = text.IndexOfAny(',', '.');
        // The same separator twice groups thousands: 1,234,567.
        return first != last && text[first] == text[last] ? text.Length : last;
    }

    private static bool TryWhole(ReadOnlySpan<char> text, Span<byte> plain, ref int length)
    {
        var begun = length;
        var group = 0;
        var separator = '\0';
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                plain[length++] = (byte)c;
                group++;
                continue;
            }

            var isFirst = separator == '\0';
            var kind = IsSpace(c) ? ' ' : c;
            if (kind is not (' ' or ',' or '.') || group == 0 || (isFirst ? group > 3 : group != 3 || kind != separator))
                return false;
            separator = kind;
            group = 0;
        }

        if (separator != '\0' && group != 3)
            return false;
        if (length == begun)
            plain[length++] = (byte)'0';
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<char> text, Span<byte> plain, ref int length)
    {
        if (text.IsEmpty)
            return false;
        plain[length++] = (byte)'.';
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            plain[length++] = (byte)c;
        }

        return true;
    }

    private static bool IsAmbiguous(ReadOnlySpan<char> text, int point) =>
        point is > 0 and <= 3 && text.Length - point == 4 && text[0] != '0' && !text[..point].ContainsAnyExceptInRange('0', '9');

    // Space, no-break space, thin space, narrow no-break space, figure space.
    private static bool IsSpace(char c) => c is ' ' or '\u00A0' or '\u2009' or '\u202F' or '\u2007';
}
