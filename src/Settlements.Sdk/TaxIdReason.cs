namespace Settlements;

/// <summary>Why a text is no tax number. When several reasons apply, the first in the order of this list is given.</summary>
public enum TaxIdReason
{
    /// <summary>A character that no number of this country has at its place: a letter, a space or a sign between the digits.</summary>
    Characters,

    /// <summary>Too short or too long, an empty text included.</summary>
    Length,

    /// <summary>All digits are zero: a placeholder, although the arithmetic of the check digits lets it pass.</summary>
    AllZero,

    /// <summary>The right characters in an order that is not given out: a first character, a month, a birth date or a type digit that does not exist.</summary>
    Structure,

    /// <summary>The check digits do not fit the others: most likely a typing error.</summary>
    CheckDigit,

    /// <summary>The number is right; the KPP beside it is not: wrong shape, or given for someone who has none.</summary>
    Kpp,
}
