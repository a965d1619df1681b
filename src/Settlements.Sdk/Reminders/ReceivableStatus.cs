namespace Settlements.Reminders;

/// <summary>How far a receivable is paid.</summary>
public enum ReceivableStatus
{
    /// <summary>Nothing is paid yet.</summary>
    AwaitingPayment,

    /// <summary>A part is paid.</summary>
    PartlyPaid,

    /// <summary>Paid in full: nothing is sent.</summary>
    Paid,

    /// <summary>No longer owed: nothing is sent.</summary>
    Cancelled,
}
