namespace Settlements.Balances;

/// <summary>What a guard found.</summary>
/// <param name="Refusal">The kind.</param>
/// <param name="Reason">In words.</param>
internal sealed record ImportFault(BalanceImportRefusal Refusal, string Reason);
