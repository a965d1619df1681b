using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using Settlements.BillManager;

namespace Settlements.Payments;

/// <summary>One run: the documents of one client in order, several clients at one time.</summary>
internal sealed class ExportRun
{
    private readonly BillManagerClient _client;
    private readonly IPaymentExportStore _store;
    private readonly PaymentExportOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly AccountFinder _accounts;
    private readonly PaymentPlanner _planner;
    private readonly PaymentReader _reader;
    private readonly PaymentLookup _lookup;

    internal ExportRun(
        BillManagerClient client,
        IPaymentExportStore store,
        PaymentExportOptions options,
        TimeProvider time,
        ILogger logger,
        PanelReference reference,
        IReadOnlyList<ClientAccount> accounts
    )
    {
        (_client, _store, _options, _time, _logger) = (client, store, options, time, logger);
        Health = new RunHealth(options.StopAfterFailures);
        _accounts = new AccountFinder(client, reference, accounts);
        _planner = new PaymentPlanner(reference, _accounts, new PayerFinder(client, _accounts, options.OnAmbiguousPayer), options);
        _reader = new PaymentReader(client, reference);
        _lookup = new PaymentLookup(client, _reader, store);
    }

    internal RunHealth Health { get; }

    /// <returns>A result for each document that the run came to, by its id.</returns>
    internal async Task<IReadOnlyDictionary<Guid, PaymentExportResult>> RunAsync(
        IReadOnlyList<QueuedPayment> due,
        CancellationToken cancellationToken
    )
    {
        var results = new ConcurrentDictionary<Guid, PaymentExportResult>();
        var clients = due.GroupBy(document => _accounts.ClientKey(document.AccountId), StringComparer.Ordinal);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.MaxParallelClients, CancellationToken = cancellationToken };
        await Parallel
            .ForEachAsync(
                clients,
                parallel,
                async (documents, stop) =>
                {
                    foreach (var document in documents)
                    {
                        if (Health.StoppedBy is not null)
                            return;
                        results[document.DocumentId] = await ExportAsync(document, stop).ConfigureAwait(false);
                    }
                }
            )
            .ConfigureAwait(false);
        return results;
    }

    /// <summary>What would become of a document; nothing is sent and nothing is written.</summary>
    internal async Task<PaymentExportResult> PlanAsync(PaymentExportClaim claim, CancellationToken cancellationToken)
    {
        var export = Make(claim, isDryRun: true);
        try
        {
            await export.RunAsync(cancellationToken).ConfigureAwait(false);
            return export.Result(claim.Document.IsWithdrawn ? PaymentExportState.Removed : PaymentExportState.Exported);
        }
        catch (DryRunException)
        {
            return export.Result(PaymentExportState.Planned);
        }
        catch (DocumentHeldException e)
        {
            return export.Result(e.State, e.Error);
        }
        catch (BillManagerException e)
        {
            var verdict = PanelVerdict.Of(e, claim.Entry.Attempts + 1);
            var error = new PaymentExportError(verdict.Kind, e.Message);
            Health.Failed(verdict, error);
            return export.Result(verdict.State, error);
        }
    }

    private async Task<PaymentExportResult> ExportAsync(QueuedPayment due, CancellationToken cancellationToken)
    {
        var lease = Duration.FromTimeSpan(_options.Lease);
        if (await _store.ClaimAsync(due.DocumentId, lease, cancellationToken).ConfigureAwait(false) is not { } claim)
            return Elsewhere(due.DocumentId, new PaymentExportResult { DocumentId = due.DocumentId, State = PaymentExportState.Waiting });

        var export = Make(claim, isDryRun: false);
        try
        {
            var code = await export.RunAsync(cancellationToken).ConfigureAwait(false);
            Health.Answered();
            // Whatever the caller wants now, this is done and must be known as done.
            return await _store.CompleteAsync(claim, code, CancellationToken.None).ConfigureAwait(false)
                ? export.Result(code.IsRemoved ? PaymentExportState.Removed : PaymentExportState.Exported)
                : Elsewhere(due.DocumentId, export.Result(PaymentExportState.Waiting));
        }
        catch (DocumentHeldException e)
        {
            Health.Answered();
            return await HoldAsync(claim, export.Result(e.State, e.Error)).ConfigureAwait(false);
        }
        catch (BillManagerException e)
        {
            return await HoldAsync(claim, export, e).ConfigureAwait(false);
        }
        catch (ClaimLostException)
        {
            return Elsewhere(due.DocumentId, export.Result(PaymentExportState.Waiting));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await _store.ReleaseAsync(claim, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (Exception e)
        {
            PaymentLog.Unexpected(_logger, e, due.DocumentId);
            var error = new PaymentExportError(PaymentExportErrorKind.Unexpected, $"{e.GetType().Name}: see the log.");
            return await HoldAsync(claim, export.Result(PaymentExportState.Waiting, error)).ConfigureAwait(false);
        }
    }

    private DocumentExport Make(PaymentExportClaim claim, bool isDryRun)
    {
        var writer = new PaymentWriter(_client, _store, claim, Duration.FromTimeSpan(_options.Lease), isDryRun);
        return new DocumentExport(claim, _planner, _reader, _lookup, writer, _options.OnCreditedChange, _time);
    }

    private async Task<PaymentExportResult> HoldAsync(PaymentExportClaim claim, DocumentExport export, BillManagerException failure)
    {
        var verdict = PanelVerdict.Of(failure, claim.Entry.Attempts + 1);
        var error = new PaymentExportError(verdict.Kind, failure.Message);
        if (!Health.Failed(verdict, error))
            return await HoldAsync(claim, export.Result(verdict.State, error)).ConfigureAwait(false);

        // The queue stays as it was; the journal keeps what was under way.
        await _store.ReleaseAsync(claim, CancellationToken.None).ConfigureAwait(false);
        return export.Result(verdict.EndsRun ? verdict.State : PaymentExportState.Waiting, error);
    }

    private async Task<PaymentExportResult> HoldAsync(PaymentExportClaim claim, PaymentExportResult result)
    {
        var error = result.Error!;
        PaymentLog.Held(_logger, result.DocumentId, result.State, error.Kind, error.Message);
        var (state, next) = result.State switch
        {
            PaymentExportState.Waiting => (PaymentQueueState.Waiting, NextAttempt(claim.Entry.Attempts + 1)),
            PaymentExportState.Failed => (PaymentQueueState.Failed, (Instant?)null),
            _ => (PaymentQueueState.NeedsAttention, null),
        };
        return await _store.FailAsync(claim, state, error, next, CancellationToken.None).ConfigureAwait(false)
            ? result
            : Elsewhere(result.DocumentId, result with { State = PaymentExportState.Waiting });
    }

    private Instant? NextAttempt(int attempts) => _time.GetCurrentInstant() + Duration.FromTimeSpan(_options.PauseAfter(attempts));

    private static PaymentExportResult Elsewhere(Guid documentId, PaymentExportResult result) =>
        result with
        {
            DocumentId = documentId,
            Error = new PaymentExportError(
                PaymentExportErrorKind.ClaimedElsewhere,
                "Another process works on the document or on another of its account."
            ),
        };
}
