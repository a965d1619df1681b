namespace Settlements.Payments;

/// <summary>Everything the store knows of one document.</summary>
/// <param name="Entry">Its entry in the queue; null when it waits for nothing.</param>
/// <param name="Code">Its entry in the register; null when it was never exported.</param>
public sealed record PaymentExportStatus(PaymentQueueEntry? Entry, PaymentCode? Code);
