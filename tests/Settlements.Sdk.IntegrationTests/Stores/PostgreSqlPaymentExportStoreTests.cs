using Microsoft.Extensions.DependencyInjection;
using Settlements.IntegrationTests.Servers;
using Settlements.Payments;
using Settlements.Tests.Payments;

namespace Settlements.IntegrationTests.Stores;

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlPaymentExportStoreTests(PostgreSqlServer server) : PaymentExportStoreSuite, IAsyncLifetime
{
    private readonly PostgreSqlStores _stores = new(server);

    public Task InitializeAsync() => _stores.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    protected override IPaymentExportStore Create(TimeProvider time) => _stores.Open(time).GetRequiredService<IPaymentExportStore>();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _stores.Dispose();
    }
}
