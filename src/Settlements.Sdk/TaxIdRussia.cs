namespace Settlements;

/// <summary>The Russian INN: 10 digits of a company with one check digit, 12 digits of a person with two.</summary>
internal static class TaxIdRussia
{
    internal const int CompanyLength = 10;
    internal const int PersonLength = 12;

    private const string Name = "A Russian INN";

    private static ReadOnlySpan<byte> Tenth => [2, 4, 10, 3, 5, 9, 4, 6, 8];

    private static ReadOnlySpan<byte> Eleventh => [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

    private static ReadOnlySpan<byte> Twelfth => [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

    internal static TaxIdProblem? Check(ReadOnlySpan<char> number, out TaxIdKind kind)
    {
        kind = number.Length == PersonLength ? TaxIdKind.Person : TaxIdKind.Company;
        if (TaxIdText.NotDigits(number, Name) is { } wrongCharacter)
            return wrongCharacter;
        if (number.Length is not (CompanyLength or PersonLength))
            return TaxIdText.WrongLength(number.Length, $"{Name} has 10 digits (company) or 12 (person).");
        if (!TaxIdText.SaysSomething(number))
            return TaxIdText.AllZero(Name);
        return HasCheckDigits(number) ? null : TaxIdText.WrongCheckDigit("INN");
    }

    /// <summary>Whether these are the 9 or 11 digits that a number keeps of a real INN whose leading zero it dropped.</summary>
    /// <remarks>One zero at most: an INN begins with the region, and there is no region 00.</remarks>
    internal static bool HasLostZero(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (CompanyLength - 1 or PersonLength - 1) || digits[0] == '0' || digits.ContainsAnyExceptInRange('0', '9'))
            return false;

        Span<char> restored = stackalloc char[PersonLength];
        restored[0] = '0';
        digits.CopyTo(restored[1..]);
        return HasCheckDigits(restored[..(digits.Length + 1)]);
    }

    internal static bool IsKpp(ReadOnlySpan<char> kpp)
    {
        if (kpp.Length != 9)
            return false;
        for (var i = 0; i < kpp.Length; i++)
        {
            if (!char.IsAsciiDigit(kpp[i]) && !(i is 4 or 5 && char.IsAsciiLetterUpper(kpp[i])))
                return false;
        }

        return true;
    }

    private static bool HasCheckDigits(ReadOnlySpan<char> number) =>
        number.Length == CompanyLength ? Fits(number, Tenth) : Fits(number, Eleventh) && Fits(number, Twelfth);

    private static bool Fits(ReadOnlySpan<char> number, ReadOnlySpan<byte> weights) =>
        TaxIdText.WeightedSum(number, weights) % 11 % 10 == number[weights.Length] - '0';
}
