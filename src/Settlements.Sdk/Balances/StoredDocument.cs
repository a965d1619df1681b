namespace Settlements.Balances;

/// <summary>An open document of a kept balance.</summary>
/// <param name="Counterparty">Who owes it.</param>
/// <param name="Document">The document.</param>
public sealed record StoredDocument(CounterpartyId Counterparty, OpenDocument Document);
