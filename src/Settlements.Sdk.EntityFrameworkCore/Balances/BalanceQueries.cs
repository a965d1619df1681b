using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>What is asked of the tables of balances; each is answered from an index.</summary>
internal static class BalanceQueries
{
    public static IQueryable<BalanceRow> Balance(SettlementsDbContext context, Guid id) =>
        context.Set<BalanceRow>().AsNoTracking().Where(row => row.CounterpartyId == id);

    public static IQueryable<OpenDocumentRow> Documents(SettlementsDbContext context, Guid id) =>
        context.Set<OpenDocumentRow>().AsNoTracking().Where(row => row.CounterpartyId == id).OrderBy(row => row.Position);

    /// <summary>What a counterparty has to pay on one day.</summary>
    public static IQueryable<DueDocument> Due(SettlementsDbContext context, LocalDate due, Guid counterparty) =>
        WithCurrency(context, context.Set<OpenDocumentRow>().Where(row => row.DueDate == due && row.CounterpartyId == counterparty));

    /// <summary>Documents by due date and counterparty, from where another counterparty or day begins.</summary>
    public static IQueryable<DueDocument> Due(SettlementsDbContext context, LocalDate until, DuePosition? after, int limit)
    {
        var documents = context.Set<OpenDocumentRow>();
        var later = $$"""SELECT * FROM {{context.Table<OpenDocumentRow>()}} WHERE ("DueDate", "CounterpartyId") > ({0}, {1})""";
        var rows = after is null ? documents : documents.FromSqlRaw(later, after.Due.ToDateOnly(), after.Counterparty);
        return WithCurrency(
            context,
            rows.Where(row => row.DueDate <= until).OrderBy(row => row.DueDate).ThenBy(row => row.CounterpartyId).Take(limit)
        );
    }

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

    private static IQueryable<DueDocument> WithCurrency(SettlementsDbContext context, IQueryable<OpenDocumentRow> documents) =>
        documents
            .AsNoTracking()
            .Select(row => new DueDocument(
                row,
                context
                    .Set<BalanceRow>()
                    .Where(balance => balance.CounterpartyId == row.CounterpartyId)
                    .Select(balance => balance.Currency)
                    .Single()
            ));
}
