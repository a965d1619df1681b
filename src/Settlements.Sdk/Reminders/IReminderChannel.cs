namespace Settlements.Reminders;

/// <summary>Brings messages to people. The host's: mail, a task in its tracker, anything.</summary>
public interface IReminderChannel
{
    /// <summary>
    /// Delivers a message: <see cref="ReminderActionKind.MailCustomer"/> to the customer, <see cref="ReminderActionKind.ManagerTask"/> to the manager; see
    /// <see cref="ReminderMessage.Action"/>. No other action comes here.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Returning says that it is delivered: it is recorded then and never comes again. Throwing says that it is not, and it comes again after a pause, with the same
    /// <see cref="ReminderMessage.IdempotencyKey"/>. The exception's type and message are kept in the log: let no secret be in them.
    /// </para>
    /// <para>
    /// When the process dies after the delivery and before the record, the message comes once more, with the same key: give the key to a service that knows
    /// idempotency keys, use it as the message's <c>Message-ID</c>, or keep the keys in the table that the tasks are in, unique.
    /// </para>
    /// <para>Called for several receivables at one time. Must end soon after its token is cancelled: until then it keeps its place.</para>
    /// </remarks>
    /// <param name="message">What to say, and about what.</param>
    /// <param name="cancellationToken">Cancelled when the run stops, and after <see cref="ReminderOptions.DeliveryTimeout"/>.</param>
    Task DeliverAsync(ReminderMessage message, CancellationToken cancellationToken);
}
