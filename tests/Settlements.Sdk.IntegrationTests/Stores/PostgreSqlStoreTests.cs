using Microsoft.Extensions.DependencyInjection;
using Settlements.AcceptanceTests;
using Settlements.Credit;
using Settlements.IntegrationTests.Servers;
using Settlements.Linking;
using Settlements.Payments;
using Settlements.Reminders;
using Settlements.Terms;

namespace Settlements.IntegrationTests.Stores;

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlAccountDirectoryTests(PostgreSqlServer server) : AccountDirectorySuite
{
    private readonly PostgreSqlStores _stores = new(server);

    protected override async Task<IAccountDirectory> CreateAsync(TimeProvider time)
    {
        await _stores.CreateAsync();
        return await OpenAgainAsync(time);
    }

    protected override Task<IAccountDirectory> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_stores.Open(time).GetRequiredService<IAccountDirectory>());

    protected override Task CleanUpAsync() => _stores.RemoveAsync();
}

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlCounterpartyLinkStoreTests(PostgreSqlServer server) : CounterpartyLinkStoreSuite
{
    private readonly PostgreSqlStores _stores = new(server);

    protected override async Task<ICounterpartyLinkStore> CreateAsync(TimeProvider time)
    {
        await _stores.CreateAsync();
        return await OpenAgainAsync(time);
    }

    protected override Task<ICounterpartyLinkStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_stores.Open(time).GetRequiredService<ICounterpartyLinkStore>());

    protected override Task CleanUpAsync() => _stores.RemoveAsync();
}

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlCreditDecisionLogTests(PostgreSqlServer server) : CreditDecisionLogSuite
{
    private readonly PostgreSqlStores _stores = new(server);

    protected override async Task<ICreditDecisionLog> CreateAsync(TimeProvider time)
    {
        await _stores.CreateAsync();
        return await OpenAgainAsync(time);
    }

    protected override Task<ICreditDecisionLog> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_stores.Open(time).GetRequiredService<ICreditDecisionLog>());

    protected override Task CleanUpAsync() => _stores.RemoveAsync();
}

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlCreditHoldStoreTests(PostgreSqlServer server) : CreditHoldStoreSuite
{
    private readonly PostgreSqlStores _stores = new(server);

    protected override async Task<ICreditHoldStore> CreateAsync(TimeProvider time)
    {
        await _stores.CreateAsync();
        return await OpenAgainAsync(time);
    }

    protected override Task<ICreditHoldStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_stores.Open(time).GetRequiredService<ICreditHoldStore>());

    protected override Task CleanUpAsync() => _stores.RemoveAsync();
}

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlCreditStatusStoreTests(PostgreSqlServer server) : CreditStatusStoreSuite
{
    private readonly PostgreSqlStores _stores = new(server);

    protected override async Task<ICreditStatusStore> CreateAsync(TimeProvider time)
    {
        await _stores.CreateAsync();
        return await OpenAgainAsync(time);
    }

    protected override Task<ICreditStatusStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_stores.Open(time).GetRequiredService<ICreditStatusStore>());

    protected override Task CleanUpAsync() => _stores.RemoveAsync();
}

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlPaymentExportStoreTests(PostgreSqlServer server) : PaymentExportStoreSuite
{
    private readonly PostgreSqlStores _stores = new(server);

    protected override async Task<IPaymentExportStore> CreateAsync(TimeProvider time)
    {
        await _stores.CreateAsync();
        return await OpenAgainAsync(time);
    }

    protected override Task<IPaymentExportStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_stores.Open(time).GetRequiredService<IPaymentExportStore>());

    protected override Task CleanUpAsync() => _stores.RemoveAsync();
}

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlPaymentTermsStoreTests(PostgreSqlServer server) : PaymentTermsStoreSuite
{
    private readonly PostgreSqlStores _stores = new(server);

    protected override async Task<IPaymentTermsStore> CreateAsync(TimeProvider time)
    {
        await _stores.CreateAsync();
        return await OpenAgainAsync(time);
    }

    protected override Task<IPaymentTermsStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_stores.Open(time).GetRequiredService<IPaymentTermsStore>());

    protected override Task CleanUpAsync() => _stores.RemoveAsync();
}

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlReminderLogTests(PostgreSqlServer server) : ReminderLogSuite
{
    private readonly PostgreSqlStores _stores = new(server);

    protected override async Task<IReminderLog> CreateAsync(TimeProvider time)
    {
        await _stores.CreateAsync();
        return await OpenAgainAsync(time);
    }

    protected override Task<IReminderLog> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_stores.Open(time).GetRequiredService<IReminderLog>());

    protected override Task CleanUpAsync() => _stores.RemoveAsync();
}
