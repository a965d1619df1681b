using Microsoft.EntityFrameworkCore;
using Settlements.Credit;

namespace Settlements.EntityFrameworkCore.Credit;

/// <summary>The decision log in the database.</summary>
internal sealed class StoredDecisions(StoreDatabase database) : ICreditDecisionLog
{
    public Task AppendAsync(CreditDecisionEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return database.InTransactionAsync(
            context => Task.FromResult(context.Decisions.Add(DecisionRow.Of(entry)).Entity),
            cancellationToken
        );
    }

    public Task<CreditDecisionPage> ListAsync(CounterpartyId? counterparty, string? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var (whose, position) = (counterparty?.Value, after is null ? null : DecisionPosition.Parse(after));
        return database.ReadAsync(
            async context =>
            {
                var entries = context.Decisions.AsNoTracking();
                if (whose is { } id)
                    entries = entries.Where(row => row.CounterpartyId == id);
                if (position is { } end)
                {
                    // The first condition alone is what the index is entered by.
                    var (at, last) = (end.DecidedAt, end.Id);
                    entries = entries.Where(row => row.DecidedAt <= at && (row.DecidedAt < at || row.Id < last));
                }

                var rows = await entries
                    .OrderByDescending(row => row.DecidedAt)
                    .ThenByDescending(row => row.Id)
                    .Take(limit == int.MaxValue ? limit : limit + 1)
                    .ToListAsync(cancellationToken)
                    .ConfigureAwait(false);
                var next = rows.Count > limit ? DecisionPosition.Of(rows[limit - 1]).ToString() : null;
                return new CreditDecisionPage([.. rows.Take(limit).Select(row => row.ToEntry())], next);
            },
            cancellationToken
        );
    }
}
