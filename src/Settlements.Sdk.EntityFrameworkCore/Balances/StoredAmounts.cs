namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>Amounts in columns beside the column of their currency.</summary>
internal static class StoredAmounts
{
    /// <summary>The amount of a column; an unknown one stays unknown.</summary>
    public static Money? In(this decimal? amount, Currency currency) => amount is { } number ? new Money(number, currency) : null;

    /// <summary>The number for a column. Negative zero, which decimal has and SQLite's text would show, is zero.</summary>
    public static decimal? Number(this Money? amount) => amount is { Amount: var number } ? (number == 0m ? 0m : number) : null;
}
