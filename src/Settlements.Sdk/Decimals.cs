using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Settlements;

/// <summary>Text of decimal numbers where culture must not matter.</summary>
internal static class Decimals
{
    /// <summary>Digits after the point, without trailing zeros.</summary>
    internal static int SignificantScale(decimal value)
    {
        var scale = value.Scale;
        while (scale > 0 && decimal.Round(value, scale - 1, MidpointRounding.ToZero) == value)
            scale--;
        return scale;
    }

    /// <summary>Reads <c>1000.50</c>: digits with an optional sign and a dot; no spaces, groups or exponent.</summary>
    internal static bool TryParse([NotNullWhen(true)] string? text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    /// <summary>As <see cref="TryParse"/>, and false for a number with more digits than a decimal holds, which would be rounded; zeros at its end are none.</summary>
    internal static bool TryParseExact([NotNullWhen(true)] string? text, out decimal value)
    {
        var point = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return TryParse(text, out value) && value.Scale >= (point < 0 ? 0 : text.AsSpan(point + 1).TrimEnd('0').Length);
    }

    /// <summary>At least <paramref name="minDigits"/> digits after the point, more only where they say something.</summary>
    internal static string ToText(decimal value, int minDigits) =>
        value.ToString(
            "F" + Math.Max(minDigits, SignificantScale(value)).ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture
        );
}
