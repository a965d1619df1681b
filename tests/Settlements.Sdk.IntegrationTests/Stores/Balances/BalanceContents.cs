using Microsoft.EntityFrameworkCore;
using Settlements.Balances;
using Settlements.EntityFrameworkCore;
using Settlements.EntityFrameworkCore.Balances;
using Settlements.Tests.Balances;

namespace Settlements.IntegrationTests.Stores.Balances;

/// <summary>Everything that a store keeps of balances, as text that can be compared.</summary>
internal static class BalanceContents
{
    /// <summary>What a database holds otherwise than it would after some files, one imported after the other; empty when it is the same.</summary>
    public static async Task<string> DifferenceAsync(StoreDatabase database, IEnumerable<int> generations)
    {
        var (kept, expected) = (await ReadAsync(database), await ExpectedAsync(generations));
        var missing = expected.Except(kept, StringComparer.Ordinal).Take(2).Select(line => "missing: " + line);
        var wrong = kept.Except(expected, StringComparer.Ordinal).Take(2).Select(line => "too much: " + line);
        return string.Join('\n', [.. missing, .. wrong]);
    }

    /// <summary>Of a database, as it is at one moment.</summary>
    private static Task<List<string>> ReadAsync(StoreDatabase database) => database.ReadTogetherAsync(ReadAsync, CancellationToken.None);

    /// <summary>Of a store in memory, into which the files were imported one after the other.</summary>
    private static async Task<List<string>> ExpectedAsync(IEnumerable<int> generations)
    {
        var store = new InMemoryBalanceStore(TimeProvider.System);
        foreach (var generation in generations)
            await Generations.ImportAsync(store, generation);
        List<string> lines = [];
        foreach (var id in Enumerable.Range(0, Generations.Counterparties).Select(Generations.Id))
        {
            if (await store.FindAsync(id, CancellationToken.None) is { } stored)
                lines.Add(Line(stored));
            var history = await store.ListPaymentsAsync(id, null, int.MaxValue, CancellationToken.None);
            lines.AddRange(history.Payments.Select(payment => Line(id, payment)));
        }

        lines.Add(Line(await store.FindLastImportAsync(CancellationToken.None)));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static async Task<List<string>> ReadAsync(SettlementsDbContext context)
    {
        var import = await context.Set<BalanceImportRow>().AsNoTracking().SingleOrDefaultAsync();
        var rows = await context.Set<BalanceRow>().AsNoTracking().ToListAsync();
        var documents = (await context.Set<OpenDocumentRow>().AsNoTracking().ToListAsync()).ToLookup(row => row.CounterpartyId);
        var payments = (await context.Set<BalancePaymentRow>().AsNoTracking().ToListAsync()).ToLookup(row => row.CounterpartyId);
        var history = await context.Set<PaymentHistoryRow>().AsNoTracking().ToListAsync();
        var lines = rows.Select(row =>
            Line(
                row.ToBalance(
                    import?.SnapshotAsOf,
                    [.. documents[row.CounterpartyId].OrderBy(item => item.Position).Select(item => item.ToDocument(row.Currency))],
                    [.. payments[row.CounterpartyId].OrderBy(item => item.Position).Select(item => item.ToPayment(row.Currency))]
                )
            )
        );
        return
        [
            .. lines
                .Concat(history.Select(row => Line(new CounterpartyId(row.CounterpartyId), row.ToPayment())))
                .Append(Line(import?.ToRecord()))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Line(StoredBalance stored) =>
        $"{stored.ReadAt} {stored.IsCleared} {stored.Balance with { Documents = null, Payments = null, Notes = [] }} "
        + $"{(stored.Balance.Documents is { } documents ? string.Join(';', documents) : "none")} "
        + $"{(stored.Balance.Payments is { } payments ? string.Join(';', payments) : "none")}";

    private static string Line(CounterpartyId id, BalancePayment payment) => $"{id} paid {payment}";

    private static string Line(BalanceImportRecord? import) => $"import {import?.Scope} {import?.Changes}";
}
