namespace Settlements.Credit;

/// <summary>The source does not say how much is owed.</summary>
/// <param name="Severity">What it does to the order.</param>
public sealed record DebtUnknownFinding(CreditSeverity Severity) : CreditFinding(CreditFindingCode.DebtUnknown, Severity);
