namespace Settlements.BillManager;

/// <summary>Whether a call that failed may have changed something in the panel.</summary>
public enum BillManagerOutcome
{
    /// <summary>
    /// The panel surely did nothing: the connection was never made, the panel refused before acting, or it showed the form again. Sending once more
    /// cannot double anything.
    /// </summary>
    NotExecuted,

    /// <summary>
    /// Nobody can tell: time-out or broken connection after the request went out, a failing proxy, an answer that cannot be read. Look in the panel
    /// before sending again. Calls that only read never end so.
    /// </summary>
    Unknown,
}
