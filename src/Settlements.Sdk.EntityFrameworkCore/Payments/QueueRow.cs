using NodaTime;
using Settlements.Payments;

namespace Settlements.EntityFrameworkCore.Payments;

/// <summary>A document in the queue.</summary>
internal sealed class QueueRow
{
    /// <summary>Grows with each document that comes in; a newer version keeps it.</summary>
    public long Place { get; init; }

    public required Guid DocumentId { get; init; }
    public required string AccountId { get; set; }
    public required DocumentColumns Document { get; set; }
    public PaymentQueueState State { get; set; }
    public int Attempts { get; set; }
    public PaymentExportErrorKind? ErrorKind { get; set; }
    public string? ErrorMessage { get; set; }
    public long[] ErrorCandidates { get; set; } = [];
    public Instant? NextAttempt { get; set; }

    /// <summary>The next attempt of an entry that waits for it; null once its time has come, so that those who wait are not passed one by one.</summary>
    public Instant? PausedUntil { get; set; }

    public required Instant EnqueuedAt { get; init; }
    public Guid? Token { get; set; }
    public Instant? LeasedUntil { get; set; }

    public static QueueRow New(PaymentDocument document, Instant now) =>
        new()
        {
            DocumentId = document.Id,
            AccountId = document.AccountId,
            Document = DocumentColumns.Of(document),
            EnqueuedAt = now,
        };

    /// <summary>The same version is handed in once more: one that was set aside waits again.</summary>
    public PaymentEnqueueOutcome Again()
    {
        if (State == PaymentQueueState.Waiting)
            return PaymentEnqueueOutcome.AlreadyQueued;
        (State, NextAttempt, PausedUntil) = (PaymentQueueState.Waiting, null, null);
        return PaymentEnqueueOutcome.Released;
    }

    /// <summary>Takes a version in; one that was tried before counts from nothing again.</summary>
    public PaymentEnqueueOutcome Take(PaymentDocument document)
    {
        (AccountId, Document, State, Attempts) = (document.AccountId, DocumentColumns.Of(document), PaymentQueueState.Waiting, 0);
        (ErrorKind, ErrorMessage, ErrorCandidates, NextAttempt, PausedUntil) = (null, null, [], null, null);
        return PaymentEnqueueOutcome.Replaced;
    }

    public void Fail(PaymentQueueState state, PaymentExportError error, Instant? nextAttempt)
    {
        (State, Attempts, NextAttempt) = (state, Attempts + 1, nextAttempt);
        PausedUntil = state == PaymentQueueState.Waiting ? nextAttempt : null;
        (ErrorKind, ErrorMessage, ErrorCandidates) = (error.Kind, error.Message, [.. error.Candidates]);
    }

    public void EndLease() => (Token, LeasedUntil) = (null, null);

    public PaymentQueueEntry ToEntry() =>
        new()
        {
            Document = Document.ToDocument(DocumentId, AccountId),
            State = State,
            Attempts = Attempts,
            LastError = ErrorKind is { } kind
                ? new PaymentExportError(kind, ErrorMessage ?? "") { Candidates = [.. ErrorCandidates] }
                : null,
            NextAttempt = NextAttempt,
            EnqueuedAt = EnqueuedAt,
        };
}
