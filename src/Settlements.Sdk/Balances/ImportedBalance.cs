namespace Settlements.Balances;

/// <summary>A row of an import: a balance.</summary>
/// <param name="Line">The line of the file, from 1; for a JSON array the line on which the element begins.</param>
/// <param name="Balance">The figures.</param>
public sealed record ImportedBalance(long Line, CounterpartyBalance Balance) : ImportedRow(Line);
