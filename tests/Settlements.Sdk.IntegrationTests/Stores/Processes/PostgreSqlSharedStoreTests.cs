using Microsoft.Extensions.DependencyInjection;
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
}
