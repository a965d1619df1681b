namespace Settlements.Testing.BillManager;

/// <summary>How an answer reaches the caller.</summary>
internal enum PanelDelivery
{
    /// <summary>Whole.</summary>
    Regular,

    /// <summary>Never: the connection stays open without a byte.</summary>
    Silence,

    /// <summary>The connection is reset before the first byte.</summary>
    Reset,

    /// <summary>The connection is closed in mid-body.</summary>
    CutShort,
}
