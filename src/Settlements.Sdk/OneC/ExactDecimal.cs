namespace Settlements.OneC;

/// <summary>Numbers of JSON as decimals, exactly or not at all: a number that would have to be rounded is refused.</summary>
internal static class ExactDecimal
{
    private const int FastDigits = 18;
    private const int MaxScale = 28;
    private const int MaxExponent = 10_000;
    private static readonly UInt128 MaxMantissa = (UInt128.One << 96) - 1;

    /// <summary>Reads a number that has the grammar of JSON.</summary>
    /// <returns>False when the grammar is another one, or when <see cref="decimal"/> cannot hold every digit.</returns>
    internal static bool TryParse(ReadOnlySpan<byte> text, out decimal value)
    {
        var negative = text.Length > 0 && text[0] == '-';
        var digits = negative ? text[1..] : text;
        return digits.Length <= FastDigits + 1 && TryShort(digits, negative, out value) || TryLong(digits, negative, out value);
    }

    private static bool TryShort(ReadOnlySpan<byte> text, bool negative, out decimal value)
    {
        value = 0;
        ulong mantissa = 0;
        var point = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
                mantissa = mantissa * 10 + digit;
            else if (text[i] == '.' && point < 0)
                point = i;
            else
                return false;
        }

        if (text.Length == 0 || text[0] == '.' || point == text.Length - 1 || text.Length - (point < 0 ? 0 : 1) > FastDigits)
            return false;
        var scale = point < 0 ? 0 : text.Length - 1 - point;
        value = new decimal((int)mantissa, (int)(mantissa >> 32), 0, negative && mantissa != 0, (byte)scale);
        return true;
    }

    private static bool TryLong(ReadOnlySpan<byte> text, bool negative, out decimal value)
    {
        value = 0;
        UInt128 mantissa = 0;
        // Zeros are put off until a digit follows them, so that trailing ones cost no room.
        var zeros = 0;
        var fraction = 0;
        var i = 0;
        var digits = 0;
        for (var afterPoint = false; i < text.Length && text[i] is not ((byte)'e' or (byte)'E'); i++)
        {
            if (text[i] == '.' && !afterPoint && digits > 0)
            {
                afterPoint = true;
                digits = 0;
                continue;
            }

            var digit = (uint)(text[i] - '0');
            if (digit > 9)
                return false;
            digits++;
            fraction += afterPoint ? 1 : 0;
            if (digit == 0)
                zeros++;
            else if (!TryAppend(ref mantissa, zeros, digit))
                return false;
            else
                zeros = 0;
        }

        if (digits == 0 || !TryExponent(text[i..], out var exponent))
            return false;
        if (mantissa == 0)
            return true;

        var power = exponent - fraction + zeros;
        if (power > 0 && !TryAppend(ref mantissa, power - 1, 0) || -power > MaxScale)
            return false;
        value = new decimal((int)mantissa, (int)(mantissa >> 32), (int)(mantissa >> 64), negative, (byte)Math.Max(0, -power));
        return true;
    }

    private static bool TryAppend(ref UInt128 mantissa, int zeros, uint digit)
    {
        if (mantissa == 0)
        {
            mantissa = digit;
            return true;
        }

        for (var n = 0; n <= zeros; n++)
        {
            mantissa *= 10;
            if (mantissa > MaxMantissa)
                return false;
        }

        mantissa += digit;
        return mantissa <= MaxMantissa;
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        if (text.IsEmpty)
            return true;

        var digits = text[1..];
        var negative = digits.Length > 0 && digits[0] == '-';
        if (digits.Length > 0 && digits[0] is (byte)'-' or (byte)'+')
            digits = digits[1..];
        foreach (var c in digits)
        {
            if (c is < (byte)'0' or > (byte)'9')
                return false;
            exponent = Math.Min(exponent * 10 + (c - '0'), MaxExponent);
        }

        exponent = negative ? -exponent : exponent;
        return digits.Length > 0;
    }
}
