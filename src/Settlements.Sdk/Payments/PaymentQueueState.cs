namespace Settlements.Payments;

/// <summary>What an entry of the queue waits for.</summary>
public enum PaymentQueueState
{
    /// <summary>The next run, or the first one after <see cref="PaymentQueueEntry.NextAttempt"/>.</summary>
    Waiting,

    /// <summary>A setting or the document to be mended; tried again when the document is handed in again.</summary>
    Failed,

    /// <summary>A person's decision; tried again when the document is handed in again.</summary>
    NeedsAttention,
}
