using Settlements.AcceptanceTests;
using Settlements.Payments;

namespace Settlements.IntegrationTests.Stores;

public sealed class SqlitePaymentExportStoreTests : PaymentExportStoreSuite, IDisposable
{
    private readonly StoreFile _file = new();

    public void Dispose() => _file.Dispose();

    protected override Task<IPaymentExportStore> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<IPaymentExportStore> OpenAgainAsync(TimeProvider time) => Task.FromResult(_file.OpenStore(time));
}
