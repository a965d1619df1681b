using Settlements.Payments;
using Settlements.Tests.Payments;

namespace Settlements.IntegrationTests.Stores;

public sealed class SqlitePaymentExportStoreTests : PaymentExportStoreSuite
{
    private readonly StoreFile _file = new();

    protected override IPaymentExportStore Create(TimeProvider time) => _file.OpenStore(time);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _file.Dispose();
    }
}
