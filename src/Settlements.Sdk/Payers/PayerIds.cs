namespace Settlements.Payers;

/// <summary>Which of two identifiers is the higher.</summary>
/// <remarks>
/// Numbers compare as numbers ("10" is above "9"), of any length; other texts compare by character code and stand above all numbers, so that the
/// order is the same whichever two are compared first.
/// </remarks>
internal static class PayerIds
{
    internal static int Compare(string left, string right)
    {
        var leftIsNumber = IsNumber(left);
        if (leftIsNumber != IsNumber(right))
            return leftIsNumber ? -1 : 1;
        if (!leftIsNumber)
            return string.CompareOrdinal(left, right);

        var leftDigits = left.AsSpan().TrimStart('0');
        var rightDigits = right.AsSpan().TrimStart('0');
        var byLength = leftDigits.Length.CompareTo(rightDigits.Length);
        if (byLength != 0)
            return byLength;
        var byDigits = leftDigits.SequenceCompareTo(rightDigits);
        return byDigits != 0 ? byDigits : string.CompareOrdinal(left, right);
    }

    private static bool IsNumber(string id) => id.Length > 0 && !id.AsSpan().ContainsAnyExceptInRange('0', '9');
}
