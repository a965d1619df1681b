using Microsoft.Extensions.DependencyInjection;
using Settlements.AcceptanceTests;
using Settlements.Credit;
using Settlements.Linking;
using Settlements.Payments;
using Settlements.Reminders;
using Settlements.Terms;

namespace Settlements.IntegrationTests.Stores;

public sealed class SqliteAccountDirectoryTests : AccountDirectorySuite
{
    private readonly StoreFile _file = new();

    protected override Task<IAccountDirectory> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<IAccountDirectory> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_file.Open(time).GetRequiredService<IAccountDirectory>());

    protected override Task CleanUpAsync() => _file.RemoveAsync();
}

public sealed class SqliteCounterpartyLinkStoreTests : CounterpartyLinkStoreSuite
{
    private readonly StoreFile _file = new();

    protected override Task<ICounterpartyLinkStore> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<ICounterpartyLinkStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_file.Open(time).GetRequiredService<ICounterpartyLinkStore>());

    protected override Task CleanUpAsync() => _file.RemoveAsync();
}

public sealed class SqliteCreditDecisionLogTests : CreditDecisionLogSuite
{
    private readonly StoreFile _file = new();

    protected override Task<ICreditDecisionLog> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<ICreditDecisionLog> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_file.Open(time).GetRequiredService<ICreditDecisionLog>());

    protected override Task CleanUpAsync() => _file.RemoveAsync();
}

public sealed class SqliteCreditHoldStoreTests : CreditHoldStoreSuite
{
    private readonly StoreFile _file = new();

    protected override Task<ICreditHoldStore> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<ICreditHoldStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_file.Open(time).GetRequiredService<ICreditHoldStore>());

    protected override Task CleanUpAsync() => _file.RemoveAsync();
}

public sealed class SqliteCreditStatusStoreTests : CreditStatusStoreSuite
{
    private readonly StoreFile _file = new();

    protected override Task<ICreditStatusStore> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<ICreditStatusStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_file.Open(time).GetRequiredService<ICreditStatusStore>());

    protected override Task CleanUpAsync() => _file.RemoveAsync();
}

public sealed class SqlitePaymentExportStoreTests : PaymentExportStoreSuite
{
    private readonly StoreFile _file = new();

    protected override Task<IPaymentExportStore> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<IPaymentExportStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_file.Open(time).GetRequiredService<IPaymentExportStore>());

    protected override Task CleanUpAsync() => _file.RemoveAsync();
}

public sealed class SqlitePaymentTermsStoreTests : PaymentTermsStoreSuite
{
    private readonly StoreFile _file = new();

    protected override Task<IPaymentTermsStore> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<IPaymentTermsStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_file.Open(time).GetRequiredService<IPaymentTermsStore>());

    protected override Task CleanUpAsync() => _file.RemoveAsync();
}

public sealed class SqliteReminderLogTests : ReminderLogSuite
{
    private readonly StoreFile _file = new();

    protected override Task<IReminderLog> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<IReminderLog> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_file.Open(time).GetRequiredService<IReminderLog>());

    protected override Task CleanUpAsync() => _file.RemoveAsync();
}
