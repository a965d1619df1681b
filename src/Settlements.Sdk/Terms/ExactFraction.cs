using System.Runtime.InteropServices;

namespace Settlements.Terms;

/// <summary>A percent as a fraction of whole numbers whose denominator is a power of ten: 12.5 % is 125 / 1000.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ExactFraction(Int128 Numerator, Int128 Denominator, int Digits)
{
    internal static ExactFraction OfPercent(decimal percent)
    {
        var digits = Decimals.SignificantScale(percent) + 2;
        var numerator = Mantissa(percent, digits - 2);
        while (digits > 0 && numerator % 10 == 0)
        {
            numerator /= 10;
            digits--;
        }
        return new ExactFraction(numerator, PowerOfTen(digits), digits);
    }

    private static Int128 Mantissa(decimal value, int significantScale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = new Int128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return mantissa / PowerOfTen(value.Scale - significantScale);
    }

    private static Int128 PowerOfTen(int exponent)
    {
        var power = Int128.One;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
