using Microsoft.EntityFrameworkCore;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>What is asked of the tables of balances; each is answered from an index.</summary>
internal static class BalanceQueries
{
    public static IQueryable<BalanceRow> Balance(SettlementsDbContext context, Guid id) =>
        context.Set<BalanceRow>().AsNoTracking().Where(row => row.CounterpartyId == id);

    public static IQueryable<OpenDocumentRow> Documents(SettlementsDbContext context, Guid id) =>
        context.Set<OpenDocumentRow>().AsNoTracking().Where(row => row.CounterpartyId == id).OrderBy(row => row.Position);

    /// <summary>The payments that came with the figures.</summary>
    public static IQueryable<BalancePaymentRow> PaymentsBeside(SettlementsDbContext context, Guid id) =>
        context.Set<BalancePaymentRow>().AsNoTracking().Where(row => row.CounterpartyId == id).OrderBy(row => row.Position);

    public static IQueryable<BalanceImportRow> LastImport(SettlementsDbContext context) => context.Set<BalanceImportRow>().AsNoTracking();

    public static IQueryable<Guid> Ids(SettlementsDbContext context, Guid after, int limit) =>
        context
            .Set<BalanceRow>()
            .Where(row => row.CounterpartyId > after)
            .OrderBy(row => row.CounterpartyId)
            .Take(limit)
            .Select(row => row.CounterpartyId);

    /// <summary>A page of the history, read along the index on counterparty, day and key from its end.</summary>
    public static IQueryable<PaymentHistoryRow> Payments(SettlementsDbContext context, Guid id, PaymentPosition? after, int limit)
    {
        var history = context.Set<PaymentHistoryRow>();
        var page =
            $$"""SELECT * FROM {{context.Table<PaymentHistoryRow>()}} WHERE "CounterpartyId" = {0} AND ("Day", "Key") < ({1}, {2})""";
        var rows = after is var (day, key) ? history.FromSqlRaw(page, id, day, key) : history.Where(row => row.CounterpartyId == id);
        return rows.AsNoTracking().OrderByDescending(row => row.Day).ThenByDescending(row => row.Key).Take(limit);
    }
}
