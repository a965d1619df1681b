using NodaTime;

namespace Settlements.Payments;

/// <summary>Keeps what must survive a crash of the export: the queue of documents, the journal of intents, the register of codes.</summary>
/// <remarks>
/// <para>
/// Three tables: the <em>queue</em> has one row a document (its newest version, state, attempts, last error, next attempt, lease token and lease end);
/// the <em>journal</em> one row a document and version; the <em>register</em> one row a document.
/// </para>
/// <para>
/// Every method is atomic, across processes for a shared store, and durable when it returns. Leases end by an injected clock. A method that takes a claim
/// changes nothing and returns false when the claim's token is not the row's current one; a token stays current after its lease has ended until somebody
/// claims the document anew.
/// </para>
/// </remarks>
public interface IPaymentExportStore
{
    /// <summary>Hands a document in. Of several versions the newest wins; an older one changes nothing.</summary>
    /// <remarks>
    /// A newer version takes the entry's place in the queue, starts with no attempts, and keeps a lease that is in force: whoever works on the older version
    /// ends first. The same version again, with equal contents, releases an entry that was set aside.
    /// </remarks>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<PaymentEnqueueOutcome> EnqueueAsync(PaymentDocument document, CancellationToken cancellationToken);

    /// <summary>Lists documents that wait, are due and under nobody's lease, in the order they first came into the queue.</summary>
    /// <param name="ignorePauses">True to list those too whose next attempt is later.</param>
    /// <param name="limit">At most this many, above zero.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<QueuedPayment>> ListDueAsync(bool ignorePauses, int limit, CancellationToken cancellationToken);

    /// <summary>Takes a document for a time, with a token that no claim had before.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="lease">How long, from now.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The claim, or null when the document is not in the queue, is set aside, or it or another document of its account is under a lease.</returns>
    Task<PaymentExportClaim?> ClaimAsync(Guid documentId, Duration lease, CancellationToken cancellationToken);

    /// <summary>Writes into the journal what is about to be sent, in place of the version's earlier step, and extends the lease.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="intent">The call about to be made.</param>
    /// <param name="lease">How long the lease goes on, from now.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when the claim is no longer in force: then nothing may be sent.</returns>
    Task<bool> RecordIntentAsync(PaymentExportClaim claim, PaymentIntent intent, Duration lease, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps the code, closes the intents of its version and of older ones, and takes the document out of the queue; if a newer version has come
    /// meanwhile, that one stays, and its lease ends.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="code">What the document became.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when the claim is no longer in force.</returns>
    Task<bool> CompleteAsync(PaymentExportClaim claim, PaymentCode code, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the lease and says what the document waits for. The journal stays. If a newer version has come meanwhile, only the lease ends: what failed was
    /// the older one.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="state">What it waits for now.</param>
    /// <param name="error">Why.</param>
    /// <param name="nextAttempt">Not before this moment; null for at once.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when the claim is no longer in force.</returns>
    Task<bool> FailAsync(
        PaymentExportClaim claim,
        PaymentQueueState state,
        PaymentExportError error,
        Instant? nextAttempt,
        CancellationToken cancellationToken
    );

    /// <summary>Ends the lease and leaves the entry as it was, its attempts too. The journal stays.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when the claim is no longer in force.</returns>
    Task<bool> ReleaseAsync(PaymentExportClaim claim, CancellationToken cancellationToken);

    /// <summary>Ends every lease, whoever holds it: what those claims would still write is refused.</summary>
    /// <remarks>
    /// For a host that knows that no other process works on this store, at its start: documents that a crash left under a lease are due at once instead of when
    /// the lease ends.
    /// </remarks>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many were in force.</returns>
    Task<int> EndLeasesAsync(CancellationToken cancellationToken);

    /// <summary>What is known of a document.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<PaymentExportStatus> GetAsync(Guid documentId, CancellationToken cancellationToken);

    /// <summary>Which document a payment of the panel belongs to, by the register and by the open intents.</summary>
    /// <param name="paymentId">The payment's id in the panel.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The document's id; null when the payment is not known here.</returns>
    Task<Guid?> FindDocumentAsync(long paymentId, CancellationToken cancellationToken);
}
