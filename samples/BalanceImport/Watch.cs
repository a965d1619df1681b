using Microsoft.Extensions.DependencyInjection;
using Settlements.Balances;
using Settlements.Terms;

namespace BalanceImport;

/// <summary>Looks into a folder again and again, or once.</summary>
internal static class Watch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(CommandLine line, CancellationToken cancellationToken)
    {
        await using var services = Services(line.State);
        var folder = new DirectoryInfo(line.Folder);
        var import = new FolderImport(services.GetRequiredService<BalanceImporter>(), folder, line.IsForced);
        while (true)
        {
            var code = await RoundAsync(import, folder, line.Settle, cancellationToken);
            if (line.IsOnce)
                return code;
            await Task.Delay(Interval, cancellationToken);
        }
    }

    /// <summary>The importer over a SQLite file, or over memory.</summary>
    public static ServiceProvider Services(string? state)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IBalanceStore>(provider => new InMemoryBalanceStore(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IPaymentTermsStore, InMemoryPaymentTermsStore>();
        var settlements = services.AddSettlements().AddBalanceImport();
        if (state is not null)
            settlements.AddSqliteStores(state);
        return services.BuildServiceProvider();
    }

    /// <summary>Imports everything that nobody writes to any more.</summary>
    private static async Task<int> RoundAsync(
        FolderImport import,
        DirectoryInfo folder,
        TimeSpan settle,
        CancellationToken cancellationToken
    )
    {
        var seen = Arrival.In(folder).ToDictionary(arrival => arrival.Stamp, arrival => arrival.Fingerprint(), StringComparer.Ordinal);
        if (seen.Count == 0)
            return ExitCode.Done;
        await Task.Delay(settle, cancellationToken);
        var worst = ExitCode.Done;
        foreach (var arrival in Arrival.In(folder).Where(arrival => seen.GetValueOrDefault(arrival.Stamp) == arrival.Fingerprint()))
            worst = Math.Max(worst, await import.ImportAsync(arrival, cancellationToken));
        return worst;
    }
}
