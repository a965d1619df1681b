using Settlements.Payments;

namespace Settlements.Tests.Payments;

public sealed class InMemoryPaymentExportStoreTests : PaymentExportStoreSuite
{
    protected override IPaymentExportStore Create(TimeProvider time) => new InMemoryPaymentExportStore(time);
}
