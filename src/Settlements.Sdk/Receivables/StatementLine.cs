namespace Settlements.Receivables;

/// <summary>A movement, and the debt after it.</summary>
/// <param name="Entry">The movement.</param>
/// <param name="Balance">What the counterparty owes after it; negative when the seller owes.</param>
public sealed record StatementLine(StatementEntry Entry, Money Balance);
