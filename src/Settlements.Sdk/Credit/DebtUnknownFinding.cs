namespace Settlements.Credit;

/// <summary>The source does not say how much is owed, or the sum is beyond what a decimal holds (7.9e28).</summary>
/// <param name="Severity">What it does to the order.</param>
public sealed record DebtUnknownFinding(CreditSeverity Severity) : CreditFinding(CreditFindingCode.DebtUnknown, Severity);
