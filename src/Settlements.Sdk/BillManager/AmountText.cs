using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Settlements.BillManager;

/// <summary>Numbers of the panel: strict, so that an unreadable amount is an error and never a guess.</summary>
internal static class AmountText
{
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    /// <summary>More digits than this would be rounded by <see cref="decimal"/> without a word.</summary>
    private const int MaxDigits = 28;

    internal static bool TryRead(string? text, [NotNullWhen(true)] out BillManagerAmount? amount)
    {
        amount = null;
        if (text is null)
            return false;

        var trimmed = text.AsSpan().Trim();
        var end = trimmed.LastIndexOfAnyInRange('0', '9') + 1;
        var unit = trimmed[end..].Trim();
        if (!IsUnit(unit) || !TryReadNumber(trimmed[..end], out var value))
            return false;

        amount = new BillManagerAmount(value, unit.ToString());
        return true;
    }

    /// <summary>A number without unit: digits, one dot or comma, groups of three set off by spaces.</summary>
    internal static bool TryReadNumber(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0m;
        var comma = text.IndexOf(',');
        if (comma >= 0 && (text.Contains('.') || text.Length - comma - 1 == 3))
            return false;

        Span<char> plain = stackalloc char[MaxDigits + 2];
        if (!TryUngroup(text, plain, out var length))
            return false;
        return decimal.TryParse(plain[..length], Plain, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Copies sign, digits and one separator as a dot; spaces only between whole groups of three.</summary>
    private static bool TryUngroup(ReadOnlySpan<char> text, Span<char> plain, out int length)
    {
        length = 0;
        int run = 0,
            digits = 0;
        var (grouped, inFraction) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                run++;
                if (++digits > MaxDigits)
                    return false;
            }
            else if (c is '-' or '\u2212' && i == 0)
                c = '-';
            else if (c is '.' or ',' && !inFraction && run > 0 && (!grouped || run == 3))
                (c, inFraction, run) = ('.', true, 0);
            else if (IsGroupSpace(c) && !inFraction && (grouped ? run == 3 : run is >= 1 and <= 3))
            {
                (grouped, run) = (true, 0);
                continue;
            }
            else
                return false;
            plain[length++] = c;
        }
        return run > 0 && (inFraction || !grouped || run == 3);
    }

    private static bool IsGroupSpace(char c) => c is ' ' or '\u00A0' or '\u2009' or '\u202F';

    /// <summary>Letters, currency signs and dots (<c>руб.</c>): a unit with a digit or a separator in it would mean that the number was misread.</summary>
    private static bool IsUnit(ReadOnlySpan<char> unit)
    {
        foreach (var c in unit)
        {
            if (!char.IsLetter(c) && char.GetUnicodeCategory(c) != UnicodeCategory.CurrencySymbol && c != '.')
                return false;
        }
        return unit.Length == 0 || unit[0] != '.';
    }
}
