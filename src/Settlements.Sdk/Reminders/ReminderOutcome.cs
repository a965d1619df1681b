namespace Settlements.Reminders;

/// <summary>What a run made of an action.</summary>
public enum ReminderOutcome
{
    /// <summary>Carried out and recorded.</summary>
    Done,

    /// <summary>Paid, cancelled or moved between the plan and the send: nothing was sent.</summary>
    NoLongerDue,

    /// <summary>Another process has it, or has sent a mail about the same receivable today.</summary>
    ClaimedElsewhere,

    /// <summary>Not tried: it waits after a failure, or its channel is down.</summary>
    Waiting,

    /// <summary>Tried in vain; it is tried again.</summary>
    Failed,
}
