namespace Settlements.Balances;

/// <summary>What is wrong with a row that does not fit the others.</summary>
public enum BalanceImportConflictKind
{
    /// <summary>The counterparty has more than one balance in the file; which of them holds cannot be said. Each of its rows is named.</summary>
    RepeatedCounterparty,

    /// <summary>The document's counterparty has no balance in this import.</summary>
    DocumentWithoutBalance,

    /// <summary>The document is in another currency than its counterparty's balance.</summary>
    DocumentCurrency,
}
