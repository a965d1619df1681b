using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Settlements.BillManager;

namespace Settlements.Payments;

/// <summary>Exports payment documents of 1C into BILLmanager: each becomes exactly one credited payment.</summary>
/// <remarks>
/// <para>
/// Hand documents in by <see cref="IPaymentExportStore.EnqueueAsync"/>; a run works off what is due. For each document it finds company, account, payment
/// method and payer, adds the payment, reads it back, writes number and date into it, credits it, and reads it back again. Only then does the document
/// leave the queue.
/// </para>
/// <para>
/// What is about to be sent is in the journal before it is sent. After a time-out, a broken connection or a crash the next run looks in the panel before it
/// sends anything; what it cannot tell apart it leaves to a person. Nothing is ever sent on a guess.
/// </para>
/// <para>Safe for concurrent use, by several processes over one store too: a document belongs to whoever has claimed it.</para>
/// </remarks>
public sealed class PaymentExporter
{
    private readonly BillManagerClient _client;
    private readonly IPaymentExportStore _store;
    private readonly IAccountDirectory _accounts;
    private readonly PaymentExportOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Makes an exporter.</summary>
    /// <param name="client">The panel.</param>
    /// <param name="store">Queue, journal and register.</param>
    /// <param name="accounts">The accounts loaded by <see cref="AccountLoader"/>; one that is not there is asked for in the panel.</param>
    /// <param name="options">How to export; not to be changed afterwards. Null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="logger">Gets ids, states and reasons; null for none.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it, the value's problem and the fix.</exception>
    public PaymentExporter(
        BillManagerClient client,
        IPaymentExportStore store,
        IAccountDirectory accounts,
        PaymentExportOptions? options = null,
        TimeProvider? time = null,
        ILogger<PaymentExporter>? logger = null
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(accounts);
        _options = options ?? new PaymentExportOptions();
        if (PaymentExportOptionsProblems.Of(_options).ToList() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));

        (_client, _store, _accounts) = (client, store, accounts);
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger<PaymentExporter>.Instance;
    }

    /// <summary>Works off the documents that are due, once.</summary>
    /// <remarks>A panel that is down ends the run early and leaves the queue as it was. One bad document never stops the others.</remarks>
    /// <param name="ignorePauses">True to try those too that wait for a later attempt: somebody asks for it now.</param>
    /// <param name="cancellationToken">Stops the run; a call under way may still take effect, and the next run looks first.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<ExportReport> RunOnceAsync(bool ignorePauses = false, CancellationToken cancellationToken = default)
    {
        var (startedAt, calls) = (_time.GetCurrentInstant(), _client.CallsSent);
        var due = await _store.ListDueAsync(ignorePauses, _options.MaxDocuments, cancellationToken).ConfigureAwait(false);
        if (due.Count == 0)
            return Report(startedAt, calls, [], stoppedBy: null);

        var (run, failure) = await BeginAsync(cancellationToken).ConfigureAwait(false);
        if (run is null)
            return Report(startedAt, calls, [.. due.Select(document => NotReached(document.DocumentId, failure!))], failure!.Value.Error);

        var reached = await run.RunAsync(due, cancellationToken).ConfigureAwait(false);
        var stoppedBy = run.Health.StoppedBy;
        return Report(
            startedAt,
            calls,
            [
                .. due.Select(document =>
                    reached.GetValueOrDefault(document.DocumentId) ?? NotReached(document.DocumentId, Stopped(stoppedBy!))
                ),
            ],
            stoppedBy
        );
    }

    /// <summary>Says what a run would make of documents, without sending anything to the panel or writing anything to the store.</summary>
    /// <remarks>
    /// Documents that are exported already in the same version are reported as such. Each is judged by itself, whether or not it stands in the queue.
    /// </remarks>
    /// <param name="documents">The documents, at most one version of each.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ExportReport> PlanAsync(IReadOnlyCollection<PaymentDocument> documents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var (startedAt, calls) = (_time.GetCurrentInstant(), _client.CallsSent);
        List<PaymentExportResult> results = [];
        if (documents.Count == 0)
            return Report(startedAt, calls, results, stoppedBy: null);

        var (run, failure) = await BeginAsync(cancellationToken).ConfigureAwait(false);
        if (run is null)
            return Report(startedAt, calls, [.. documents.Select(document => NotReached(document.Id, failure!))], failure!.Value.Error);
        foreach (var document in documents)
        {
            results.Add(
                run.Health.StoppedBy is { } stoppedBy
                    ? NotReached(document.Id, Stopped(stoppedBy))
                    : await PlanAsync(run, document, cancellationToken).ConfigureAwait(false)
            );
        }
        return Report(startedAt, calls, results, run.Health.StoppedBy);
    }

    private async Task<PaymentExportResult> PlanAsync(ExportRun run, PaymentDocument document, CancellationToken cancellationToken)
    {
        var status = await _store.GetAsync(document.Id, cancellationToken).ConfigureAwait(false);
        if (status.Code is { } code && code.Version >= document.Version)
            return PaymentExportResults.OfCode(code, document);

        var claim = new PaymentExportClaim
        {
            Token = Guid.Empty,
            LeasedUntil = _time.GetCurrentInstant(),
            Entry = new PaymentQueueEntry
            {
                Document = document,
                State = PaymentQueueState.Waiting,
                EnqueuedAt = _time.GetCurrentInstant(),
            },
            Intents = status.Intents,
            Code = status.Code,
        };
        return await run.PlanAsync(claim, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(ExportRun? Run, (PaymentExportState State, PaymentExportError Error)? Failure)> BeginAsync(
        CancellationToken cancellationToken
    )
    {
        try
        {
            var accounts = await _accounts.ListAsync(cancellationToken).ConfigureAwait(false);
            var reference = await PanelReference.LoadAsync(_client, cancellationToken).ConfigureAwait(false);
            return (new ExportRun(_client, _store, _options, _time, _logger, reference, accounts), null);
        }
        catch (BillManagerException e)
        {
            var verdict = PanelVerdict.AtStart(e);
            return (null, (verdict.State, new PaymentExportError(verdict.Kind, e.Message)));
        }
    }

    private ExportReport Report(Instant startedAt, long callsBefore, List<PaymentExportResult> results, PaymentExportError? stoppedBy)
    {
        var report = new ExportReport
        {
            Results = results,
            StoppedBy = stoppedBy,
            Calls = _client.CallsSent - callsBefore,
            StartedAt = startedAt,
            Elapsed = _time.GetCurrentInstant() - startedAt,
        };
        if (stoppedBy is not null)
            PaymentLog.RunStopped(_logger, stoppedBy.Message);
        var done = results.Count(result => result.State is PaymentExportState.Exported or PaymentExportState.Removed);
        PaymentLog.RunEnded(_logger, done, results.Count, report.Elapsed.ToTimeSpan(), report.Calls);
        return report;
    }

    private static (PaymentExportState State, PaymentExportError Error)? Stopped(PaymentExportError error) =>
        (error.Kind == PaymentExportErrorKind.NotAuthenticated ? PaymentExportState.Failed : PaymentExportState.Waiting, error);

    private static PaymentExportResult NotReached(Guid documentId, (PaymentExportState State, PaymentExportError Error)? failure) =>
        new()
        {
            DocumentId = documentId,
            State = failure!.Value.State,
            Error = failure.Value.Error,
        };
}
