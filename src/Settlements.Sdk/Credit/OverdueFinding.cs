namespace Settlements.Credit;

/// <summary>Payment is late by more than the policy tolerates.</summary>
/// <param name="Severity">What it does to the order.</param>
/// <param name="Amount">What is overdue, in the balance's currency.</param>
/// <param name="Tolerance">What the policy tolerates; the amount is above it.</param>
/// <param name="Basis">Whose figure the amount is: <see cref="OverdueBasis.Stated"/> or <see cref="OverdueBasis.Computed"/>.</param>
public sealed record OverdueFinding(CreditSeverity Severity, Money Amount, Money Tolerance, OverdueBasis Basis)
    : CreditFinding(CreditFindingCode.Overdue, Severity);
