namespace Settlements.Credit;

/// <summary>Amounts stand in currencies between which there is no rate.</summary>
/// <param name="Severity">What it does to the order.</param>
/// <param name="BalanceCurrency">The currency the balance is kept in.</param>
/// <param name="OtherCurrency">The first other one without a rate: the order's, a hold's or the limit's.</param>
public sealed record CurrencyMismatchFinding(CreditSeverity Severity, Currency BalanceCurrency, Currency OtherCurrency)
    : CreditFinding(CreditFindingCode.CurrencyMismatch, Severity);
