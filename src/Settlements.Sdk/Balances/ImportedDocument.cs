namespace Settlements.Balances;

/// <summary>A row of an import: an open document.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Counterparty">Whose.</param>
/// <param name="Currency">The currency of its amounts.</param>
/// <param name="Document">The document.</param>
public sealed record ImportedDocument(long Line, CounterpartyId Counterparty, Currency Currency, OpenDocument Document) : ImportedRow(Line);
