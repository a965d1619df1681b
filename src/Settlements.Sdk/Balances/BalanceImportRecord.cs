using NodaTime;

namespace Settlements.Balances;

/// <summary>An import that was committed.</summary>
/// <param name="Scope">What it brought.</param>
/// <param name="CommittedAt">When.</param>
/// <param name="Changes">What it did.</param>
public sealed record BalanceImportRecord(BalanceImportScope Scope, Instant CommittedAt, BalanceImportChanges Changes);
