using System.Globalization;

namespace Settlements;

/// <summary>What the readers of all countries' tax numbers share.</summary>
internal static class TaxIdText
{
    /// <summary>The text without the spaces and hyphens at its ends.</summary>
    internal static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsTrimmed(text[0]))
            text = text[1..];
        while (!text.IsEmpty && IsTrimmed(text[^1]))
            text = text[..^1];
        return text;
    }

    /// <summary>Whether a text can tell one payer from another: zeros, an empty text or words such as "none" cannot.</summary>
    internal static bool SaysSomething(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('1', '9') >= 0;

    /// <summary>The sum of the digits multiplied by the weights, over as many digits as there are weights.</summary>
    internal static int WeightedSum(ReadOnlySpan<char> digits, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * (digits[i] - '0');
        return sum;
    }

    /// <summary>The problem of the first character that is no digit, or null when all are digits.</summary>
    internal static TaxIdProblem? NotDigits(ReadOnlySpan<char> number, string name)
    {
        var at = number.IndexOfAnyExceptInRange('0', '9');
        return at < 0 ? null : WrongCharacter(number, at, $"{name} has digits only.");
    }

    internal static TaxIdProblem WrongCharacter(ReadOnlySpan<char> number, int at, string rule)
    {
        var code = ((int)number[at]).ToString("X4", CultureInfo.InvariantCulture);
        var shown = char.IsLetterOrDigit(number[at]) || char.IsPunctuation(number[at]) ? $"'{number[at]}' (U+{code})" : $"U+{code}";
        return new TaxIdProblem(
            TaxIdReason.Characters,
            string.Create(CultureInfo.InvariantCulture, $"{rule} Character {at + 1} is {shown}.")
        );
    }

    internal static TaxIdProblem WrongLength(int length, string rule) =>
        new(
            TaxIdReason.Length,
            length == 0 ? $"{rule} This text is empty." : string.Create(CultureInfo.InvariantCulture, $"{rule} This text has {length}.")
        );

    internal static TaxIdProblem AllZero(string name) =>
        new(
            TaxIdReason.AllZero,
            $"{name} of zeros is given to nobody: it stands for a missing one. Leave it out or enter the real number."
        );

    internal static TaxIdProblem WrongCheckDigit(string name) =>
        new(TaxIdReason.CheckDigit, $"The check digits do not fit this {name}: compare it with the document, two digits may be swapped.");

    private static bool IsTrimmed(char c) => char.IsWhiteSpace(c) || c is '-' or '\u2010' or '\u2011';
}
