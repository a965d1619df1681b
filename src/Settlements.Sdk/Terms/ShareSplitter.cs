using System.Globalization;
using System.Numerics;

namespace Settlements.Terms;

/// <summary>Splits a total into the amounts of lines, exactly.</summary>
/// <remarks>
/// Money is counted in whole numbers of a fraction of the minor unit that is fine enough for every share to be whole, so nothing is lost before the one rounding that
/// the terms ask for. Nine digits of fraction fit <see cref="Int128"/> whatever the total; more need <see cref="BigInteger"/>.
/// </remarks>
internal static class ShareSplitter
{
    private const int MaxDigitsOfInt128 = 9;

    /// <summary>How many digits beyond the minor unit the exact shares of these lines need.</summary>
    internal static int DigitsFor(ReadOnlySpan<PaymentTermsLine> lines)
    {
        var digits = 0;
        foreach (var line in lines)
        {
            var own = line.Share.Fraction.Digits;
            digits = line.Share.Kind == PaymentShareKind.PercentOfRemainder ? digits + own : Math.Max(digits, own);
        }
        return digits;
    }

    /// <summary>Fills the amounts of the lines; gives the problem when the total is not fit to be split, or the lines do not make a whole of it.</summary>
    internal static PaymentTermsProblem? Split(ReadOnlySpan<PaymentTermsLine> lines, int digits, Money total, Span<decimal> amounts)
    {
        if ((CheckTotal(total) ?? CheckFixed(lines, total)) is { } problem)
            return problem;
        return digits <= MaxDigitsOfInt128
            ? Split(lines, digits, Power<Int128>(digits), total, amounts)
            : Split(lines, digits, Power<BigInteger>(digits), total, amounts);
    }

    private static PaymentTermsProblem? CheckTotal(Money total)
    {
        if (total.IsNegative)
            return PaymentTermsProblems.TotalNegative(total);
        if (!total.IsWholeMinorUnits)
            return PaymentTermsProblems.TotalDigits(total);
        return total.Amount > decimal.MaxValue / Power<decimal>(total.Currency.MinorDigits)
            ? PaymentTermsProblems.TotalTooLarge(total)
            : null;
    }

    private static PaymentTermsProblem? CheckFixed(ReadOnlySpan<PaymentTermsLine> lines, Money total)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var share = lines[i].Share;
            if (share.Kind != PaymentShareKind.Fixed)
                continue;
            if (share.Currency is { } currency && currency != total.Currency)
                return PaymentTermsProblems.FixedCurrency(share, total).AtLine(i + 1);

            var amount = new Money(share.Value, total.Currency);
            if (!amount.IsWholeMinorUnits)
                return PaymentTermsProblems.FixedDigits(amount).AtLine(i + 1);
        }
        return null;
    }

    private static PaymentTermsProblem? Split<T>(
        ReadOnlySpan<PaymentTermsLine> lines,
        int digits,
        T unit,
        Money total,
        Span<decimal> amounts
    )
        where T : struct, IBinaryInteger<T>
    {
        var minor = Power<decimal>(total.Currency.MinorDigits);
        var open = T.CreateChecked(total.Amount * minor);
        var whole = open * unit;
        var left = whole;
        for (var i = 0; i < lines.Length; i++)
        {
            // A fixed share above the total could be too large for T, so it is not multiplied.
            if (lines[i].Share is { Kind: PaymentShareKind.Fixed, Value: var value } && value > total.Amount)
                return PaymentTermsProblems
                    .TooMuch(new Money(value, total.Currency).ToAmountString(), Text(left, digits, total), total)
                    .AtLine(i + 1);

            var share = Share(lines[i].Share, whole, left, unit, minor);
            if (share > left)
                return PaymentTermsProblems.TooMuch(Text(share, digits, total), Text(left, digits, total), total).AtLine(i + 1);

            left -= share;
            var amount = i == lines.Length - 1 ? open : T.Min(Round(share, unit), open);
            open -= amount;
            amounts[i] = decimal.CreateChecked(amount) / minor;
        }
        return T.IsZero(left) ? null : PaymentTermsProblems.TooLittle(Text(left, digits, total), total).AtLine(lines.Length);
    }

    // Dividing first keeps every number no larger than the whole, and loses nothing: the fraction of the minor unit was made fine enough for it.
    private static T Share<T>(PaymentShare share, T whole, T left, T unit, decimal minor)
        where T : struct, IBinaryInteger<T> =>
        share.Kind switch
        {
            PaymentShareKind.PercentOfTotal => whole
                / T.CreateChecked(share.Fraction.Denominator)
                * T.CreateChecked(share.Fraction.Numerator),
            PaymentShareKind.PercentOfRemainder => left
                / T.CreateChecked(share.Fraction.Denominator)
                * T.CreateChecked(share.Fraction.Numerator),
            PaymentShareKind.Fixed => T.CreateChecked(share.Value * minor) * unit,
            _ => left,
        };

    /// <summary>To the minor unit, half up, which is half away from zero: no share is negative.</summary>
    private static T Round<T>(T share, T unit)
        where T : struct, IBinaryInteger<T> => (share + unit / (T.One + T.One)) / unit;

    private static T Power<T>(int exponent)
        where T : struct, INumber<T>
    {
        var ten = T.CreateChecked(10);
        var power = T.One;
        for (var i = 0; i < exponent; i++)
            power *= ten;
        return power;
    }

    /// <summary>The exact number in the major unit, with at least the digits of the currency.</summary>
    private static string Text<T>(T exact, int digits, Money total)
        where T : struct, IBinaryInteger<T>
    {
        var minorDigits = total.Currency.MinorDigits;
        var text = exact.ToString(null, CultureInfo.InvariantCulture).PadLeft(digits + minorDigits + 1, '0');
        var point = text.Length - digits - minorDigits;
        var fraction = text[point..].TrimEnd('0').PadRight(minorDigits, '0');
        return fraction.Length == 0 ? text[..point] : text[..point] + "." + fraction;
    }
}
