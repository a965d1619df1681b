using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements.Payments;
using Settlements.Tests.Balances;
using Settlements.Tests.Payments;

if (args is ["import", var database, var generation])
{
    await BalanceWork.RunAsync(database, generation);
    return;
}

// A process that shares a store with others and may be killed: "enqueue FILE FIRST COUNT" or "work FILE". Says each document when it is done with it.
var services = new ServiceCollection();
services.AddSettlements().AddSqliteStores(args[1]);
await using var provider = services.BuildServiceProvider();
var store = provider.GetRequiredService<IPaymentExportStore>();
await Console.Out.WriteLineAsync("ready");
await Console.In.ReadLineAsync();
if (args[0] == "enqueue")
    await EnqueueAsync(Number(args[2]), Number(args[3]));
else
    await WorkAsync();

async Task EnqueueAsync(int first, int count)
{
    for (var id = first; id < first + count; id++)
    {
        await store.EnqueueAsync(Documents.New(id, account: Text(id)), CancellationToken.None);
        await Console.Out.WriteLineAsync(Text(id));
    }
}

async Task WorkAsync()
{
    while (await store.ListDueAsync(ignorePauses: false, 20, CancellationToken.None) is { Count: > 0 } due)
    {
        foreach (var entry in due)
        {
            if (await store.ClaimAsync(entry.DocumentId, Duration.FromMinutes(15), CancellationToken.None) is not { } claim)
                continue;
            var code = new PaymentCode { Document = claim.Document, ExportedAt = claim.LeasedUntil };
            if (await store.CompleteAsync(claim, code, CancellationToken.None))
                await Console.Out.WriteLineAsync(entry.AccountId);
        }
    }
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
