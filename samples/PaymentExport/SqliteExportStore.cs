using NodaTime;
using Settlements.Payments;

namespace PaymentExport;

/// <summary>Queue, journal and register in the state file.</summary>
internal sealed class SqliteExportStore(SqliteFile file, TimeProvider time) : IPaymentExportStore
{
    private long Now => SqliteRows.Ticks(Instant.FromDateTimeOffset(time.GetUtcNow()));

    public Task<PaymentEnqueueOutcome> EnqueueAsync(PaymentDocument document, CancellationToken cancellationToken) =>
        file.InTransactionAsync(db => Enqueue(db, document), cancellationToken);

    public Task<IReadOnlyList<QueuedPayment>> ListDueAsync(bool ignorePauses, int limit, CancellationToken cancellationToken) =>
        file.InTransactionAsync<IReadOnlyList<QueuedPayment>>(
            db =>
                db.Query(
                    """
                    SELECT id, account FROM queue WHERE state = 0 AND (leased_until IS NULL OR leased_until <= @now)
                      AND (@ignore OR next_attempt IS NULL OR next_attempt <= @now) ORDER BY place LIMIT @limit
                    """,
                    row => new QueuedPayment(Guid.Parse(row.GetString(0)), row.GetString(1)),
                    ("@now", Now),
                    ("@ignore", ignorePauses),
                    ("@limit", limit)
                ),
            cancellationToken
        );

    public Task<PaymentExportClaim?> ClaimAsync(Guid documentId, Duration lease, CancellationToken cancellationToken) =>
        file.InTransactionAsync(
            db =>
            {
                var (token, until) = (Guid.NewGuid(), Now + lease.BclCompatibleTicks);
                var claimed = db.Execute(
                    """
                    UPDATE queue SET token = @token, leased_until = @until WHERE id = @id AND state = 0
                      AND NOT EXISTS (SELECT 1 FROM queue AS other WHERE other.account = queue.account AND other.leased_until > @now)
                    """,
                    ("@token", SqliteRows.Key(token)),
                    ("@until", until),
                    ("@id", SqliteRows.Key(documentId)),
                    ("@now", Now)
                );
                if (claimed == 0)
                    return null;
                var status = Status(db, documentId);
                return new PaymentExportClaim
                {
                    Token = token,
                    LeasedUntil = Instant.FromUnixTimeTicks(until),
                    Entry = status.Entry!,
                    Intents = status.Intents,
                    Code = status.Code,
                };
            },
            cancellationToken
        );

    public Task<bool> RecordIntentAsync(
        PaymentExportClaim claim,
        PaymentIntent intent,
        Duration lease,
        CancellationToken cancellationToken
    ) =>
        UnderClaimAsync(
            claim,
            db =>
            {
                db.Execute(
                    """
                    INSERT OR REPLACE INTO journal (id, version, step, mark, payment, client, payer, matched, amount, currency, began_at)
                    VALUES (@id, @version, @step, @mark, @payment, @client, @payer, @matched, @amount, @currency, @began)
                    """,
                    ("@id", SqliteRows.Key(intent.DocumentId)),
                    ("@version", intent.Version),
                    ("@step", (int)intent.Step),
                    ("@mark", intent.RandomNumber),
                    ("@payment", intent.PaymentId),
                    ("@client", intent.ClientId),
                    ("@payer", intent.PayerId),
                    ("@matched", (int)intent.MatchedBy),
                    ("@amount", intent.Amount.ToAmountString()),
                    ("@currency", intent.Amount.Currency.Code),
                    ("@began", SqliteRows.Ticks(intent.BeganAt))
                );
                db.Execute(
                    "UPDATE queue SET leased_until = @until WHERE id = @id",
                    ("@until", Now + lease.BclCompatibleTicks),
                    ("@id", SqliteRows.Key(intent.DocumentId))
                );
            },
            cancellationToken
        );

    public Task<bool> CompleteAsync(PaymentExportClaim claim, PaymentCode code, CancellationToken cancellationToken) =>
        UnderClaimAsync(
            claim,
            db =>
            {
                var (id, version) = (("@id", (object?)SqliteRows.Key(code.DocumentId)), ("@version", (object?)code.Version));
                db.Execute(
                    """
                    INSERT OR REPLACE INTO codes (id, payment, mark, payer, matched, removed, exported_at, document)
                    VALUES (@id, @payment, @mark, @payer, @matched, @removed, @at, @document)
                    """,
                    id,
                    ("@payment", code.PaymentId),
                    ("@mark", code.RandomNumber),
                    ("@payer", code.PayerId),
                    ("@matched", (int?)code.MatchedBy),
                    ("@removed", code.IsRemoved),
                    ("@at", SqliteRows.Ticks(code.ExportedAt)),
                    ("@document", PaymentDocumentJson.Write(code.Document))
                );
                db.Execute("DELETE FROM journal WHERE id = @id AND version <= @version", id, version);
                db.Execute("DELETE FROM queue WHERE id = @id AND version <= @version", id, version);
                EndLease(db, claim);
            },
            cancellationToken
        );

