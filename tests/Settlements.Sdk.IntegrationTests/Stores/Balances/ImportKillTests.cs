using Npgsql;
using Settlements.IntegrationTests.Servers;

namespace Settlements.IntegrationTests.Stores.Balances;

public sealed class SqliteImportKillTests : IDisposable
{
    private readonly StoreFile _file = new();

    public void Dispose() => _file.Remove();

    [Fact]
    public async Task Keeps_the_old_file_or_the_new_one_when_the_import_is_killed()
    {
        await ImportKills.RunAsync(_file.Path, _file.Open(), () => Task.CompletedTask);

        _file.Query("PRAGMA integrity_check").Should().Equal("ok");
        _file.Query("SELECT name FROM sqlite_master WHERE name LIKE '%Staged%'").Should().BeEmpty();
    }
}

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlImportKillTests(PostgreSqlServer server) : IAsyncLifetime
{
    private const string Worker = "killed-import";

    private readonly PostgreSqlStores _stores = new(server);

    public Task InitializeAsync() => _stores.CreateAsync();

    public Task DisposeAsync() => _stores.RemoveAsync();

    [Fact]
    public async Task Keeps_the_old_file_or_the_new_one_when_the_import_is_killed()
    {
        var database = new NpgsqlConnectionStringBuilder(_stores.Database) { ApplicationName = Worker };
        await using var connection = new NpgsqlConnection(_stores.Database);
        await connection.OpenAsync();

        await ImportKills.RunAsync(database.ConnectionString, _stores.Open(), () => UntilItIsGoneAsync(connection));

        (await CountAsync(connection, "SELECT count(*) FROM pg_class WHERE relpersistence = 't'"))
            .Should()
            .Be(0, "nothing is left of what was staged");
        (
            await CountAsync(
                connection,
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            )
        )
            .Should()
            .Be(0);
    }

    // The server finishes the statement before it sees that nobody is there any more.
    private static async Task UntilItIsGoneAsync(NpgsqlConnection connection)
    {
        while (await CountAsync(connection, $"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{Worker}'") > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
