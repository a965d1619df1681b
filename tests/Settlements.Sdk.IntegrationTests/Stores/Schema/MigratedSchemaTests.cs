using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Settlements.EntityFrameworkCore;
using Settlements.EntityFrameworkCore.PostgreSql;
using Settlements.EntityFrameworkCore.Sqlite;
using Settlements.IntegrationTests.Servers;
using Settlements.Payments;
using Settlements.Tests.Conventions;
using Settlements.Tests.Payments;

namespace Settlements.IntegrationTests.Stores.Schema;

/// <summary>What the migrations make is what the model says, in an empty database and in an old one.</summary>
[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class MigratedSchemaTests(PostgreSqlServer server) : IDisposable
{
    private const string SqliteColumns = """
        SELECT t.name || '.' || c.name || ' ' || c.type || iif(c."notnull", ' NOT NULL', '') || iif(c.pk, ' key ' || c.pk, '')
        FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name LIKE 'Settlements%' AND t.name <> 'SettlementsMigrations'
        UNION ALL SELECT i.sql FROM sqlite_master i WHERE i.type = 'index' AND i.sql IS NOT NULL
        ORDER BY 1
        """;

    private const string PostgreSqlColumns = """
        SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || udt_name || ' ' || coalesce(collation_name, '') || ' ' || is_nullable || ' ' || is_identity
        FROM information_schema.columns WHERE table_name LIKE 'Settlements%' AND table_name <> 'SettlementsMigrations'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE tablename LIKE 'Settlements%' AND tablename <> 'SettlementsMigrations'
        ORDER BY 1
        """;

    private readonly StoreFile _file = new();

    public void Dispose() => _file.Remove();

    [Fact]
    public async Task Is_the_same_in_SQLite()
    {
        await _file.Open().GetRequiredService<SettlementsDatabase>().MigrateAsync();

        _file.Query(SqliteColumns).Should().HaveCountGreaterThan(100).And.Equal(ModelInSqlite());
    }

    [Fact]
    public async Task Is_the_same_in_a_file_of_version_1_and_every_row_is_kept()
    {
        _file.Query(
            await File.ReadAllTextAsync(Repository.Path("tests", "Settlements.Sdk.IntegrationTests", "Stores", "Schema", "version-1.sql"))
        );
        var at = Instant.FromUtc(2026, 9, 1, 12, 0);

        var stores = _file.Open(new FixedTime(at));
        var store = stores.GetRequiredService<IPaymentExportStore>();

        (await store.ListDueAsync(false, 10, CancellationToken.None)).Select(row => row.AccountId).Should().Equal("200005");
        (await store.ListDueAsync(true, 10, CancellationToken.None)).Select(row => row.AccountId).Should().Equal("200002", "200005");
        (await store.GetAsync(Documents.IdOf(1), CancellationToken.None)).Code!.PaymentId.Should().Be(77);
        (await store.GetAsync(Documents.IdOf(2), CancellationToken.None)).Entry!.NextAttempt.Should().Be(at + Duration.FromHours(6));
        (await store.GetAsync(Documents.IdOf(3), CancellationToken.None)).Entry!.LastError!.Candidates.Should().Equal(7, 8);
        (await store.GetAsync(Documents.IdOf(4), CancellationToken.None))
            .Intents.Should()
            .ContainSingle()
            .Which.BeganAt.Should()
            .Be(at + Duration.FromTicks(1));
        (await store.GetAsync(Documents.IdOf(5), CancellationToken.None)).Entry!.Document.Amount.Should().Be(Money.Rub(1000.10m));
        (await stores.GetRequiredService<IAccountDirectory>().ListAsync(CancellationToken.None))
            .Should()
            .ContainSingle()
            .Which.ClientName.Should()
            .Be("ООО «Ромашка»");
        _file.Query(SqliteColumns).Should().Equal(ModelInSqlite());
    }

    [Fact]
    public async Task Is_the_same_in_PostgreSQL()
    {
        var stores = new PostgreSqlStores(server);
        await stores.CreateAsync();
        var database = await server.CreateDatabaseAsync();
        await using var context = NewContext(database);
        await context.Database.EnsureCreatedAsync();

        (await QueryAsync(stores.Database, PostgreSqlColumns))
            .Should()
            .HaveCountGreaterThan(100)
            .And.Equal(await QueryAsync(database, PostgreSqlColumns));
        await stores.RemoveAsync();
        await server.DropDatabaseAsync(database);
    }

    [Fact]
    public async Task Comes_from_the_script_too_which_may_be_run_twice()
    {
        var database = await server.CreateDatabaseAsync();
        var services = new ServiceCollection();
        services.AddSettlements().AddPostgreSqlStores(database, options => options.MigrateAtFirstUse = false);
        await using var provider = services.BuildServiceProvider();
        var store = provider.GetRequiredService<IPaymentExportStore>();

        var refusal = await FluentActions
            .Awaiting(() => store.EnqueueAsync(Documents.New(), CancellationToken.None))
            .Should()
            .ThrowAsync<InvalidOperationException>();
        refusal.WithMessage("*lacks the migrations *_Stores*MigrateAsync*");
        var script = provider.GetRequiredService<SettlementsDatabase>().GenerateScript();
        await QueryAsync(database, script);
        await QueryAsync(database, script);

        (await store.EnqueueAsync(Documents.New(), CancellationToken.None)).Should().Be(PaymentEnqueueOutcome.Added);
        await provider.DisposeAsync();
        await server.DropDatabaseAsync(database);
    }

    [Fact]
    public async Task Refuses_a_PostgreSQL_database_of_a_later_version()
    {
        var stores = new PostgreSqlStores(server);
        await stores.CreateAsync();
        await QueryAsync(stores.Database, """INSERT INTO "SettlementsMigrations" VALUES ('29991231000000_Later', '99')""");

        var refusal = await FluentActions
            .Awaiting(() => stores.Open().GetRequiredService<IPaymentExportStore>().EnqueueAsync(Documents.New(), CancellationToken.None))
            .Should()
            .ThrowAsync<InvalidOperationException>();

        refusal.WithMessage("*29991231000000_Later, which this program does not know*");
        await stores.RemoveAsync();
    }

    [Fact]
    public async Task Is_made_once_by_many_who_open_a_PostgreSQL_database_at_one_moment()
    {
        var database = await server.CreateDatabaseAsync();

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(id =>
                    Task.Run(async () =>
                    {
                        var services = new ServiceCollection();
                        services.AddSettlements().AddPostgreSqlStores(database);
                        await using var provider = services.BuildServiceProvider();
                        return await provider
                            .GetRequiredService<IPaymentExportStore>()
                            .EnqueueAsync(Documents.New(id), CancellationToken.None);
                    })
                )
        );

        outcomes.Should().OnlyContain(outcome => outcome == PaymentEnqueueOutcome.Added);
        await server.DropDatabaseAsync(database);
    }

    private static List<string> ModelInSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("settlements-model-");
        var connectionString = $"Data Source={Path.Combine(folder.FullName, "model.db")};Pooling=False";
        var options = SettlementsDbContext.OptionsOf(new DbContextOptionsBuilder<SqliteSettlementsDbContext>().UseSqlite(connectionString));
        using (var context = new SqliteSettlementsDbContext(options))
            context.Database.EnsureCreated();
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = new SqliteCommand(SqliteColumns, connection);
        using var reader = command.ExecuteReader();
        List<string> lines = [];
        while (reader.Read())
            lines.Add(reader.GetString(0));
        connection.Close();
        folder.Delete(recursive: true);
        return lines;
    }

    private static PostgreSqlSettlementsDbContext NewContext(string database) =>
        new(
            SettlementsDbContext.OptionsOf(
                new DbContextOptionsBuilder<PostgreSqlSettlementsDbContext>().UseNpgsql(database + ";Pooling=False")
            )
        );

    private static async Task<List<string>> QueryAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }

    private sealed class FixedTime(Instant now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();
    }
}
