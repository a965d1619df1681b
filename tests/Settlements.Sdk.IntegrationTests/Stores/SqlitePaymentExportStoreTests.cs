using Settlements.AcceptanceTests;
using Settlements.Payments;

namespace Settlements.IntegrationTests.Stores;

public sealed class SqlitePaymentExportStoreTests : PaymentExportStoreSuite
{
    private readonly StoreFile _file = new();

    protected override Task<IPaymentExportStore> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<IPaymentExportStore> OpenAgainAsync(TimeProvider time) => Task.FromResult(_file.OpenStore(time));

    protected override Task CleanUpAsync()
    {
        _file.Dispose();
        return Task.CompletedTask;
    }
}
