using Npgsql;

namespace Settlements.IntegrationTests.Servers;

/// <summary>The server that other tests rely on.</summary>
[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlServerTests(PostgreSqlServer shared)
{
    [Fact]
    public async Task Gives_everybody_a_database_of_their_own()
    {
        var (one, other) = (await shared.CreateDatabaseAsync(), await shared.CreateDatabaseAsync());

        await ScalarAsync(one, "CREATE TABLE t (n int); INSERT INTO t VALUES (1); SELECT n FROM t");

        (await ScalarAsync(other, "SELECT count(*) FROM pg_tables WHERE tablename = 't'")).Should().Be(0L);
    }

    [Fact]
    public async Task Sorts_text_otherwise_than_by_code_points() =>
        (await ScalarAsync(await shared.CreateDatabaseAsync(), "SELECT 'a' < 'B'")).Should().Be(true);

    [Fact]
    public async Task Keeps_what_was_committed_and_its_port_over_a_crash_and_leaves_nothing_behind()
    {
        var server = await PostgreSqlServer.NewAsync();
        try
        {
            var database = await server.CreateDatabaseAsync();
            await ScalarAsync(database, "CREATE TABLE t (n int); INSERT INTO t VALUES (17)");

            await server.StopAsync();
            await FluentActions.Awaiting(() => ScalarAsync(database, "SELECT n FROM t")).Should().ThrowAsync<NpgsqlException>();
            await server.StartAsync();

            (await ScalarAsync(database, "SELECT n FROM t")).Should().Be(17);
        }
        finally
        {
            await server.DisposeAsync();
        }

        Directory.Exists(server.Folder).Should().BeFalse();
        await FluentActions.Awaiting(server.CreateDatabaseAsync).Should().ThrowAsync<NpgsqlException>();
    }

    private static async Task<object?> ScalarAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=False");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
