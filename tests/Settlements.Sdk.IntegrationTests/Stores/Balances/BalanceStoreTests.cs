using Microsoft.Extensions.DependencyInjection;
using Settlements.AcceptanceTests;
using Settlements.Balances;
using Settlements.IntegrationTests.Servers;

namespace Settlements.IntegrationTests.Stores.Balances;

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlBalanceStoreTests(PostgreSqlServer server) : BalanceStoreSuite
{
    private readonly PostgreSqlStores _stores = new(server);

    protected override async Task<IBalanceStore> CreateAsync(TimeProvider time)
    {
        await _stores.CreateAsync();
        return await OpenAgainAsync(time);
    }

    protected override Task<IBalanceStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_stores.Open(time).GetRequiredService<IBalanceStore>());

    protected override Task CleanUpAsync() => _stores.RemoveAsync();
}

public sealed class SqliteBalanceStoreTests : BalanceStoreSuite
{
    private readonly StoreFile _file = new();

    protected override Task<IBalanceStore> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<IBalanceStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_file.Open(time).GetRequiredService<IBalanceStore>());

    protected override Task CleanUpAsync() => _file.RemoveAsync();
}

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlOpenDocumentStoreTests(PostgreSqlServer server) : OpenDocumentStoreSuite
{
    private readonly PostgreSqlStores _stores = new(server);

    protected override async Task<IOpenDocumentStore> CreateAsync(TimeProvider time)
    {
        await _stores.CreateAsync();
        return await OpenAgainAsync(time);
    }

    protected override Task<IOpenDocumentStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_stores.Open(time).GetRequiredService<IOpenDocumentStore>());

    protected override Task CleanUpAsync() => _stores.RemoveAsync();
}

public sealed class SqliteOpenDocumentStoreTests : OpenDocumentStoreSuite
{
    private readonly StoreFile _file = new();

    protected override Task<IOpenDocumentStore> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<IOpenDocumentStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_file.Open(time).GetRequiredService<IOpenDocumentStore>());

    protected override Task CleanUpAsync() => _file.RemoveAsync();
}
