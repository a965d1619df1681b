namespace Settlements;

/// <summary>The Belarusian UNP: 9 characters, a person's begins with two letters, the last is a check digit.</summary>
internal static class TaxIdBelarus
{
    internal const int Length = 9;

    private const string Name = "A Belarusian UNP";
    private const string Letters = "ABCEHKMOPT";
    private const string LookAlikes = "АВСЕНКМОРТ";
    private const string FirstCharacters = "1234567ABCEHKM";

    private static ReadOnlySpan<byte> Weights => [29, 23, 19, 17, 13, 7, 5, 3];

    /// <summary>A character of a UNP as the register has it: a Latin capital for a small letter or its Cyrillic look-alike.</summary>
    internal static char Normalize(char c)
    {
        if (char.IsAsciiDigit(c))
            return c;
        var upper = char.ToUpperInvariant(c);
        var at = LookAlikes.IndexOf(upper, StringComparison.Ordinal);
        return at < 0 ? upper : Letters[at];
    }

    /// <summary>Checks a text whose characters are normalized already.</summary>
    internal static TaxIdProblem? Check(ReadOnlySpan<char> number, out TaxIdKind kind)
    {
        kind = !number.IsEmpty && char.IsAsciiDigit(number[0]) ? TaxIdKind.Company : TaxIdKind.Person;
        if (WrongCharacter(number) is { } wrongCharacter)
            return wrongCharacter;
        if (number.Length != Length)
            return TaxIdText.WrongLength(number.Length, $"{Name} has 9 characters.");
        if (number.IndexOfAnyExcept('0') < 0)
            return TaxIdText.AllZero(Name);
        if (WrongStructure(number) is { } wrongStructure)
            return wrongStructure;
        return CheckDigit(number) == number[8] - '0' ? null : TaxIdText.WrongCheckDigit("UNP");
    }

    private static TaxIdProblem? WrongCharacter(ReadOnlySpan<char> number)
    {
        for (var i = 0; i < number.Length; i++)
        {
            if (!char.IsAsciiDigit(number[i]) && !(i < 2 && Letters.Contains(number[i], StringComparison.Ordinal)))
                return TaxIdText.WrongCharacter(
                    number,
                    i,
                    $"{Name} has digits, and for a person two of the letters {Letters} before them."
                );
        }

        return null;
    }

    private static TaxIdProblem? WrongStructure(ReadOnlySpan<char> number)
    {
        if (!FirstCharacters.Contains(number[0], StringComparison.Ordinal))
            return new TaxIdProblem(TaxIdReason.Structure, $"{Name} begins with a digit from 1 to 7 or one of the letters ABCEHKM.");
        if (char.IsAsciiDigit(number[0]) != char.IsAsciiDigit(number[1]))
            return new TaxIdProblem(
                TaxIdReason.Structure,
                $"{Name} begins with two digits (company) or two letters (person), not one of each."
            );
        return null;
    }

    /// <summary>The check digit, or 10, which no digit equals: such a number is not given out.</summary>
    private static int CheckDigit(ReadOnlySpan<char> number)
    {
        var sum = TaxIdText.WeightedSum(number[2..], Weights[2..]);
        sum += Weights[0] * (char.IsAsciiDigit(number[0]) ? number[0] - '0' : number[0] - 'A' + 10);
        sum += Weights[1] * (char.IsAsciiDigit(number[1]) ? number[1] - '0' : Letters.IndexOf(number[1], StringComparison.Ordinal));
        return sum % 11;
    }
}
