namespace Settlements.Payments;

/// <summary>What a run made of a document.</summary>
public enum PaymentExportState
{
    /// <summary>Its payment is credited, read back and kept in the register.</summary>
    Exported,

    /// <summary>It was withdrawn, and there is no payment for it in the panel.</summary>
    Removed,

    /// <summary>It would be exported; a dry run sends nothing.</summary>
    Planned,

    /// <summary>A bad document, or a setting to mend.</summary>
    Failed,

    /// <summary>Tried again by itself.</summary>
    Waiting,

    /// <summary>For a person.</summary>
    NeedsAttention,
}
