namespace Settlements.Balances;

/// <summary>A row of an import: a payment.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Counterparty">Whose.</param>
/// <param name="Payment">The payment.</param>
public sealed record ImportedPayment(long Line, CounterpartyId Counterparty, BalancePayment Payment) : ImportedRow(Line);
