using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements.Balances;
using Settlements.EntityFrameworkCore;
using Settlements.OneC;

namespace Settlements.Benchmarks.BalanceImport;

/// <summary>
/// A file of balances into PostgreSQL and SQLite: the first import and one that changes 5 %, against a bare COPY and a bare prepared insert into the same tables, with the
/// same indexes and the same reading of the file. Run by <c>dotnet run -c Release -- balance-import [rows=1000000] [rounds=3] [lists] [sqlite|postgresql]</c>; not a part
/// of any check.
/// </summary>
internal static class BalanceImportFigures
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 22, 9, 0);

    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var rows = Number(args, "rows", 1_000_000);
        var rounds = Number(args, "rounds", 3);
        var withLists = args.Contains("lists");
        var folder = Directory.CreateTempSubdirectory("settlements-files-");
        await using var server = args.Contains("sqlite") ? null : await BenchmarkServer.StartAsync();
        try
        {
            var files = new[] { Path.Combine(folder.FullName, "first.jsonl"), Path.Combine(folder.FullName, "second.jsonl") };
            BalanceFileMaker.Write(files[0], rows, changedShare: 0, withLists);
            BalanceFileMaker.Write(files[1], rows, changedShare: 0.05, withLists);
            Write(output, $"{rows} balances, {new FileInfo(files[0]).Length / 1024 / 1024} MiB of JSON lines; load {Load()}");
            Write(output, $"reading alone: {await TimeReadingAsync(files[0]):0.00} s");
            for (var round = 0; round < rounds; round++)
            {
                if (server is not null)
                    await RoundAsync("PostgreSQL", server.NewDatabaseAsync, files, withLists, output);
                if (!args.Contains("postgresql"))
                    await RoundAsync("SQLite", () => Task.FromResult<IImportTarget>(new SqliteTarget()), files, withLists, output);
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RoundAsync(string name, Func<Task<IImportTarget>> make, string[] files, bool withLists, TextWriter output)
    {
        double bare;
        await using (var target = await make())
            bare = await TimeBareAsync(target, files[0], withLists);

        await using var ours = await make();
        await using var services = await ServicesAsync(ours);
        var importer = new BalanceImporter(services.GetRequiredService<IBalanceStore>());
        var first = await TimeImportAsync(importer, files[0], Now - Duration.FromHours(1));
        var second = await TimeImportAsync(importer, files[1], Now);
        Write(
            output,
            $"{name}: bare {bare:0.00} s; first {first.Seconds:0.00} s = {bare / first.Seconds:0.00} of its speed, heap {first.Heap:0} MiB; 5 % changed {second.Seconds:0.00} s = {bare / second.Seconds:0.00}, heap {second.Heap:0} MiB ({second.Report.Changes!.Changed} changed); load {Load()}"
        );
    }

    private static async Task<double> TimeBareAsync(IImportTarget target, string file, bool withLists)
    {
        await using (await ServicesAsync(target)) { }

        var watch = Stopwatch.StartNew();
        await target.WriteBareAsync(BalancesOf(file), withLists, "2026-11-22T08:00:00.000000000Z");
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<(double Seconds, double Heap, BalanceImportReport Report)> TimeImportAsync(
        BalanceImporter importer,
        string file,
        Instant asOf
    )
    {
        using var heap = new HeapPeak();
        var watch = Stopwatch.StartNew();
        await using var stream = File.OpenRead(file);
        var report = await importer.ImportAsync(new BalanceImportRequest(asOf), [new OneCBalanceFile(stream)]);
        return report.IsCommitted
            ? (watch.Elapsed.TotalSeconds, heap.Mebibytes, report)
            : throw new InvalidOperationException($"The import was refused: {report.Reason}");
    }

    /// <summary>The stores, their tables made.</summary>
    private static async Task<ServiceProvider> ServicesAsync(IImportTarget target)
    {
        var collection = new ServiceCollection();
        target.AddStores(collection.AddSettlements());
        var services = collection.BuildServiceProvider();
        await services.GetRequiredService<SettlementsDatabase>().MigrateAsync();
        return services;
    }

    private static async Task<double> TimeReadingAsync(string file)
    {
        var watch = Stopwatch.StartNew();
        await foreach (var _ in BalancesOf(file)) { }

        return watch.Elapsed.TotalSeconds;
    }

    private static async IAsyncEnumerable<CounterpartyBalance> BalancesOf(string file)
    {
        await using var stream = File.OpenRead(file);
        await foreach (var row in new OneCBalanceFile(stream).ReadAsync(Now, CancellationToken.None))
        {
            yield return row is ImportedBalance balance
                ? balance.Balance
                : throw new InvalidOperationException($"Line {row.Line} was not read: {row}");
        }
    }

    private static int Number(string[] args, string name, int otherwise) =>
        args.Where(arg => arg.StartsWith(name + "=", StringComparison.Ordinal))
            .Select(arg => int.Parse(arg[(name.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture))
            .LastOrDefault(otherwise);

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static void Write(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
