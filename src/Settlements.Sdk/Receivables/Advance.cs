namespace Settlements.Receivables;

/// <summary>What is left of a payment after all that it could pay.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="Amount">How much; above zero.</param>
public sealed record Advance(string PaymentId, Money Amount);
