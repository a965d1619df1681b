using System.Runtime.CompilerServices;
using NodaTime;

namespace Settlements.Balances;

/// <summary>What a synchronisation has seen so far, and whether it goes on.</summary>
internal sealed class SyncRun(int stopAfterFailures, bool keepsTerms)
{
    private readonly Lock _lock = new();
    private readonly List<BalanceSyncFailure> _failures = [];
    private BalanceSyncFailure? _stoppedBy;
    private long _asked;
    private long _saved;
    private long _newer;
    private long _failed;
    private long _terms;
    private int _inARow;

    internal async IAsyncEnumerable<CounterpartyId> UntilStoppedAsync(
        IAsyncEnumerable<CounterpartyId> counterparties,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var counterparty in counterparties.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (IsStopped)
                yield break;
            yield return counterparty;
        }
    }

    private bool IsStopped
    {
        get
        {
            lock (_lock)
                return _stoppedBy is not null;
        }
    }

    /// <summary>Counts one that is about to be asked for; false when nobody is asked for any more.</summary>
    internal bool TryAsk()
    {
        lock (_lock)
        {
            if (_stoppedBy is not null)
                return false;
            _asked++;
            return true;
        }
    }

    internal void Answered(bool isSaved)
    {
        lock (_lock)
        {
            _inARow = 0;
            if (isSaved)
                _saved++;
            else
                _newer++;
        }
    }

    internal void Failed(BalanceSyncFailure failure)
    {
        lock (_lock)
        {
            _failed++;
            if (_failures.Count < BalanceSyncReport.MaxFailures)
                _failures.Add(failure);
            // An answer, even a refusal, shows that somebody is there.
            _inARow = failure.IsTransient ? _inARow + 1 : 0;
            if (_inARow >= stopAfterFailures || failure.Error == SettlementsError.NotAuthenticated)
                _stoppedBy ??= failure;
        }
    }

    internal void TermsChanged()
    {
        lock (_lock)
            _terms++;
    }

    internal BalanceSyncReport Report(TimeSpan elapsed)
    {
        lock (_lock)
            return new BalanceSyncReport
            {
                Asked = _asked,
                Saved = _saved,
                Newer = _newer,
                Failed = _failed,
                Failures = [.. _failures],
                TermsChanged = keepsTerms ? _terms : null,
                StoppedBy = _stoppedBy,
                Elapsed = Duration.FromTimeSpan(elapsed),
            };
    }
}
