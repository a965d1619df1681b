namespace Settlements.Receivables;

/// <summary>Refuses an amount that would be added to another currency, before it is.</summary>
internal static class SameCurrency
{
    internal static Money? Of(Money? amount, Currency currency, string field, string? id) =>
        amount is { } money ? Of(money, currency, field, id) : null;

    internal static Money Of(Money amount, Currency currency, string field, string? id) =>
        amount.Currency == currency
            ? amount
            : throw new ArgumentException(
                $"{field} of '{id}' is {amount}, but the others are in {currency}: convert it, or keep it apart."
            );
}
