namespace Settlements.Balances;

/// <summary>A row of an import that does not fit the others.</summary>
/// <param name="Part">The file.</param>
/// <param name="Line">The line in it, from 1.</param>
/// <param name="Counterparty">Whose row it is.</param>
/// <param name="Kind">What is wrong.</param>
public sealed record BalanceImportConflict(BalanceImportPart Part, long Line, CounterpartyId Counterparty, BalanceImportConflictKind Kind);
