using Settlements.Credit;

namespace Settlements.Reminders;

/// <summary>Everything outside that a run works with.</summary>
internal sealed record ReminderPorts(
    IReceivableSource Source,
    IReminderLog Log,
    IReminderChannel Channel,
    ICreditStatusStore Status,
    IReminderCustomers? Customers
);
