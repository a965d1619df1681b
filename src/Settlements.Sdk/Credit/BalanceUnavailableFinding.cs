namespace Settlements.Credit;

/// <summary>There are no figures: the source did not answer.</summary>
/// <param name="Severity">What it does to the order.</param>
public sealed record BalanceUnavailableFinding(CreditSeverity Severity) : CreditFinding(CreditFindingCode.BalanceUnavailable, Severity);
