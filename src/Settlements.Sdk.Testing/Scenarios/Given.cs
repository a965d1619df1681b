using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Settlements.Testing.Scenarios;

/// <summary>Makes values of the SDK from the texts of <c>given</c>; a text that is no such value becomes the answer that the format asks for.</summary>
internal static class Given
{
    /// <summary>A currency of ISO 4217 by its letter code.</summary>
    /// <exception cref="BadValueException">There is no such code.</exception>
    internal static Currency Currency(ScenarioNode node) =>
        Settlements.Currency.TryParse(node.Text, out var currency)
            ? currency
            : throw Bad(BadValueException.Currency, node, "is no currency of ISO 4217");

    /// <summary>An amount that must not be negative.</summary>
    /// <exception cref="BadValueException">It is no number, is negative, or has more digits than its currency.</exception>
    internal static Money Amount(ScenarioNode node, Currency currency) => new(Number(node, currency), currency);

    /// <summary>The number of an amount that must not be negative, where its currency may not be known.</summary>
    /// <exception cref="BadValueException">It is no number, is negative, or has more digits than its currency.</exception>
    internal static decimal Number(ScenarioNode node, Currency? currency)
    {
        var number = currency is { } known ? AmountOfAnySign(node, known).Amount : Decimal(node, BadValueException.Amount);
        return number < 0 ? throw Bad(BadValueException.Amount, node, "is negative") : number;
    }

    /// <summary>An amount that may be negative: a debt, which is then an advance.</summary>
    /// <exception cref="BadValueException">It is no number, or has more digits than its currency.</exception>
    internal static Money AmountOfAnySign(ScenarioNode node, Currency currency)
    {
        var amount = new Money(Decimal(node, BadValueException.Amount), currency);
        return amount.IsWholeMinorUnits ? amount : throw Bad(BadValueException.Amount, node, $"has more digits than {currency}");
    }

    /// <summary>A plain decimal number.</summary>
    /// <exception cref="BadValueException">It is no number, with the given word.</exception>
    internal static decimal Decimal(ScenarioNode node, string word) =>
        TryDecimal(node, out var value) ? value : throw Bad(word, node, "is no decimal number such as 1000.50");

    /// <summary>A date.</summary>
    /// <exception cref="BadValueException">There is no such date.</exception>
    internal static LocalDate Date(ScenarioNode node) =>
        TryDate(node, out var date) ? date : throw Bad(BadValueException.Date, node, "is no date such as 2026-11-21");

    /// <summary>A number whose range the shape has checked.</summary>
    internal static int Whole(ScenarioNode node) => TryWhole(node, out var value) ? (int)value : 0;

    /// <summary>Digits with an optional minus and an optional point with digits behind it, as far as <see cref="decimal"/> holds them all.</summary>
    internal static bool TryDecimal(ScenarioNode node, out decimal value)
    {
        value = 0m;
        var digits = node.Text.AsSpan();
        if (digits.StartsWith('-'))
            digits = digits[1..];
        var point = digits.IndexOf('.');
        var fraction = point < 0 ? [] : digits[(point + 1)..].TrimEnd('0');
        var isPlain = IsDigits(point < 0 ? digits : digits[..point]) && (point < 0 || IsDigits(digits[(point + 1)..]));
        return isPlain
            && decimal.TryParse(
                node.Text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out value
            )
            && value.Scale >= fraction.Length;
    }

    /// <summary>Year, month and day with dashes, four digits of year.</summary>
    internal static bool TryDate(ScenarioNode node, out LocalDate date)
    {
        var result = LocalDatePattern.Iso.Parse(node.Text);
        date = result.Success ? result.Value : default;
        return result.Success && node.Text.Length == 10;
    }

    internal static bool TryWhole(ScenarioNode node, out long value) =>
        long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    internal static BadValueException Bad(string word, ScenarioNode node, string what) =>
        new(word, string.Create(CultureInfo.InvariantCulture, $"line {node.Position.Line}: {node} {what}"));

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
