using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Settlements;
using Settlements.Balances;

namespace BalanceImport;

/// <summary>A morning of files: a snapshot, the next one an hour later, and one that was cut on its way.</summary>
internal static class Demo
{
    private const string Paid = "0d8bb2a6-4c0f-4a53-9b55-8a1c7e6f1d20";
    private const string Owes = "1e9cc3b7-5d10-4b64-8c66-9b2d8f70e231";
    private const string Typo = "2fadd4c8-6e21-4c75-9d77-ac3e9081f342";

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("balance-import-");
        try
        {
            await using var services = Watch.Services(Path.Combine(folder.FullName, "balances.db"));
            var import = new FolderImport(services.GetRequiredService<BalanceImporter>(), folder, isForced: false);
            Put(
                folder,
                "documents-20261120T060000Z.csv",
                $"counterparty_id;number;due_date;outstanding\r\n{Owes};УТ-417;10.12.2026;25 000,50\r\n"
            );
            Put(
                folder,
                "balances-20261120T060000Z.csv",
                $"counterparty_id;name;debt;end\r\n{Paid};\"ООО \"\"Ромашка\"\"\";100 000,00;end\r\n{Owes};ИП Петров;25 000,50;end\r\n{Typo};Рога;1,5;end\r\n"
            );
            Put(
                folder,
                "balances-20261120T070000Z.csv",
                $"counterparty_id;name;debt;end\r\n{Owes};ИП Петров;20 000,00;end\r\n{Typo};Рога;1,500;end\r\n"
            );
            Put(
                folder,
                "balances-20261120T080000Z.json",
                $$"""[{"counterparty_id":"{{Owes}}","debt":0},{"counterparty_id":"{{Typo}}","de"""
            );
            List<int> codes = [];
            foreach (var arrival in Arrival.In(folder))
                codes.Add(await import.ImportAsync(arrival, cancellationToken));

            Console.WriteLine();
            var store = services.GetRequiredService<IBalanceStore>();
            foreach (var id in await store.ListAsync(null, 10, cancellationToken))
                Console.WriteLine($"{id} owes {(await store.FindAsync(id, cancellationToken))?.Balance.Debt}");
            return
                codes is [ExitCode.Done, ExitCode.SomeRejected, ExitCode.Refused]
                && await OwesAsync(store, Paid) == 0m
                && await OwesAsync(store, Owes) == 20_000m
                ? ExitCode.Done
                : ExitCode.Refused;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<decimal?> OwesAsync(IBalanceStore store, string counterparty) =>
        (await store.FindAsync(CounterpartyId.Parse(counterparty), CancellationToken.None))?.Balance.Debt?.Amount;

    private static void Put(DirectoryInfo folder, string name, string text) =>
        File.WriteAllText(Path.Combine(folder.FullName, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
}
