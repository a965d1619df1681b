namespace Settlements.Balances;

/// <summary>Which of an import's files.</summary>
public enum BalanceImportPart
{
    /// <summary>One row a counterparty.</summary>
    Balances,

    /// <summary>One row an open document.</summary>
    Documents,

    /// <summary>One row a payment.</summary>
    Payments,

    /// <summary>One row a company's, or a contract's, terms.</summary>
    Terms,
}
