using System.Diagnostics.CodeAnalysis;

namespace Settlements.BillManager;

/// <summary>An amount as a list shows it: a number and a unit, such as <c>12121212.00 RUB</c> or <c>5.00 $</c>.</summary>
/// <remarks>
/// The panel shows a currency's symbol where it has one and the ISO code otherwise. A symbol is not read as a currency here, since <c>$</c> names a dozen
/// of them: <see cref="In"/> finds it among the panel's own currencies.
/// </remarks>
/// <param name="Value">The number, in the major unit, exactly as stated.</param>
/// <param name="Unit">The text after the number; empty when there is none.</param>
public sealed record BillManagerAmount(decimal Value, string Unit)
{
    /// <summary>Reads a number with a unit after it: dot or comma before the fraction, groups of three set off by spaces, nothing else.</summary>
    /// <param name="text">Such as <c>12121212.00 RUB</c>, <c>1 234,50 ₽</c>, <c>-5.00 USD</c>.</param>
    /// <param name="amount">The amount; null when the text is none.</param>
    /// <returns>False when the text is anything else, <c>1,234 RUB</c> included: it could be one rouble or a thousand.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out BillManagerAmount? amount) =>
        AmountText.TryRead(text, out amount);

    /// <summary>The amount as money, when the unit is an ISO code; null otherwise.</summary>
    public Money? ToMoney() => Unit.Length == 3 && Currency.TryParse(Unit, out var currency) ? new Money(Value, currency) : null;

    /// <summary>The amount as money of one of the panel's currencies: by ISO code, or by a symbol that only one of them has; null otherwise.</summary>
    /// <param name="currencies">The panel's currencies (<see cref="BillManagerClient.ListCurrenciesAsync"/>).</param>
    public Money? In(IEnumerable<BillManagerCurrency> currencies)
    {
        ArgumentNullException.ThrowIfNull(currencies);
        if (ToMoney() is { } money)
            return money;

        var unit = Unit;
        var found = currencies.Where(c => c.Symbol == unit && c.Currency is not null).Select(c => c.Currency!.Value).Distinct().ToList();
        return unit.Length > 0 && found.Count == 1 ? new Money(Value, found[0]) : null;
    }

    /// <summary>Number and unit, with a dot.</summary>
    public override string ToString() => Unit.Length == 0 ? Decimals.ToText(Value, 2) : Decimals.ToText(Value, 2) + " " + Unit;
}
