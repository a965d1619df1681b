using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Settlements.Benchmarks.BalanceImport;
using Settlements.IntegrationTests.Stores;
using Settlements.Payments;
using Settlements.Tests.Payments;

namespace Settlements.Benchmarks.Claims;

/// <summary>
/// Listing and claiming 100 documents with 10,000 and with 1,000,000 in the queue, all due or all but the last 200 paused. Run by
/// <c>dotnet run -c Release -- claims [few=10000] [many=1000000] [rounds=20]</c>; not a part of any check.
/// </summary>
internal static class ClaimFigures
{
    private const int Batch = 100;
    private const int Warmups = 3;

    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var (few, many, rounds) = (Number(args, "few", 10_000), Number(args, "many", 1_000_000), Number(args, "rounds", 20));
        await using var server = await BenchmarkServer.StartAsync();
        foreach (var isPaused in new[] { false, true })
        {
            await CompareAsync("SQLite", count => OnSqliteAsync(count, isPaused, rounds), few, many, isPaused, output);
            await CompareAsync("PostgreSQL", count => OnPostgreSqlAsync(server, count, isPaused, rounds), few, many, isPaused, output);
        }

        return 0;
    }

    private static async Task CompareAsync(
        string name,
        Func<int, Task<double>> measure,
        int few,
        int many,
        bool isPaused,
        TextWriter output
    )
    {
        var (small, large) = (await measure(few), await measure(many));
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, {(isPaused ? "all but the last 200 paused" : "all due")}: {small:0.0} ms with {few}, {large:0.0} ms with {many}, growth {large / small:0.00}; load {Load()}"
            )
        );
    }

    private static async Task<double> OnSqliteAsync(int count, bool isPaused, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("settlements-claims-");
        var path = Path.Combine(folder.FullName, "state.db");
        try
        {
            var services = new ServiceCollection();
            services.AddSettlements().AddSqliteStores(path);
            await using var provider = services.BuildServiceProvider();
            return await MeasureAsync(provider, rounds, FillAsync);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        async Task FillAsync()
        {
            await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
            await connection.OpenAsync();
            foreach (var sql in new[] { QueueFill.Sqlite(2, count), Pause(isPaused, count), "ANALYZE" })
            {
                await using var command = new SqliteCommand(sql, connection) { CommandTimeout = 0 };
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private static async Task<double> OnPostgreSqlAsync(BenchmarkServer server, int count, bool isPaused, int rounds)
    {
        var database = await server.CreateDatabaseAsync();
        var services = new ServiceCollection();
        services.AddSettlements().AddPostgreSqlStores(database);
        await using var provider = services.BuildServiceProvider();
        return await MeasureAsync(provider, rounds, FillAsync);

        async Task FillAsync()
        {
            await using var source = NpgsqlDataSource.Create(database + ";Pooling=False;Command Timeout=0");
            foreach (var sql in new[] { QueueFill.PostgreSql(2, count), Pause(isPaused, count), "VACUUM ANALYZE", "CHECKPOINT" })
            {
                await using var command = source.CreateCommand(sql);
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    /// <summary>The middle of the rounds, in milliseconds.</summary>
    private static async Task<double> MeasureAsync(IServiceProvider provider, int rounds, Func<Task> fill)
    {
        var store = provider.GetRequiredService<IPaymentExportStore>();
        await store.EnqueueAsync(Documents.New(account: "1"), CancellationToken.None);
        await fill();
        List<double> times = [];
        for (var round = -Warmups; round < rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            var due = await store.ListDueAsync(ignorePauses: false, Batch, CancellationToken.None);
            List<PaymentExportClaim> claims = [];
            foreach (var document in due)
                claims.Add((await store.ClaimAsync(document.DocumentId, Duration.FromMinutes(15), CancellationToken.None))!);
            var time = Stopwatch.GetElapsedTime(began);
            if (claims.Count != Batch)
                throw new InvalidOperationException($"{claims.Count} documents were due.");
            if (round >= 0)
                times.Add(time.TotalMilliseconds);
            foreach (var claim in claims)
                await store.ReleaseAsync(claim, CancellationToken.None);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static string Pause(bool isPaused, int count) =>
        isPaused
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"""
                UPDATE "SettlementsPaymentQueue" SET "NextAttempt" = '2999-01-01T00:00:00.000000000Z', "PausedUntil" = '2999-01-01T00:00:00.000000000Z'
                WHERE "Place" <= {count - 200}
                """
            )
            : "SELECT 1";

    private static int Number(string[] args, string name, int otherwise) =>
        args.FirstOrDefault(arg => arg.StartsWith(name + "=", StringComparison.Ordinal)) is { } arg
            ? int.Parse(arg.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture)
            : otherwise;

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
