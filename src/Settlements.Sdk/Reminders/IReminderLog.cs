using NodaTime;

namespace Settlements.Reminders;

/// <summary>Keeps what was sent, so that nothing recorded as sent is ever sent again.</summary>
/// <remarks>
/// <para>
/// One table, a row for each key (receivable, due date, step) and action: state, business day, failed attempts, last error, next attempt, lease token and lease
/// end. Rows are never removed while their receivable may still be open.
/// </para>
/// <para>
/// Every method is atomic, across processes for a shared log, and durable when it returns. Leases end by an injected clock: one is in force while its end is later
/// than now. A method that takes a claim changes nothing and returns false when the claim's token is not the row's current one; a token stays current after its
/// lease has ended until somebody claims or skips the row. Texts compare letter for letter.
/// </para>
/// </remarks>
public interface IReminderLog
{
    /// <summary>Takes an action of a step, to carry it out: its row is <see cref="ReminderState.Begun"/> from now on.</summary>
    /// <remarks>
    /// The row becomes begun on <paramref name="today"/>, leased, with a token that no claim had before; attempts, last error and next attempt stay. A begun
    /// row whose lease has ended is taken over, which counts as a failed attempt. The next attempt is not looked at: a caller who claims knows it.
    /// </remarks>
    /// <param name="key">The step.</param>
    /// <param name="action">The action of the step.</param>
    /// <param name="today">The business day.</param>
    /// <param name="lease">How long, from now.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>
    /// The claim. Null when the row is done, skipped or under a lease in force; and null for <see cref="ReminderActionKind.MailCustomer"/> when another mail of
    /// the same receivable (another due date or step) is begun or done on the same business day, whether its lease is in force or not.
    /// </returns>
    Task<ReminderClaim?> ClaimAsync(
        ReminderKey key,
        ReminderActionKind action,
        LocalDate today,
        Duration lease,
        CancellationToken cancellationToken
    );

    /// <summary>Records that the action was carried out: <see cref="ReminderState.Done"/>, for good, on the business day of the claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when the claim is no longer in force.</returns>
    Task<bool> CompleteAsync(ReminderClaim claim, CancellationToken cancellationToken);

    /// <summary>Records a failed attempt and ends the lease: <see cref="ReminderState.Failed"/>, with one attempt more.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="error">Why, in words.</param>
    /// <param name="nextAttempt">Not before this moment; null for at once.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when the claim is no longer in force.</returns>
    Task<bool> FailAsync(ReminderClaim claim, string error, Instant? nextAttempt, CancellationToken cancellationToken);

    /// <summary>Gives the claim back, nothing having been tried: a row without failed attempts is gone, one with them is <see cref="ReminderState.Failed"/> as before.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when the claim is no longer in force.</returns>
    Task<bool> ReleaseAsync(ReminderClaim claim, CancellationToken cancellationToken);

    /// <summary>
    /// Records actions of a step as overtaken: those without a row, failed, or begun with a lease that has ended become <see cref="ReminderState.Skipped"/> on
    /// <paramref name="today"/>. Done ones, skipped ones, and ones under a lease in force stay as they are.
    /// </summary>
    /// <param name="key">The step.</param>
    /// <param name="actions">Its actions, none twice.</param>
    /// <param name="today">The business day.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task SkipAsync(ReminderKey key, IReadOnlyCollection<ReminderActionKind> actions, LocalDate today, CancellationToken cancellationToken);

    /// <summary>Every row of some receivables, over all their due dates and steps, in any order.</summary>
    /// <param name="receivables">Their identifiers; a few hundred at a time, none twice.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<ReminderLogEntry>> ListAsync(IReadOnlyCollection<string> receivables, CancellationToken cancellationToken);

    /// <summary>Ends every lease in force, whoever holds it: what those claims would still write is refused.</summary>
    /// <remarks>
    /// For a host that knows that no other process works on this log, at its start: what a crash left begun can be claimed at once instead of when the lease
    /// ends.
    /// </remarks>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many were in force.</returns>
    Task<int> EndLeasesAsync(CancellationToken cancellationToken);
}
