namespace Settlements;

/// <summary>The Kazakh BIN (year and month of registration, then a type from 4 to 6) and IIN (birth date, then century and sex).</summary>
internal static class TaxIdKazakhstan
{
    internal const int Length = 12;

    private const string Name = "A Kazakh BIN or IIN";

    private static ReadOnlySpan<byte> FirstWeights => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

    private static ReadOnlySpan<byte> SecondWeights => [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

    internal static TaxIdProblem? Check(ReadOnlySpan<char> number, out TaxIdKind kind)
    {
        kind = number.Length == Length && number[4] is >= '4' and <= '6' ? TaxIdKind.Company : TaxIdKind.Person;
        if (TaxIdText.NotDigits(number, Name) is { } wrongCharacter)
            return wrongCharacter;
        if (number.Length != Length)
            return TaxIdText.WrongLength(number.Length, $"{Name} has 12 digits.");
        if (!TaxIdText.SaysSomething(number))
            return TaxIdText.AllZero(Name);
        if (WrongStructure(number, kind) is { } message)
            return new TaxIdProblem(TaxIdReason.Structure, message);
        return CheckDigit(number) == number[11] - '0' ? null : TaxIdText.WrongCheckDigit("BIN or IIN");
    }

    private static string? WrongStructure(ReadOnlySpan<char> number, TaxIdKind kind)
    {
        if (number[4] > '6')
            return "Digit 5 is from 4 to 6 in a BIN and from 0 to 3 in an IIN.";

        var month = TwoDigits(number, 2);
        if (month is < 1 or > 12)
            return $"{Name} has a month in digits 3 and 4.";

        return kind == TaxIdKind.Company ? null : WrongBirth(number, month);
    }

    /// <remarks>Digit 7 is 1 or 2 for the nineteenth century, 3 or 4 for the twentieth, 5 or 6 for the twenty-first, 0 for foreigners.</remarks>
    private static string? WrongBirth(ReadOnlySpan<char> number, int month)
    {
        if (number[6] > '6')
            return "Digit 7 of an IIN, the century and sex, is from 0 to 6.";

        var century = number[6] switch
        {
            '1' or '2' => 1800,
            '3' or '4' => 1900,
            _ => 2000,
        };
        var day = TwoDigits(number, 4);
        return day >= 1 && day <= DateTime.DaysInMonth(century + TwoDigits(number, 0), month)
            ? null
            : "The first six digits of an IIN are a birth date, year, month and day; this one does not exist.";
    }

    /// <summary>The check digit, or 10, which no digit equals: such a number is not given out.</summary>
    private static int CheckDigit(ReadOnlySpan<char> number)
    {
        var first = TaxIdText.WeightedSum(number, FirstWeights) % 11;
        return first < 10 ? first : TaxIdText.WeightedSum(number, SecondWeights) % 11;
    }

    private static int TwoDigits(ReadOnlySpan<char> number, int at) => ((number[at] - '0') * 10) + number[at + 1] - '0';
}
