namespace Settlements.Credit;

/// <summary>It cannot be said how much is overdue.</summary>
/// <param name="Severity">What it does to the order.</param>
/// <param name="Basis">The policy's basis, for which a figure is missing.</param>
/// <param name="KnownAmount">At least so much is overdue by what is known; null when nothing is known.</param>
public sealed record OverdueUnknownFinding(CreditSeverity Severity, OverdueBasis Basis, Money? KnownAmount)
    : CreditFinding(CreditFindingCode.OverdueUnknown, Severity);
