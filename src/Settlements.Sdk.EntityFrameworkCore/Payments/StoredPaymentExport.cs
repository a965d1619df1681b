using Microsoft.EntityFrameworkCore;
using NodaTime;
using Settlements.EntityFrameworkCore.Turns;
using Settlements.Payments;

namespace Settlements.EntityFrameworkCore.Payments;

/// <summary>Queue, journal and register in the database.</summary>
internal sealed class StoredPaymentExport(StoreDatabase database, TimeProvider time) : IPaymentExportStore
{
    public Task<PaymentEnqueueOutcome> EnqueueAsync(PaymentDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        return database.InTransactionAsync(context => EnqueueAsync(context, document, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyList<QueuedPayment>> ListDueAsync(bool ignorePauses, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var now = Now();
        if (!ignorePauses)
            await QueuePauses.EndAsync(database, now, cancellationToken).ConfigureAwait(false);
        return await database
            .ReadAsync(
                context =>
                {
                    // Few are leased at a time, however long the queue; those that are paused may be many, and have no place in the index.
                    var waiting = ignorePauses
                        ? context.PaymentQueue.Where(row => row.State == PaymentQueueState.Waiting)
                        : context.DueQueue();
                    return waiting
                        .Where(row => row.LeasedUntil == null || row.LeasedUntil <= now)
                        .OrderBy(row => row.Place)
                        .Take(limit)
                        .Select(row => new QueuedPayment(row.DocumentId, row.AccountId))
                        .ToListAsync(cancellationToken);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    public Task<PaymentExportClaim?> ClaimAsync(Guid documentId, Duration lease, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async context =>
            {
                var row = await FindAsync(context, documentId, cancellationToken).ConfigureAwait(false);
                if (row is not { State: PaymentQueueState.Waiting })
                    return null;
                await context.TakeTurnAsync($"account {row.AccountId}", cancellationToken).ConfigureAwait(false);
                var now = Now();
                var isLent = await context
                    .PaymentQueue.AnyAsync(other => other.AccountId == row.AccountId && other.LeasedUntil > now, cancellationToken)
                    .ConfigureAwait(false);
                if (isLent)
                    return null;

                var (token, until) = (Guid.NewGuid(), now + lease);
                (row.Token, row.LeasedUntil) = (token, until);
                return new PaymentExportClaim
                {
                    Token = token,
                    LeasedUntil = until,
                    Entry = row.ToEntry(),
                    Intents = await IntentsAsync(context, documentId, cancellationToken).ConfigureAwait(false),
                    Code = await CodeAsync(context, documentId, cancellationToken).ConfigureAwait(false),
                };
            },
            cancellationToken
        );

    public Task<bool> RecordIntentAsync(PaymentExportClaim claim, PaymentIntent intent, Duration lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return UnderClaimAsync(
            claim,
            async (context, row) =>
            {
                var earlier = context.PaymentIntents.Where(other =>
                    other.DocumentId == intent.DocumentId && other.Version == intent.Version
                );
                await earlier.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                context.PaymentIntents.Add(IntentRow.Of(intent));
                row.LeasedUntil = Now() + lease;
            },
            cancellationToken
        );
    }

    public Task<bool> CompleteAsync(PaymentExportClaim claim, PaymentCode code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        return UnderClaimAsync(
            claim,
            async (context, row) =>
            {
                var (id, version) = (code.DocumentId, code.Version);
                await context
                    .PaymentCodes.Where(other => other.DocumentId == id)
                    .ExecuteDeleteAsync(cancellationToken)
                    .ConfigureAwait(false);
                context.PaymentCodes.Add(CodeRow.Of(code));
                await context
                    .PaymentIntents.Where(intent => intent.DocumentId == id && intent.Version <= version)
                    .ExecuteDeleteAsync(cancellationToken)
                    .ConfigureAwait(false);
                if (row.Document.Version <= version)
                    context.PaymentQueue.Remove(row);
                else
                    row.EndLease();
            },
            cancellationToken
        );
    }

    public Task<bool> FailAsync(
        PaymentExportClaim claim,
        PaymentQueueState state,
        PaymentExportError error,
        Instant? nextAttempt,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(error);
        return UnderClaimAsync(
            claim,
            (_, row) =>
            {
                if (row.Document.Version <= claim.Document.Version)
                    row.Fail(state, error, nextAttempt);
                row.EndLease();
                return Task.CompletedTask;
            },
            cancellationToken
        );
    }

    public Task<bool> ReleaseAsync(PaymentExportClaim claim, CancellationToken cancellationToken) =>
        UnderClaimAsync(
            claim,
            (_, row) =>
            {
                row.EndLease();
                return Task.CompletedTask;
            },
            cancellationToken
        );

    public Task<int> EndLeasesAsync(CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async context =>
            {
                var now = Now();
                var rows = await context
                    .PaymentQueue.Where(row => row.LeasedUntil != null)
                    .ToListAsync(cancellationToken)
                    .ConfigureAwait(false);
                var inForce = rows.Count(row => row.LeasedUntil > now);
                rows.ForEach(row => row.EndLease());
                return inForce;
            },
            cancellationToken
        );

    public Task<PaymentExportStatus> GetAsync(Guid documentId, CancellationToken cancellationToken) =>
        database.ReadTogetherAsync(
            async context => new PaymentExportStatus
            {
                Entry = (
                    await context
                        .PaymentQueue.AsNoTracking()
                        .SingleOrDefaultAsync(row => row.DocumentId == documentId, cancellationToken)
                        .ConfigureAwait(false)
                )?.ToEntry(),
                Intents = await IntentsAsync(context, documentId, cancellationToken).ConfigureAwait(false),
                Code = await CodeAsync(context, documentId, cancellationToken).ConfigureAwait(false),
            },
            cancellationToken
        );

    public Task<Guid?> FindDocumentAsync(long paymentId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async context =>
            {
                // One query, so that a payment on its way from the journal to the register is in one of them.
                var documents = await context
                    .PaymentCodes.Where(code => code.PaymentId == paymentId)
                    .Select(code => code.DocumentId)
                    .Concat(context.PaymentIntents.Where(intent => intent.PaymentId == paymentId).Select(intent => intent.DocumentId))
                    .ToListAsync(cancellationToken)
                    .ConfigureAwait(false);
                return documents.Count > 0 ? documents[0] : (Guid?)null;
            },
            cancellationToken
        );

    private async Task<PaymentEnqueueOutcome> EnqueueAsync(
        SettlementsDbContext context,
        PaymentDocument document,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(context, document.Id, cancellationToken).ConfigureAwait(false) is { } row)
        {
            if (Known(row.ToEntry().Document, document) is not { } known)
                return row.Take(document);
            return known == PaymentEnqueueOutcome.AlreadyQueued ? row.Again() : known;
        }

        if (await ExportedAsync(context, document, cancellationToken).ConfigureAwait(false) is { } exported)
            return exported;
        var added = context.PaymentQueue.Add(QueueRow.New(document, Now())).Entity;
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        // From here on nobody else can hand the document in. Meanwhile somebody may have done so, and exported it.
        if (await ExportedAsync(context, document, cancellationToken).ConfigureAwait(false) is not { } overtaken)
            return PaymentEnqueueOutcome.Added;
        context.PaymentQueue.Remove(added);
        return overtaken;
    }

    private static async Task<PaymentEnqueueOutcome?> ExportedAsync(
        SettlementsDbContext context,
        PaymentDocument document,
        CancellationToken cancellationToken
    ) =>
        await CodeAsync(context, document.Id, cancellationToken).ConfigureAwait(false) is { } code
        && Known(code.Document, document) is { } known
            ? known == PaymentEnqueueOutcome.AlreadyQueued
                ? PaymentEnqueueOutcome.AlreadyExported
                : known
            : null;

    /// <summary>What a document is beside the version that is kept; null for a newer one.</summary>
    private static PaymentEnqueueOutcome? Known(PaymentDocument kept, PaymentDocument document)
    {
        if (kept.Version < document.Version)
            return null;
        if (kept.Version > document.Version)
            return PaymentEnqueueOutcome.Older;
        return kept == document ? PaymentEnqueueOutcome.AlreadyQueued : PaymentEnqueueOutcome.Conflict;
    }

    private static Task<QueueRow?> FindAsync(SettlementsDbContext context, Guid documentId, CancellationToken cancellationToken) =>
        context.FindLockedAsync<QueueRow>(nameof(QueueRow.DocumentId), documentId, cancellationToken);

    private static async Task<IReadOnlyList<PaymentIntent>> IntentsAsync(
        SettlementsDbContext context,
        Guid documentId,
        CancellationToken cancellationToken
    )
    {
        var rows = await context
            .PaymentIntents.AsNoTracking()
            .Where(row => row.DocumentId == documentId)
            .OrderBy(row => row.Version)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return [.. rows.Select(row => row.ToIntent())];
    }

    private static async Task<PaymentCode?> CodeAsync(SettlementsDbContext context, Guid documentId, CancellationToken cancellationToken)
    {
        var codes = context.PaymentCodes.AsNoTracking();
        var row = await codes.SingleOrDefaultAsync(row => row.DocumentId == documentId, cancellationToken).ConfigureAwait(false);
        return row?.ToCode();
    }

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());

    private Task<bool> UnderClaimAsync(
        PaymentExportClaim claim,
        Func<SettlementsDbContext, QueueRow, Task> change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(claim);
        return database.InTransactionAsync(
            async context =>
            {
                var row = await FindAsync(context, claim.Document.Id, cancellationToken).ConfigureAwait(false);
                if (row is null || row.Token != claim.Token)
                    return false;
                await change(context, row).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );
    }
}
