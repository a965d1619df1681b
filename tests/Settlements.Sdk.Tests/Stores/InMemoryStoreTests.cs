using Settlements.AcceptanceTests;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.Linking;
using Settlements.Payments;
using Settlements.Reminders;
using Settlements.Terms;

namespace Settlements.Tests.Stores;

public sealed class InMemoryAccountDirectoryTests : AccountDirectorySuite
{
    protected override Task<IAccountDirectory> CreateAsync(TimeProvider time) =>
        Task.FromResult<IAccountDirectory>(new InMemoryAccountDirectory());
}

public sealed class InMemoryBalanceStoreTests : BalanceStoreSuite
{
    protected override Task<IBalanceStore> CreateAsync(TimeProvider time) => Task.FromResult<IBalanceStore>(new InMemoryBalanceStore(time));
}

public sealed class InMemoryCounterpartyLinkStoreTests : CounterpartyLinkStoreSuite
{
    protected override Task<ICounterpartyLinkStore> CreateAsync(TimeProvider time) =>
        Task.FromResult<ICounterpartyLinkStore>(new InMemoryCounterpartyLinkStore());
}

public sealed class InMemoryCreditDecisionLogTests : CreditDecisionLogSuite
{
    protected override Task<ICreditDecisionLog> CreateAsync(TimeProvider time) =>
        Task.FromResult<ICreditDecisionLog>(new InMemoryCreditDecisionLog());
}

public sealed class InMemoryCreditHoldStoreTests : CreditHoldStoreSuite
{
    protected override Task<ICreditHoldStore> CreateAsync(TimeProvider time) =>
        Task.FromResult<ICreditHoldStore>(new InMemoryCreditHoldStore(time));
}

public sealed class InMemoryPaymentExportStoreTests : PaymentExportStoreSuite
{
    protected override Task<IPaymentExportStore> CreateAsync(TimeProvider time) =>
        Task.FromResult<IPaymentExportStore>(new InMemoryPaymentExportStore(time));
}

public sealed class InMemoryPaymentTermsStoreTests : PaymentTermsStoreSuite
{
    protected override Task<IPaymentTermsStore> CreateAsync(TimeProvider time) =>
        Task.FromResult<IPaymentTermsStore>(new InMemoryPaymentTermsStore());
}

public sealed class InMemoryCreditStatusStoreTests : CreditStatusStoreSuite
{
    protected override Task<ICreditStatusStore> CreateAsync(TimeProvider time) =>
        Task.FromResult<ICreditStatusStore>(new InMemoryCreditStatusStore());
}

public sealed class InMemoryReminderLogTests : ReminderLogSuite
{
    protected override Task<IReminderLog> CreateAsync(TimeProvider time) => Task.FromResult<IReminderLog>(new InMemoryReminderLog(time));
}

public sealed class InMemoryOpenDocumentStoreTests : OpenDocumentStoreSuite
{
    protected override Task<IOpenDocumentStore> CreateAsync(TimeProvider time) =>
        Task.FromResult<IOpenDocumentStore>(new InMemoryBalanceStore(time));
}
