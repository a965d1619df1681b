namespace Settlements.Credit;

/// <summary>Selling to this counterparty is forbidden.</summary>
/// <param name="Severity">What it does to the order.</param>
public sealed record CounterpartyBlockedFinding(CreditSeverity Severity) : CreditFinding(CreditFindingCode.CounterpartyBlocked, Severity);
