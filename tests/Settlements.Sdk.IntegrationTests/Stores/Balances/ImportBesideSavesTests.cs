using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Settlements.Balances;
using Settlements.IntegrationTests.Servers;

namespace Settlements.IntegrationTests.Stores.Balances;

/// <summary>
/// Files are imported while balances are read live, earlier and later than the files: whatever the order in which the database takes them, in the end each counterparty has
/// the figures that were read last.
/// </summary>
public abstract class ImportBesideSavesTests
{
    private const int Seed = 20261122;
    private const int Counterparties = 150;
    private const int Files = 6;
    private const int SavesAtEachFile = 240;

    private protected static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);

    protected static async Task RaceAsync(Func<IBalanceStore> open)
    {
        var events = Events();
        var imports = Task.Run(async () =>
        {
            var store = open();
            foreach (var file in events.Files)
                await ImportAsync(store, file);
        });
        var savers = Enumerable
            .Range(0, 4)
            .Select(saver =>
                Task.Run(async () =>
                {
                    var store = open();
                    foreach (var save in events.Saves.Where((_, place) => place % 4 == saver))
                        await store.SaveAsync(save, CancellationToken.None);
                })
            )
            .ToList();
        await Task.WhenAll([imports, .. savers]);

        var kept = open();
        foreach (var (number, expected) in events.Last)
        {
            var stored = await kept.FindAsync(Id(number), CancellationToken.None);
            (stored?.ReadAt, stored?.Balance.Debt, stored?.Balance.Documents?.Count, stored?.IsCleared)
                .Should()
                .Be(
                    (expected.ReadAt, expected.Balance.Debt, expected.Balance.Documents?.Count, expected.IsCleared),
                    $"seed {Seed}: of counterparty {number} this was read last"
                );
        }
    }

    /// <summary>Figures that an import found unchanged, and therefore did not write, are its own all the same.</summary>
    protected static async Task SaveBehindAsync(IBalanceStore store, IBalanceStore other, Func<Task, Task> untilItWaits)
    {
        await ImportAsync(store, [Balance(1, 1, Noon)]);
        await using var import = await ApplyAsync(store, [Balance(1, 1, Noon + Duration.FromHours(2))]);

        var saving = Task.Run(() => other.SaveAsync(Balance(1, 2, Noon + Duration.FromHours(1)), CancellationToken.None));
        await untilItWaits(saving);
        await import.CommitAsync(CancellationToken.None);

        await saving;
        var stored = await store.FindAsync(Id(1), CancellationToken.None);
        (stored?.ReadAt, stored?.Balance.Debt).Should().Be((Noon + Duration.FromHours(2), Balance(1, 1, Noon).Balance.Debt));
    }

    private static (List<List<StoredBalance>> Files, List<StoredBalance> Saves, Dictionary<int, StoredBalance> Last) Events()
    {
        var random = new Random(Seed);
        List<List<StoredBalance>> files = [];
        List<StoredBalance> saves = [];
        Dictionary<int, StoredBalance> last = [];
        for (var file = 1; file <= Files; file++)
        {
            var moment = Noon + Duration.FromHours(file);
            // Two thirds say the same in every file, and a tenth is missing.
            List<StoredBalance> rows =
            [
                .. Enumerable
                    .Range(0, Counterparties)
                    .Where(_ => random.Next(10) > 0)
                    .Select(number => Balance(number, number % 3 == 0 ? file : 0, moment)),
            ];
            files.Add(rows);
            foreach (var number in Enumerable.Range(0, Counterparties))
            {
                if (rows.Find(row => row.Balance.Counterparty == Id(number)) is { } row)
                    Take(number, row);
                else if (last.ContainsKey(number))
                    Take(number, Cleared(number, moment));
            }

            for (var save = 0; save < SavesAtEachFile; save++)
            {
                var number = random.Next(Counterparties);
                var balance = Balance(number, 1000 + saves.Count, moment + Duration.FromMilliseconds(random.Next(-5_000_000, 5_000_000)));
                saves.Add(balance);
                Take(number, balance);
            }
        }

        return (files, saves, last);

        void Take(int number, StoredBalance balance)
        {
            if (!last.TryGetValue(number, out var before) || before.ReadAt <= balance.ReadAt)
                last[number] = balance;
        }
    }

    private protected static async Task ImportAsync(IBalanceStore store, List<StoredBalance> rows)
    {
        await using var import = await ApplyAsync(store, rows);
        await import.CommitAsync(CancellationToken.None);
    }

    private protected static async Task<IBalanceImport> ApplyAsync(IBalanceStore store, List<StoredBalance> rows)
    {
        var import = await store.BeginImportAsync(new(BalanceImportKind.FullSnapshot, rows[0].ReadAt), CancellationToken.None);
        await import.AddBalancesAsync([.. rows.Select((row, line) => new ImportedBalance(line + 1, row.Balance))], CancellationToken.None);
        await foreach (var conflict in import.CheckAsync(CancellationToken.None))
            throw new InvalidOperationException($"{conflict}");
        await import.ApplyAsync(clearMissing: true, CancellationToken.None);
        return import;
    }

    private protected static CounterpartyId Id(int number) => new(new Guid(number + 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));

    private protected static StoredBalance Balance(int number, int version, Instant readAt) =>
        new(
            new CounterpartyBalance(Id(number), Currency.Rub, readAt)
            {
                Debt = Money.Rub(number + version * 1000m),
                Documents = [.. Enumerable.Range(0, version % 4).Select(_ => new OpenDocument { Outstanding = Money.Rub(version) })],
                Payments = [new BalancePayment { Id = "last", Amount = Money.Rub(version) }],
            },
            readAt
        );

    private static StoredBalance Cleared(int number, Instant moment) =>
        new(new CounterpartyBalance(Id(number), Currency.Rub, moment) { Debt = Money.Rub(0m), Documents = [] }, moment)
        {
            IsCleared = true,
        };
}

