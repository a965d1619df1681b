using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Settlements.Balances;

namespace Settlements.Tests.Balances;

/// <summary>A process that imports balances and may be killed: "import DATABASE GENERATION". Says what it does next.</summary>
internal static class BalanceWork
{
    public static async Task RunAsync(string database, string generation)
    {
        var services = new ServiceCollection();
        var builder = services.AddSettlements();
        _ = database.Contains("Host=", StringComparison.Ordinal)
            ? builder.AddPostgreSqlStores(database)
            : builder.AddSqliteStores(database);
        await using var provider = services.BuildServiceProvider();
        var store = provider.GetRequiredService<IBalanceStore>();
        await store.FindLastImportAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        await Generations.ImportAsync(store, int.Parse(generation, CultureInfo.InvariantCulture), Console.Out.WriteLineAsync);
        await Console.Out.WriteLineAsync("done");
    }
}
