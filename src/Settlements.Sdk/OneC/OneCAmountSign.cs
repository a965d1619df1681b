namespace Settlements.OneC;

/// <summary>Which sign a service gives to what the customer owes.</summary>
public enum OneCAmountSign
{
    /// <summary>A positive figure is owed by the customer, as in 1C's own registers. The default.</summary>
    DebtIsPositive,

    /// <summary>
    /// A negative figure is owed by the customer. Turns the debt, the overdue debt and what is outstanding on a document; the advance, the limit, the documents' whole
    /// amounts and the payments keep their signs.
    /// </summary>
    DebtIsNegative,
}
