using Microsoft.EntityFrameworkCore;
using NodaTime;
using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>Balances, the history of payments and the imports in the database.</summary>
internal sealed class StoredBalances(StoreDatabase database, TimeProvider time) : IBalanceStore, IOpenDocumentStore
{
    public Task<StoredBalance?> FindAsync(CounterpartyId counterparty, CancellationToken cancellationToken) =>
        database.ReadTogetherAsync(context => FindAsync(context, counterparty.Value, cancellationToken), cancellationToken);

    public Task<bool> SaveAsync(StoredBalance balance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(balance);
        return database.InTransactionAsync(context => new BalanceSave(context, balance).RunAsync(cancellationToken), cancellationToken);
    }

    public Task<IReadOnlyList<CounterpartyId>> ListAsync(CounterpartyId? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var start = after?.Value ?? Guid.Empty;
        return database.ReadAsync<IReadOnlyList<CounterpartyId>>(
            async context =>
            {
                var ids = await BalanceQueries.Ids(context, start, limit).ToListAsync(cancellationToken).ConfigureAwait(false);
                return [.. ids.Select(id => new CounterpartyId(id))];
            },
            cancellationToken
        );
    }

    public Task<PaymentHistoryPage> ListPaymentsAsync(
        CounterpartyId counterparty,
        string? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var (id, position) = (counterparty.Value, after is null ? null : PaymentPosition.Parse(after));
        return database.ReadAsync(
            async context =>
            {
                // One more than asked for tells whether there is a next page.
                var take = limit < int.MaxValue ? limit + 1 : limit;
                var rows = await BalanceQueries.Payments(context, id, position, take).ToListAsync(cancellationToken).ConfigureAwait(false);
                var page = rows.Take(limit).ToList();
                var next = rows.Count > page.Count ? new PaymentPosition(page[^1].Day, page[^1].Key).ToString() : null;
                return new PaymentHistoryPage([.. page.Select(row => row.ToPayment())], next);
            },
            cancellationToken
        );
    }

    public Task<OpenDocumentPage> ListDueAsync(LocalDate dueOnOrBefore, string? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var position = after is null ? null : DuePosition.Parse(after);
        return database.ReadTogetherAsync(
            context => new DuePage(context, dueOnOrBefore, limit).ReadAsync(position, cancellationToken),
            cancellationToken
        );
    }

    public Task<BalanceImportRecord?> FindLastImportAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async context =>
            {
                var row = await BalanceQueries.LastImport(context).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                return row?.ToRecord();
            },
            cancellationToken
        );

    public async Task<IBalanceImport> BeginImportAsync(BalanceImportScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var connection = await ImportConnection.OpenAsync(database, cancellationToken).ConfigureAwait(false);
        return new StoredBalanceImport(connection, scope, time);
    }

    private static async Task<StoredBalance?> FindAsync(SettlementsDbContext context, Guid id, CancellationToken cancellationToken)
    {
        var row = await BalanceQueries.Balance(context, id).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (row is null)
            return null;

        Instant? snapshotAsOf = null;
        if (row.IsOfSnapshot)
        {
            var import = await BalanceQueries.LastImport(context).SingleAsync(cancellationToken).ConfigureAwait(false);
            snapshotAsOf = import.SnapshotAsOf;
        }

        List<OpenDocumentRow> documents = [];
        if (row.DocumentCount > 0)
            documents = await BalanceQueries.Documents(context, id).ToListAsync(cancellationToken).ConfigureAwait(false);
        List<BalancePaymentRow> payments = [];
        if (row.PaymentCount > 0)
            payments = await BalanceQueries.PaymentsBeside(context, id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return row.ToBalance(
            snapshotAsOf,
            [.. documents.Select(document => document.ToDocument(row.Currency))],
            [.. payments.Select(payment => payment.ToPayment(row.Currency))]
        );
    }
}
