using NodaTime;
using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>Works the rows of an import into the store's tables, in one transaction.</summary>
/// <remarks>
/// What is to be done to whom is planned first, in a table of the import, and then written set by set. A counterparty whose figures are the same is in no plan when the
/// import is a full snapshot and the one before had it too: its moment is the snapshot's (<see cref="BalanceRow.IsOfSnapshot"/>). So an import writes what has changed,
/// and locks no more.
/// </remarks>
internal sealed class BalanceMerge(ImportSession session, BalanceImportScope scope, bool clearMissing)
{
    private readonly string _asOf = StoredValues.ToText(scope.AsOf);
    private LastImport _last = LastImport.None;
    private BalanceMergeSql _sql = null!;

    /// <summary>What it does.</summary>
    public BalanceImportChanges Changes { get; private set; } = null!;

    // A snapshot older than the last one brings its rows with its own moment, and leaves the last one's where it is.
    private bool IsSnapshot => clearMissing && !_last.HasSnapshotAfter(_asOf);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await session.BeginAsync(_asOf, cancellationToken).ConfigureAwait(false);
        _last = await LastAsync(cancellationToken).ConfigureAwait(false);
        _sql = new BalanceMergeSql(session, IsSnapshot, _last.HasSnapshotAfter(_asOf));
        var before = await CountAsync(cancellationToken).ConfigureAwait(false);
        var counts =
            before.Balances == 0
                ? await InsertAllAsync(before, cancellationToken).ConfigureAwait(false)
                : await MergeAsync(before, cancellationToken).ConfigureAwait(false);
        await RunAsync(_sql.JoinHistory, cancellationToken).ConfigureAwait(false);
        Changes = Counted(before, counts);
    }

    public async Task CommitAsync(Instant now, CancellationToken cancellationToken)
    {
        await session
            .RunAsync(
                _sql.Record,
                cancellationToken,
                ("kind", scope.Kind.ToString()),
                ("asOf", _asOf),
                ("hasDocuments", scope.HasDocuments),
                ("committedAt", StoredValues.ToText(now)),
                ("added", Changes.Added),
                ("changed", Changes.Changed),
                ("unchanged", Changes.Unchanged),
                ("cleared", Changes.Cleared),
                ("older", Changes.Older),
                ("debtorsBefore", Changes.DebtorsBefore),
                ("debtorsCleared", Changes.DebtorsCleared),
                ("previousAsOf", _last.AsOf),
                ("snapshotAsOf", IsSnapshot ? _asOf : _last.SnapshotAsOf)
            )
            .ConfigureAwait(false);
        await session.CommitAsync().ConfigureAwait(false);
    }

    /// <summary>There was nothing before: the rows go in as they are.</summary>
    private async Task<Dictionary<int, long>> InsertAllAsync(CountsBefore before, CancellationToken cancellationToken)
    {
        var added = await RunAsync(_sql.InsertAll, cancellationToken).ConfigureAwait(false);
        var older = before.Staged - added;
        if (older > 0)
            await RunAsync(_sql.PlanWritten, cancellationToken).ConfigureAwait(false);
        await RunAsync(_sql.InsertDocuments(onlyPlanned: older > 0), cancellationToken).ConfigureAwait(false);
        await RunAsync(_sql.InsertPayments(onlyPlanned: older > 0), cancellationToken).ConfigureAwait(false);
        return new() { [PlannedChange.Added] = added, [PlannedChange.Older] = older };
    }

    private async Task<Dictionary<int, long>> MergeAsync(CountsBefore before, CancellationToken cancellationToken)
    {
        await RunAsync(_sql.FindDifferingDocuments, cancellationToken).ConfigureAwait(false);
        await RunAsync(_sql.FindDifferingPayments, cancellationToken).ConfigureAwait(false);
        await session.IndexAsync(session.Tables.Differing, cancellationToken).ConfigureAwait(false);
        await RunAsync(_sql.Plan, cancellationToken).ConfigureAwait(false);
        if (clearMissing)
            await RunAsync(_sql.PlanClearing, cancellationToken).ConfigureAwait(false);
        await session.IndexAsync(session.Tables.Plan, cancellationToken).ConfigureAwait(false);

        foreach (var statement in _sql.Writes)
            await RunAsync(statement, cancellationToken).ConfigureAwait(false);
        if (IsSnapshot)
            await session.RunAsync(_sql.LeaveSnapshot, cancellationToken, ("last", _last.SnapshotAsOf)).ConfigureAwait(false);

        var planned = await session
            .QueryAsync(_sql.CountPlanned, reader => (Change: reader.GetInt32(0), Count: reader.GetInt64(1)), cancellationToken)
            .ConfigureAwait(false);
        return planned.ToDictionary(row => row.Change, row => row.Count);
    }

    private async Task<LastImport> LastAsync(CancellationToken cancellationToken)
    {
        var rows = await session
            .QueryAsync(
                BalanceMergeSql.Last(session.Tables),
                reader => new LastImport(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)),
                cancellationToken
            )
            .ConfigureAwait(false);
        return rows is [var only] ? only : LastImport.None;
    }

    private async Task<CountsBefore> CountAsync(CancellationToken cancellationToken)
    {
        var rows = await session
            .QueryAsync(
                _sql.CountBefore,
                reader => new CountsBefore(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)),
                cancellationToken
            )
            .ConfigureAwait(false);
        return rows.Single();
    }

    private Task<int> RunAsync(string sql, CancellationToken cancellationToken) =>
        session.RunAsync(sql, cancellationToken, ("asOf", _asOf));

    private BalanceImportChanges Counted(CountsBefore before, Dictionary<int, long> counts)
    {
        var (added, changed, older) = (Of(PlannedChange.Added), Of(PlannedChange.Changed), Of(PlannedChange.Older));
        return new BalanceImportChanges
        {
            Added = added,
            Changed = changed,
            Unchanged = before.Staged - added - changed - older,
            Cleared = Of(PlannedChange.DebtorCleared) + Of(PlannedChange.Cleared),
            Older = older,
            DebtorsBefore = before.Debtors,
            DebtorsCleared = Of(PlannedChange.DebtorCleared),
            PreviousAsOf = _last.AsOf is { } asOf ? StoredValues.ToMoment(asOf) : null,
        };

        long Of(int change) => counts.GetValueOrDefault(change);
    }

    /// <param name="Balances">In the store.</param>
    /// <param name="Debtors">In the store.</param>
    /// <param name="Staged">Balances of the import.</param>
    private sealed record CountsBefore(long Balances, long Debtors, long Staged);

    /// <param name="AsOf">The moment of the last import; null before the first.</param>
    /// <param name="SnapshotAsOf">The latest moment of a full snapshot.</param>
    private sealed record LastImport(string? AsOf, string? SnapshotAsOf)
    {
        public static LastImport None { get; } = new(null, null);

        public bool HasSnapshotAfter(string moment) => string.CompareOrdinal(SnapshotAsOf, moment) > 0;
    }
}
