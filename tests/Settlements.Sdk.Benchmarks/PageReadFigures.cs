using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Settlements.Balances;
using Settlements.Testing;

namespace Settlements.Benchmarks;

/// <summary><c>page-reads</c>: how many calls 1C gets for a thousand pages of one counterparty at one moment, over loopback.</summary>
internal static class PageReadFigures
{
    private const int Pages = 1_000;

    public static async Task<int> RunAsync(TextWriter output)
    {
        var customer = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
        await using var server = await OneCEmulator.StartAsync();
        server.SetBalance(customer, new EmulatedBalance { Currency = "RUB", Debt = 125_000.50m });
        var services = new ServiceCollection();
        services.AddSettlements().AddBalanceReader().AddOneC(options => options.BaseUrl = server.BaseUrl);
        await using var provider = services.BuildServiceProvider();
        var reader = provider.GetRequiredService<BalanceReader>();

        var begun = Stopwatch.GetTimestamp();
        var readings = await Task.WhenAll(
            Enumerable.Range(0, Pages).Select(_ => Task.Run(() => reader.GetAsync(customer, Freshness.Cached).AsTask()))
        );
        var elapsed = Stopwatch.GetElapsedTime(begun);

        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{readings.Length} page reads at one moment: {server.Requests.Count} calls to 1C, {elapsed.TotalMilliseconds:0.0} ms in all"
            )
        );
        return server.Requests.Count == 1 ? 0 : 1;
    }
}
