namespace Settlements.Receivables;

/// <summary>Which side of a reconciliation statement an entry stands on.</summary>
public enum StatementEntryKind
{
    /// <summary>The counterparty owes more: a shipment, an invoice, an act.</summary>
    Charge,

    /// <summary>The counterparty owes less: a payment, a return.</summary>
    Payment,
}
