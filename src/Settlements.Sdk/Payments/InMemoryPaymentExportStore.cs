using NodaTime;

namespace Settlements.Payments;

/// <summary>Queue, journal and register in the memory of one process: for tests, and for trying things out.</summary>
/// <param name="time">The clock by which leases end.</param>
/// <remarks>
/// Safe for concurrent use. A crash loses the journal, and with it the certainty about calls that were under way: a real panel wants a store that
/// survives.
/// </remarks>
public sealed class InMemoryPaymentExportStore(TimeProvider time) : IPaymentExportStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, QueueRow> _queue = [];
    private readonly Dictionary<(Guid Document, long Version), PaymentIntent> _journal = [];
    private readonly Dictionary<Guid, PaymentCode> _codes = [];
    private long _places;

    /// <inheritdoc/>
    public Task<PaymentEnqueueOutcome> EnqueueAsync(PaymentDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        return LockedAsync(Enqueue, cancellationToken);

        PaymentEnqueueOutcome Enqueue()
        {
            var row = _queue.GetValueOrDefault(document.Id);
            var known = row?.Entry.Document ?? _codes.GetValueOrDefault(document.Id)?.Document;
            if (known?.Version > document.Version)
                return PaymentEnqueueOutcome.Older;
            if (known?.Version == document.Version)
                return known != document ? PaymentEnqueueOutcome.Conflict : Again(row);

            _queue[document.Id] = new QueueRow
            {
                Entry = new PaymentQueueEntry
                {
                    Document = document,
                    State = PaymentQueueState.Waiting,
                    EnqueuedAt = row?.Entry.EnqueuedAt ?? time.GetCurrentInstant(),
                },
                Place = row?.Place ?? ++_places,
                Token = row?.Token,
                LeasedUntil = row?.LeasedUntil,
            };
            return row is null ? PaymentEnqueueOutcome.Added : PaymentEnqueueOutcome.Replaced;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<QueuedPayment>> ListDueAsync(bool ignorePauses, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return LockedAsync<IReadOnlyList<QueuedPayment>>(List, cancellationToken);

        List<QueuedPayment> List()
        {
            var now = time.GetCurrentInstant();
            return
            [
                .. _queue
                    .Values.Where(row => row.IsDue(now, ignorePauses))
                    .OrderBy(row => row.Place)
                    .Take(limit)
                    .Select(row => new QueuedPayment(row.Entry.Document.Id, row.Entry.Document.AccountId)),
            ];
        }
    }

    /// <inheritdoc/>
    public Task<PaymentExportClaim?> ClaimAsync(Guid documentId, Duration lease, CancellationToken cancellationToken)
    {
        return LockedAsync(Claim, cancellationToken);

        PaymentExportClaim? Claim()
        {
            var now = time.GetCurrentInstant();
            if (!_queue.TryGetValue(documentId, out var row) || row.Entry.State != PaymentQueueState.Waiting)
                return null;
            var account = row.Entry.Document.AccountId;
            if (_queue.Values.Any(other => other.IsLeased(now) && other.Entry.Document.AccountId == account))
                return null;

            var claimed = row with { Token = Guid.NewGuid(), LeasedUntil = now + lease };
            _queue[documentId] = claimed;
            return new PaymentExportClaim
            {
                Token = claimed.Token.Value,
                LeasedUntil = claimed.LeasedUntil.Value,
                Entry = claimed.Entry,
                Intents = IntentsOf(documentId),
                Code = _codes.GetValueOrDefault(documentId),
            };
        }
    }

    /// <inheritdoc/>
    public Task<bool> RecordIntentAsync(PaymentExportClaim claim, PaymentIntent intent, Duration lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return UnderClaimAsync(
            claim,
            row =>
            {
                _journal[(intent.DocumentId, intent.Version)] = intent;
                _queue[row.Entry.Document.Id] = row with { LeasedUntil = time.GetCurrentInstant() + lease };
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> CompleteAsync(PaymentExportClaim claim, PaymentCode code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        return UnderClaimAsync(
            claim,
            row =>
            {
                _codes[code.DocumentId] = code;
                foreach (var key in _journal.Keys.Where(key => key.Document == code.DocumentId && key.Version <= code.Version).ToList())
                    _journal.Remove(key);
                if (row.Entry.Document.Version <= code.Version)
                    _queue.Remove(code.DocumentId);
                else
                    _queue[code.DocumentId] = row.Unleased();
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
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
            row =>
            {
                var entry = row.Entry with
                {
                    State = state,
                    Attempts = row.Entry.Attempts + 1,
                    LastError = error,
                    NextAttempt = nextAttempt,
                };
                var isNewer = row.Entry.Document.Version > claim.Document.Version;
                _queue[entry.Document.Id] = (isNewer ? row : row with { Entry = entry }).Unleased();
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> ReleaseAsync(PaymentExportClaim claim, CancellationToken cancellationToken) =>
        UnderClaimAsync(claim, row => _queue[row.Entry.Document.Id] = row.Unleased(), cancellationToken);

    /// <inheritdoc/>
    public Task<int> EndLeasesAsync(CancellationToken cancellationToken)
    {
        return LockedAsync(End, cancellationToken);

        int End()
        {
            var now = time.GetCurrentInstant();
            var leased = _queue.Where(row => row.Value.Token is not null).ToList();
            foreach (var (id, row) in leased)
                _queue[id] = row.Unleased();
            return leased.Count(row => row.Value.IsLeased(now));
        }
    }

    /// <inheritdoc/>
    public Task<PaymentExportStatus> GetAsync(Guid documentId, CancellationToken cancellationToken) =>
        LockedAsync(
            () =>
                new PaymentExportStatus
                {
                    Entry = _queue.GetValueOrDefault(documentId)?.Entry,
                    Intents = IntentsOf(documentId),
                    Code = _codes.GetValueOrDefault(documentId),
                },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<Guid?> FindDocumentAsync(long paymentId, CancellationToken cancellationToken) =>
        LockedAsync(
            () =>
                _codes.Values.FirstOrDefault(code => code.PaymentId == paymentId)?.DocumentId
                ?? _journal.Values.FirstOrDefault(intent => intent.PaymentId == paymentId)?.DocumentId,
            cancellationToken
        );

    private List<PaymentIntent> IntentsOf(Guid documentId) =>
        [.. _journal.Values.Where(intent => intent.DocumentId == documentId).OrderBy(intent => intent.Version)];

    private PaymentEnqueueOutcome Again(QueueRow? row)
    {
        if (row is null)
            return PaymentEnqueueOutcome.AlreadyExported;
        if (row.Entry.State == PaymentQueueState.Waiting)
            return PaymentEnqueueOutcome.AlreadyQueued;
        _queue[row.Entry.Document.Id] = row with { Entry = row.Entry with { State = PaymentQueueState.Waiting, NextAttempt = null } };
        return PaymentEnqueueOutcome.Released;
    }

    private Task<bool> UnderClaimAsync(PaymentExportClaim claim, Action<QueueRow> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return LockedAsync(
            () =>
            {
                if (!_queue.TryGetValue(claim.Document.Id, out var row) || row.Token != claim.Token)
                    return false;
                change(row);
                return true;
            },
            cancellationToken
        );
    }

    private Task<T> LockedAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Task.FromResult(work());
    }
}