    public Task<bool> FailAsync(
        PaymentExportClaim claim,
        PaymentQueueState state,
        PaymentExportError error,
        Instant? nextAttempt,
        CancellationToken cancellationToken
    ) =>
        UnderClaimAsync(
            claim,
            db =>
            {
                db.Execute(
                    """
                    UPDATE queue SET state = @state, attempts = attempts + 1, error_kind = @kind, error_message = @message, error_candidates = @candidates,
                      next_attempt = @next WHERE id = @id AND version = @version
                    """,
                    ("@state", (int)state),
                    ("@kind", (int)error.Kind),
                    ("@message", error.Message),
                    ("@candidates", string.Join(',', error.Candidates)),
                    ("@next", nextAttempt is { } next ? SqliteRows.Ticks(next) : null),
                    ("@id", SqliteRows.Key(claim.Document.Id)),
                    ("@version", claim.Document.Version)
                );
                EndLease(db, claim);
            },
            cancellationToken
        );

    public Task<bool> ReleaseAsync(PaymentExportClaim claim, CancellationToken cancellationToken) =>
        UnderClaimAsync(claim, db => EndLease(db, claim), cancellationToken);

    public Task<int> EndLeasesAsync(CancellationToken cancellationToken) =>
        file.InTransactionAsync(
            db =>
            {
                var inForce = db.Query("SELECT count(*) FROM queue WHERE leased_until > @now", row => row.GetInt32(0), ("@now", Now))[0];
                db.Execute("UPDATE queue SET token = NULL, leased_until = NULL");
                return inForce;
            },
            cancellationToken
        );

    public Task<PaymentExportStatus> GetAsync(Guid documentId, CancellationToken cancellationToken) =>
        file.InTransactionAsync(db => Status(db, documentId), cancellationToken);

    public Task<Guid?> FindDocumentAsync(long paymentId, CancellationToken cancellationToken) =>
        file.InTransactionAsync(
            db =>
                db.Query(
                        "SELECT id FROM codes WHERE payment = @payment UNION ALL SELECT id FROM journal WHERE payment = @payment LIMIT 1",
                        row => (Guid?)Guid.Parse(row.GetString(0)),
                        ("@payment", paymentId)
                    )
                    .FirstOrDefault(),
            cancellationToken
        );

    private PaymentEnqueueOutcome Enqueue(SqliteFile db, PaymentDocument document)
    {
        var status = Status(db, document.Id);
        var known = status.Entry?.Document ?? status.Code?.Document;
        if (known?.Version > document.Version)
            return PaymentEnqueueOutcome.Older;
        if (known?.Version == document.Version)
            return known != document ? PaymentEnqueueOutcome.Conflict : Again(db, status.Entry);

        // A newer version keeps the place and the lease of the older one, and starts anew in everything else.
        db.Execute(
            """
            INSERT INTO queue (id, place, account, version, state, attempts, enqueued_at, document)
            VALUES (@id, (SELECT coalesce(max(place), 0) + 1 FROM queue), @account, @version, 0, 0, @now, @document)
            ON CONFLICT (id) DO UPDATE SET account = excluded.account, version = excluded.version, state = 0, attempts = 0, error_kind = NULL, error_message = NULL,
              error_candidates = NULL, next_attempt = NULL, document = excluded.document
            """,
            ("@id", SqliteRows.Key(document.Id)),
            ("@account", document.AccountId),
            ("@version", document.Version),
            ("@now", Now),
            ("@document", PaymentDocumentJson.Write(document))
        );
        return status.Entry is null ? PaymentEnqueueOutcome.Added : PaymentEnqueueOutcome.Replaced;
    }

    private static PaymentEnqueueOutcome Again(SqliteFile db, PaymentQueueEntry? entry)
    {
        if (entry is null)
            return PaymentEnqueueOutcome.AlreadyExported;
        if (entry.State == PaymentQueueState.Waiting)
            return PaymentEnqueueOutcome.AlreadyQueued;
        db.Execute("UPDATE queue SET state = 0, next_attempt = NULL WHERE id = @id", ("@id", SqliteRows.Key(entry.Document.Id)));
        return PaymentEnqueueOutcome.Released;
    }

    private static PaymentExportStatus Status(SqliteFile db, Guid documentId)
    {
        var id = ("@id", (object?)SqliteRows.Key(documentId));
        return new PaymentExportStatus
        {
            Entry = db.Query("SELECT * FROM queue WHERE id = @id", SqliteRows.Entry, id).FirstOrDefault(),
            Intents = db.Query("SELECT * FROM journal WHERE id = @id ORDER BY version", SqliteRows.Intent, id),
            Code = db.Query("SELECT * FROM codes WHERE id = @id", SqliteRows.Code, id).FirstOrDefault(),
        };
    }

    private static void EndLease(SqliteFile db, PaymentExportClaim claim) =>
        db.Execute("UPDATE queue SET token = NULL, leased_until = NULL WHERE id = @id", ("@id", SqliteRows.Key(claim.Document.Id)));

    private Task<bool> UnderClaimAsync(PaymentExportClaim claim, Action<SqliteFile> change, CancellationToken cancellationToken) =>
        file.InTransactionAsync(
            db =>
            {
                var isCurrent =
                    db.Query(
                        "SELECT 1 FROM queue WHERE id = @id AND token = @token",
                        _ => true,
                        ("@id", SqliteRows.Key(claim.Document.Id)),
                        ("@token", SqliteRows.Key(claim.Token))
                    ).Count > 0;
                if (isCurrent)
                    change(db);
                return isCurrent;
            },
            cancellationToken
        );
}
