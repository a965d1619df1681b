using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Settlements.Balances;
using Settlements.EntityFrameworkCore;
using Settlements.Tests.Balances;

namespace Settlements.IntegrationTests.Stores.Balances;

/// <summary>
/// A process that imports is killed at random moments: what is kept is the old file or the new one, never a mixture. 10 times, or as often as SETTLEMENTS_IMPORT_KILLS says.
/// </summary>
internal static class ImportKills
{
    private const int Seed = 20261122;

    private static int Kills =>
        Environment.GetEnvironmentVariable("SETTLEMENTS_IMPORT_KILLS") is { Length: > 0 } kills
            ? int.Parse(kills, CultureInfo.InvariantCulture)
            : 10;

    public static async Task RunAsync(string database, ServiceProvider stores, Func<Task> untilItIsGone)
    {
        var (store, rows) = (stores.GetRequiredService<IBalanceStore>(), stores.GetRequiredService<StoreDatabase>());
        var random = new Random(Seed);
        List<int> committed = [0];
        var (lines, applying) = await MeasureAsync(store);
        var (old, whole) = (0, 0);
        for (var generation = 1; generation <= Kills; generation++)
        {
            var moment = (Line: random.Next(lines + 1), Share: random.NextDouble());
            using var worker = await StoreWorkerProcess.StartAsync("import", database, Text(generation), "1");
            await worker.StandardInput.WriteLineAsync();
            for (var line = 0; line < moment.Line; line++)
                await worker.StandardOutput.ReadLineAsync();
            await Task.Delay(applying * moment.Share, TimeProvider.System);
            worker.Kill();
            await worker.WaitForExitAsync();
            await untilItIsGone();

            var isOld = (await BalanceContents.DifferenceAsync(rows, committed)).Length == 0;
            if (!isOld)
            {
                committed.Add(generation);
                var difference = await BalanceContents.DifferenceAsync(rows, committed);
                difference.Should().BeEmpty($"seed {Seed}: import {generation} was killed at {moment}");
            }

            _ = isOld ? old++ : whole++;
        }

        await Generations.ImportAsync(store, Kills + 1);
        (await BalanceContents.DifferenceAsync(rows, [.. committed, Kills + 1])).Should().BeEmpty("the next import works");
        old.Should().BePositive($"of {Kills} imports some are killed before their commit, and {whole} were not");
    }

    /// <summary>The first import: how many lines it says, and how long it works after the last row.</summary>
    private static async Task<(int Lines, TimeSpan Applying)> MeasureAsync(IBalanceStore store)
    {
        var (lines, applying) = (0, new Stopwatch());
        await Generations.ImportAsync(
            store,
            0,
            line =>
            {
                lines++;
                if (line == "apply")
                    applying.Start();
                return Task.CompletedTask;
            }
        );
        return (lines, applying.Elapsed);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
