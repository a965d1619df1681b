using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Settlements.IntegrationTests.Servers;

namespace Settlements.IntegrationTests.Stores.Processes;

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlSharedStoreTests(PostgreSqlServer server) : SharedStoreTests
{
    private readonly PostgreSqlStores _stores = new(server);

    public override Task InitializeAsync() => _stores.CreateAsync();

    public override Task DisposeAsync() => _stores.RemoveAsync();

    protected override string Database => _stores.Database;

    protected override ServiceProvider Open() => _stores.Open();

    protected override async Task FillAsync(int from, int to)
    {
        await using var source = NpgsqlDataSource.Create(_stores.Database);
        await using var command = source.CreateCommand(QueueFill.PostgreSql(from, to));
        await command.ExecuteNonQueryAsync();
    }
}
