using System.Collections.Immutable;
using NodaTime;

namespace Settlements.Balances;

/// <summary>Works the rows of an import into what is kept, and counts.</summary>
internal sealed class BalanceMerge
{
    private readonly KeptBalances _before;
    private readonly StagedImport _import;
    private readonly ImmutableDictionary<CounterpartyId, StoredBalance>.Builder _balances;
    private readonly ImmutableDictionary<CounterpartyId, KeptPayments>.Builder _payments;
    private readonly ImmutableSortedSet<Guid>.Builder _ids;
    private readonly HashSet<CounterpartyId> _present = [];
    private long _added;
    private long _changed;
    private long _unchanged;
    private long _cleared;
    private long _older;
    private long _debtorsCleared;

    private BalanceMerge(KeptBalances before, StagedImport import)
    {
        _before = before;
        _import = import;
        _balances = before.Balances.ToBuilder();
        _payments = before.Payments.ToBuilder();
        _ids = before.Ids.ToBuilder();
    }

    private Instant AsOf => _import.Scope.AsOf;

    internal static (KeptBalances After, BalanceImportChanges Changes) Of(KeptBalances before, StagedImport import, bool clearMissing)
    {
        var merge = new BalanceMerge(before, import);
        merge.TakeBalances();
        merge.TakePayments();
        if (clearMissing)
            merge.ClearMissing();
        return (merge.After(), merge.Changes());
    }

    private void TakeBalances()
    {
        foreach (var row in _import.Balances())
        {
            var id = row.Balance.Counterparty;
            _present.Add(id);
            var kept = _before.Balances.GetValueOrDefault(id);
            if (IsNewer(kept))
            {
                _older++;
                continue;
            }

            _balances[id] = row;
            _ids.Add(id.Value);
            if (row.Balance.Payments is [_, ..] payments)
                Join(id, payments, replaces: true);
            Count(kept, row);
        }
    }

    private void Count(StoredBalance? kept, StoredBalance row)
    {
        if (kept is null)
            _added++;
        else if (BalanceFigures.AreSame(kept.Balance, row.Balance))
            _unchanged++;
        else
            _changed++;
    }

    private void TakePayments()
    {
        foreach (var rows in _import.Payments.GroupBy(row => row.Counterparty))
        {
            var replaces = !IsNewer(_before.Balances.GetValueOrDefault(rows.Key));
            Join(rows.Key, rows.Select(row => row.Payment), replaces);
        }
    }

    private void Join(CounterpartyId counterparty, IEnumerable<BalancePayment> payments, bool replaces) =>
        _payments[counterparty] = _payments.GetValueOrDefault(counterparty, KeptPayments.None).Join(payments, replaces);

    private void ClearMissing()
    {
        foreach (var (id, kept) in _before.Balances)
        {
            if (_present.Contains(id) || _import.IsKept(id) || IsNewer(kept))
                continue;
            _balances[id] = BalanceFigures.Cleared(kept.Balance, AsOf);
            _cleared += BalanceFigures.HasSomethingToClear(kept.Balance) ? 1 : 0;
            _debtorsCleared += BalanceFigures.IsDebtor(kept.Balance) ? 1 : 0;
        }
    }

    private bool IsNewer(StoredBalance? kept) => kept?.ReadAt > AsOf;

    private KeptBalances After() =>
        _before with
        {
            Balances = _balances.ToImmutable(),
            Payments = _payments.ToImmutable(),
            Ids = _ids.ToImmutable(),
        };

    private BalanceImportChanges Changes() =>
        new()
        {
            Added = _added,
            Changed = _changed,
            Unchanged = _unchanged,
            Cleared = _cleared,
            Older = _older,
            DebtorsBefore = _before.Balances.Values.LongCount(kept => BalanceFigures.IsDebtor(kept.Balance)),
            DebtorsCleared = _debtorsCleared,
            PreviousAsOf = _before.LastImport?.Scope.AsOf,
        };
}
