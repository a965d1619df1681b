using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements;
using Settlements.Credit;
using Settlements.Payments;
using Settlements.Tests.Balances;
using Settlements.Tests.Payments;

// A process that shares a store with others and may be killed: "enqueue|work|hold DATABASE FIRST COUNT", or "import DATABASE GENERATION 1". DATABASE is a SQLite file,
// or a connection string of PostgreSQL. Says each document when it is done with it, each order when it holds credit.
if (args is ["import", var database, var generation, ..])
{
    await BalanceWork.RunAsync(database, generation);
    return;
}

var services = new ServiceCollection();
var settlements = services.AddSettlements();
if (args[1].StartsWith("Host=", StringComparison.Ordinal))
    settlements.AddPostgreSqlStores(args[1]);
else
    settlements.AddSqliteStores(args[1]);
await using var provider = services.BuildServiceProvider();
var (first, count) = (Number(args[2]), Number(args[3]));
await Console.Out.WriteLineAsync("ready");
await Console.In.ReadLineAsync();
await (
    args[0] switch
    {
        "enqueue" => EnqueueAsync(provider.GetRequiredService<IPaymentExportStore>()),
        "work" => WorkAsync(provider.GetRequiredService<IPaymentExportStore>()),
        _ => HoldAsync(provider.GetRequiredService<ICreditHoldStore>()),
    }
);

async Task EnqueueAsync(IPaymentExportStore store)
{
    for (var id = first; id < first + count; id++)
    {
        await store.EnqueueAsync(Documents.New(id, account: Text(id)), CancellationToken.None);
        await Console.Out.WriteLineAsync(Text(id));
    }
}

async Task WorkAsync(IPaymentExportStore store)
{
    // Each begins at another place of what is due, so that they do not all claim the same.
    var random = new Random(first);
    while (await store.ListDueAsync(ignorePauses: false, 200, CancellationToken.None) is { Count: > 0 } due)
    {
        var start = random.Next(due.Count);
        foreach (var entry in due.Skip(start).Take(20))
        {
            if (await store.ClaimAsync(entry.DocumentId, Duration.FromMinutes(15), CancellationToken.None) is not { } claim)
                continue;
            var code = new PaymentCode { Document = claim.Document, ExportedAt = claim.LeasedUntil };
            if (await store.CompleteAsync(claim, code, CancellationToken.None))
                await Console.Out.WriteLineAsync(entry.AccountId);
        }
    }
}

async Task HoldAsync(ICreditHoldStore store)
{
    for (var id = first; id < first + count; id++)
    {
        var request = new CreditHoldRequest
        {
            Counterparty = new CounterpartyId(Documents.IdOf(1)),
            OrderId = Text(id),
            Amount = Money.Rub(1000.01m),
            Ceiling = Money.Rub(123_456.78m),
            Lifetime = Duration.FromMinutes(30),
        };
        if (await store.PlaceAsync(request, CancellationToken.None) is not null)
            await Console.Out.WriteLineAsync(Text(id));
    }
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
