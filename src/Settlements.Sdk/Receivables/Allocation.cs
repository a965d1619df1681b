namespace Settlements.Receivables;

/// <summary>A part of a payment that was set against a document.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="DocumentIndex">The document's place in <see cref="AllocationResult.Documents"/>, from 0.</param>
/// <param name="DocumentId">The document's identifier; null when it has none.</param>
/// <param name="Amount">How much; above zero.</param>
public sealed record Allocation(string PaymentId, int DocumentIndex, string? DocumentId, Money Amount);
