namespace Settlements.Payments;

/// <summary>What became of a document that was handed in for export.</summary>
public enum PaymentEnqueueOutcome
{
    /// <summary>It stands in the queue now, for the first time or again after an earlier version was exported.</summary>
    Added,

    /// <summary>It took the place of an older version in the queue.</summary>
    Replaced,

    /// <summary>The same version had been set aside (failed, or for a person) and will be tried again.</summary>
    Released,

    /// <summary>The same version waits in the queue already; nothing has changed.</summary>
    AlreadyQueued,

    /// <summary>The same version was exported already; nothing has changed.</summary>
    AlreadyExported,

    /// <summary>A newer version is queued or exported; nothing has changed.</summary>
    Older,

    /// <summary>The same version is queued or exported with other contents, so that nobody can tell which is true; nothing has changed.</summary>
    Conflict,
}
