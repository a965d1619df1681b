using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Settlements.Terms;

namespace Settlements.Balances;

/// <summary>Pulls the balances of known counterparties from their source into the store, where no files are sent.</summary>
/// <remarks>
/// <para>
/// Each balance is saved by itself, unless the store has a newer one; nobody is cleared, since the source is asked for each. A counterparty whom the source does not give keeps
/// what the store has. Terms that come with a balance are saved where they are others than before.
/// </para>
/// <para>
/// A source that is down is not asked for everybody: after <see cref="BalanceSyncOptions.StopAfterFailures"/> transient failures in a row the run stops, and at once when the
/// source refuses the credentials, since each further try counts towards locking its user out.
/// </para>
/// </remarks>
public sealed class BalanceSync
{
    private readonly IBalanceSource _source;
    private readonly IBalanceStore _store;
    private readonly IPaymentTermsStore? _terms;
    private readonly BalanceSyncOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Makes a synchronisation; a host has one by <c>AddSettlements().AddBalanceSync()</c>.</summary>
    /// <param name="source">What is asked.</param>
    /// <param name="store">Where balances are kept.</param>
    /// <param name="options">How it is asked; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="terms">Where terms are kept; null when the host keeps none.</param>
    /// <param name="logger">Gets the outcome of each run; null for none.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> or <paramref name="store"/> is null.</exception>
    public BalanceSync(
        IBalanceSource source,
        IBalanceStore store,
        BalanceSyncOptions? options = null,
        TimeProvider? time = null,
        IPaymentTermsStore? terms = null,
        ILogger<BalanceSync>? logger = null
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(store);
        _options = options ?? new BalanceSyncOptions();
        if (_options.Problems().ToList() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        (_source, _store, _terms) = (source, store, terms);
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger<BalanceSync>.Instance;
    }

    /// <summary>Asks for everybody whom the store has a balance of, and for <see cref="BalanceSyncOptions.Others"/>.</summary>
    /// <param name="cancellationToken">Cancels; what was saved stays.</param>
    /// <returns>The run's report; a source that fails is in it and throws nothing.</returns>
    public Task<BalanceSyncReport> RunOnceAsync(CancellationToken cancellationToken = default) =>
        RunAsync(KnownAsync(cancellationToken), cancellationToken);

    /// <summary>Asks for certain counterparties.</summary>
    /// <param name="counterparties">Whose balances.</param>
    /// <param name="cancellationToken">Cancels; what was saved stays.</param>
    /// <returns>The run's report; a source that fails is in it and throws nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counterparties"/> is null.</exception>
    public Task<BalanceSyncReport> RunOnceAsync(IEnumerable<CounterpartyId> counterparties, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(counterparties);
        return RunAsync(counterparties.ToAsyncEnumerable(), cancellationToken);
    }

    private async Task<BalanceSyncReport> RunAsync(IAsyncEnumerable<CounterpartyId> counterparties, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        var run = new SyncRun(_options.StopAfterFailures, _terms is not null);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.MaxConcurrency, CancellationToken = cancellationToken };
        await Parallel
            .ForEachAsync(
                run.UntilStoppedAsync(counterparties, cancellationToken),
                parallel,
                async (counterparty, token) => await SyncAsync(counterparty, run, token).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        var report = run.Report(_time.GetElapsedTime(began));
        ImportLog.Synchronised(_logger, report);
        return report;
    }

    private async Task SyncAsync(CounterpartyId counterparty, SyncRun run, CancellationToken cancellationToken)
    {
        if (!run.TryAsk())
            return;
        var readAt = _time.GetCurrentInstant();
        CounterpartyBalance balance;
        try
        {
            balance = await _source.GetBalanceAsync(counterparty, cancellationToken).ConfigureAwait(false);
        }
        catch (SettlementsException e)
        {
            run.Failed(new BalanceSyncFailure(counterparty, e.Error, e.Message, e.IsTransient));
            return;
        }

        run.Answered(await _store.SaveAsync(new StoredBalance(balance, readAt), cancellationToken).ConfigureAwait(false));
        if (_terms is null || balance.Terms is not { } terms)
            return;
        if (await _terms.SaveIfChangedAsync(PaymentTermsOwner.Of(counterparty), terms, cancellationToken).ConfigureAwait(false))
            run.TermsChanged();
    }

    private async IAsyncEnumerable<CounterpartyId> KnownAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CounterpartyId? after = null;
        do
        {
            var page = await _store.ListAsync(after, _options.PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var counterparty in page)
                yield return counterparty;
            after = page.Count == _options.PageSize ? page[^1] : null;
        } while (after is not null);

        if (_options.Others is not { } others)
            yield break;
        await foreach (var counterparty in others(cancellationToken).ConfigureAwait(false))
            yield return counterparty;
    }
}
