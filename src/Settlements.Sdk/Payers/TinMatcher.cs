namespace Settlements.Payers;

/// <summary>Compares one counterparty's tax number with those of many payers, without allocating for each.</summary>
/// <remarks>
/// Numbers compare as texts without the spaces and hyphens at their ends; wrong check digits do not keep equal texts apart. A text without a digit
/// above zero (empty, zeros, "none") equals nothing.
/// </remarks>
internal readonly ref struct TinMatcher
{
    private readonly ReadOnlySpan<char> _given;
    private readonly bool _lostZero;

    internal TinMatcher(string? tin)
    {
        _given = TaxIdText.Trim(tin);
        _lostZero = TaxIdRussia.HasLostZero(_given);
        CanMatch = TaxIdText.SaysSomething(_given);
    }

    internal bool CanMatch { get; }

    /// <summary>Whether a payer has the number; <paramref name="restored"/> when one of the two had lost its leading zero.</summary>
    internal bool Matches(string? tin, out bool restored)
    {
        var other = TaxIdText.Trim(tin);
        restored = (_lostZero && IsZeroAnd(other, _given)) || (IsZeroAnd(_given, other) && TaxIdRussia.HasLostZero(other));
        return CanMatch && (restored || AreEqual(_given, other));
    }

    /// <summary>Whether a payer has a number, and it is another one.</summary>
    internal bool Contradicts(string? tin) => CanMatch && TaxIdText.SaysSomething(TaxIdText.Trim(tin)) && !Matches(tin, out _);

    private static bool IsZeroAnd(ReadOnlySpan<char> whole, ReadOnlySpan<char> rest) =>
        whole.Length == rest.Length + 1 && whole[0] == '0' && whole[1..].SequenceEqual(rest);

    private static bool AreEqual(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i] && TaxIdBelarus.Normalize(left[i]) != TaxIdBelarus.Normalize(right[i]))
                return false;
        }

        return true;
    }
}
