using System.Globalization;

namespace Settlements.AcceptanceTests;

/// <summary>Amounts from text: an attribute cannot hold a decimal.</summary>
internal static class Exactly
{
    public static Money Money(string amount, Currency currency) => new(decimal.Parse(amount, CultureInfo.InvariantCulture), currency);
}
