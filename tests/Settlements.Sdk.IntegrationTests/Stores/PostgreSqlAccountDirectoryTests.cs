using Microsoft.Extensions.DependencyInjection;
using Settlements.IntegrationTests.Servers;
using Settlements.Payments;
using Settlements.Tests.Payments;

namespace Settlements.IntegrationTests.Stores;

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlAccountDirectoryTests(PostgreSqlServer server) : AccountDirectorySuite, IAsyncLifetime
{
    private readonly PostgreSqlStores _stores = new(server);

    public Task InitializeAsync() => _stores.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    protected override IAccountDirectory Create() => _stores.Open().GetRequiredService<IAccountDirectory>();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _stores.Dispose();
    }
}
