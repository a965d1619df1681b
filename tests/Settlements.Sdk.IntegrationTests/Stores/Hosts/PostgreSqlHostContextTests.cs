using System.Data;
using Microsoft.EntityFrameworkCore;
using Settlements.EntityFrameworkCore;
using Settlements.IntegrationTests.Servers;

namespace Settlements.IntegrationTests.Stores.Hosts;

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlHostContextTests(PostgreSqlServer server) : HostContextTests
{
    private string _database = "";

    [Theory]
    [InlineData(IsolationLevel.RepeatableRead)]
    [InlineData(IsolationLevel.Serializable)]
    public async Task Fails_rather_than_decide_on_figures_that_are_gone(IsolationLevel isolation)
    {
        await using var context = NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync(isolation);
        await context.Orders.CountAsync();
        await using (var other = NewContext())
            await other.CreditHoldStore(TimeProvider.System).PlaceAsync(Request("A-1", 60m, 100m), CancellationToken.None);

        var failure = await FluentActions
            .Awaiting(() => context.CreditHoldStore(TimeProvider.System).PlaceAsync(Request("A-2", 60m, 100m), CancellationToken.None))
            .Should()
            .ThrowAsync<StoreException>();

        failure.Which.Should().Match<StoreException>(e => e.IsTransient && e.Error == SettlementsError.Overloaded);
    }

    [Fact]
    public async Task Puts_the_tables_into_the_schema_that_the_host_names()
    {
        await using var context = NewContext();

        (
            await context
                .Database.SqlQuery<string>($"SELECT DISTINCT schemaname AS \"Value\" FROM pg_tables WHERE tablename LIKE 'Settlements%'")
                .ToListAsync()
        )
            .Should()
            .Equal("settlements");
    }

    protected override async Task CreateDatabaseAsync() => _database = await server.CreateDatabaseAsync();

    protected override void Connect(DbContextOptionsBuilder builder) => builder.UseNpgsql(_database);

    protected override Task RemoveDatabaseAsync() => server.DropDatabaseAsync(_database);
}
