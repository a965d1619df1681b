namespace Settlements.Reminders;

/// <summary>What is to be done about a receivable.</summary>
public enum ReminderActionKind
{
    /// <summary>A message to the customer; one a day for a receivable at most.</summary>
    MailCustomer,

    /// <summary>A task for the manager.</summary>
    ManagerTask,

    /// <summary>An entry in the register of overdue receivables.</summary>
    RecordOverdue,

    /// <summary>The credit flag of the counterparty is set: no more credit.</summary>
    SetCreditFlag,

    /// <summary>The credit flag is taken away: nothing is past due any more. Never a part of a plan.</summary>
    LiftCreditFlag,
}
