namespace Settlements.Balances;

/// <summary>A page of a counterparty's payments.</summary>
/// <param name="Payments">The latest day first; those without a day come last.</param>
/// <param name="Next">What to ask the next page with; null when this is the last one. Its form is the store's own.</param>
public sealed record PaymentHistoryPage(IReadOnlyList<BalancePayment> Payments, string? Next);