public sealed class SqliteImportBesideSavesTests : ImportBesideSavesTests, IDisposable
{
    private readonly StoreFile _file = new();

    public void Dispose() => _file.Remove();

    [Fact]
    public Task Ends_with_what_was_read_last() => RaceAsync(() => _file.Open().GetRequiredService<IBalanceStore>());

    [Fact]
    public Task Puts_no_older_balance_over_one_that_the_import_found_unchanged() =>
        SaveBehindAsync(
            _file.Open().GetRequiredService<IBalanceStore>(),
            _file.Open().GetRequiredService<IBalanceStore>(),
            _ => Task.CompletedTask
        );
}

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlImportBesideSavesTests(PostgreSqlServer server) : ImportBesideSavesTests, IAsyncLifetime
{
    private readonly PostgreSqlStores _stores = new(server);

    public Task InitializeAsync() => _stores.CreateAsync();

    public Task DisposeAsync() => _stores.RemoveAsync();

    [Fact]
    public Task Ends_with_what_was_read_last() => RaceAsync(() => _stores.Open().GetRequiredService<IBalanceStore>());

    [Fact]
    public Task Puts_no_older_balance_over_one_that_the_import_found_unchanged() =>
        SaveBehindAsync(
            _stores.Open().GetRequiredService<IBalanceStore>(),
            _stores.Open().GetRequiredService<IBalanceStore>(),
            UntilItWaitsAsync
        );

    [Fact]
    public async Task Saves_newer_balances_without_waiting_for_the_import()
    {
        var store = _stores.Open().GetRequiredService<IBalanceStore>();
        await ImportAsync(store, [Balance(1, 1, Noon), Balance(2, 1, Noon)]);
        await using var import = await ApplyAsync(
            store,
            [Balance(1, 1, Noon + Duration.FromHours(1)), Balance(2, 2, Noon + Duration.FromHours(1))]
        );

        // Of one whom the import found unchanged, and of one whom nobody knew.
        foreach (var number in (int[])[1, 3])
        {
            var saving = store.SaveAsync(Balance(number, 9, Noon + Duration.FromHours(1)), CancellationToken.None);
            (await saving.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System)).Should().BeTrue();
        }

        await import.CommitAsync(CancellationToken.None);
        foreach (var (number, version) in new[] { (1, 9), (2, 2), (3, 9) })
            (await store.FindAsync(Id(number), CancellationToken.None))!
                .Balance.Debt.Should()
                .Be(Balance(number, version, Noon).Balance.Debt);
    }

    // The save either waits for a lock, as it should, or has ended before the import does.
    private async Task UntilItWaitsAsync(Task saving)
    {
        await using var connection = new NpgsqlConnection(_stores.Database);
        await connection.OpenAsync();
        await using var waiting = new NpgsqlCommand(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            connection
        );
        while (!saving.IsCompleted && (long)(await waiting.ExecuteScalarAsync())! == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
    }
}
