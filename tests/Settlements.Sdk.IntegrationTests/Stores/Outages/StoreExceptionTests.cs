using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Settlements.EntityFrameworkCore;
using Settlements.IntegrationTests.Servers;
using Settlements.IntegrationTests.Stores.Hosts;
using Settlements.Payments;
using Settlements.Tests.Payments;

namespace Settlements.IntegrationTests.Stores.Outages;

/// <summary>What a host is told of a database that does not answer as it should.</summary>
[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class StoreExceptionTests(PostgreSqlServer server)
{
    [Fact]
    public async Task Names_a_refused_login_without_the_password()
    {
        var database = await server.CreateDatabaseAsync();
        var failure = await FailureAsync(new NpgsqlConnectionStringBuilder(database) { Password = "wrong-and-secret" }.ConnectionString);

        failure.Should().Match<StoreException>(e => e.Error == SettlementsError.NotAuthenticated && !e.IsTransient);
        failure.ToString().Should().NotContain("wrong-and-secret");
        await server.DropDatabaseAsync(database);
    }

    [Fact]
    public async Task Names_a_database_that_is_not_there()
    {
        var database = await server.CreateDatabaseAsync();
        await server.DropDatabaseAsync(database);

        var failure = await FailureAsync(database);

        failure.Should().Match<StoreException>(e => e.Error == SettlementsError.NotFound && !e.IsTransient);
    }

    [Fact]
    public async Task Names_a_server_that_is_not_there()
    {
        var failure = await FailureAsync("Host=127.0.0.1;Port=1;Username=nobody;Database=none");

        failure.Should().Match<StoreException>(e => e.Error == SettlementsError.Unavailable && e.IsTransient);
    }

    [Fact]
    public async Task Names_tables_that_the_host_has_not_migrated()
    {
        var database = await server.CreateDatabaseAsync();
        var services = new ServiceCollection();
        services.AddDbContextFactory<ShopContext>(options => options.UseNpgsql(database));
        services.AddSettlements().AddStores<ShopContext>();
        await using var provider = services.BuildServiceProvider();

        var failure = await FailureAsync(provider);

        failure.Should().Match<StoreException>(e => e.Error == SettlementsError.NotFound && !e.IsTransient);
        failure.Message.Should().Contain("was it migrated?");
        await provider.DisposeAsync();
        await server.DropDatabaseAsync(database);
    }

    [Fact]
    public async Task Names_a_file_that_cannot_be_opened()
    {
        var services = new ServiceCollection();
        services.AddSettlements().AddSqliteStores(Path.Combine(Path.GetTempPath(), "no-such-folder", "state.db"));
        await using var provider = services.BuildServiceProvider();

        var failure = await FailureAsync(provider);

        failure.Should().Match<StoreException>(e => e.Error == SettlementsError.Unavailable && !e.IsTransient);
        failure.Message.Should().Contain("no-such-folder");
    }

    private static async Task<StoreException> FailureAsync(string database)
    {
        var services = new ServiceCollection();
        services.AddSettlements().AddPostgreSqlStores(database);
        await using var provider = services.BuildServiceProvider();
        return await FailureAsync(provider);
    }

    private static async Task<StoreException> FailureAsync(ServiceProvider provider) =>
        (
            await FluentActions
                .Awaiting(() => provider.GetRequiredService<IPaymentExportStore>().EnqueueAsync(Documents.New(), CancellationToken.None))
                .Should()
                .ThrowAsync<StoreException>()
        ).Which;
}
