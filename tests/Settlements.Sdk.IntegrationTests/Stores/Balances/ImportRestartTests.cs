using Microsoft.Extensions.DependencyInjection;
using Settlements.Balances;
using Settlements.EntityFrameworkCore;
using Settlements.IntegrationTests.Servers;
using Settlements.Tests.Balances;

namespace Settlements.IntegrationTests.Stores.Balances;

/// <summary>PostgreSQL stops as in a crash while an import is under way, and comes back.</summary>
[NeedsPostgreSql]
public sealed class ImportRestartTests : IAsyncLifetime
{
    private PostgreSqlServer _server = null!;
    private PostgreSqlStores _stores = null!;
    private IBalanceStore _store = null!;
    private StoreDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _server = await PostgreSqlServer.NewAsync();
        _stores = new PostgreSqlStores(_server);
        await _stores.CreateAsync();
        var provider = _stores.Open();
        (_store, _database) = (provider.GetRequiredService<IBalanceStore>(), provider.GetRequiredService<StoreDatabase>());
        await Generations.ImportAsync(_store, 0);
    }

    public async Task DisposeAsync()
    {
        await _stores.RemoveAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("batch 5")]
    [InlineData("apply")]
    [InlineData("commit")]
    public async Task Says_that_the_database_is_gone_keeps_the_old_file_and_takes_the_new_one_again(string moment)
    {
        Task RestartAtAsync(string line) => line == moment ? _server.RestartAsync() : Task.CompletedTask;

        var failure = await FluentActions
            .Awaiting(() => Generations.ImportAsync(_store, 1, RestartAtAsync))
            .Should()
            .ThrowAsync<StoreException>();

        failure.Which.Error.Should().Be(SettlementsError.Unavailable);
        failure.Which.IsTransient.Should().BeTrue();
        failure.Which.Message.Should().Contain("database");
        (await BalanceContents.DifferenceAsync(_database, [0])).Should().BeEmpty();

        await Generations.ImportAsync(_store, 1);
        (await BalanceContents.DifferenceAsync(_database, [0, 1])).Should().BeEmpty();
    }

    [Fact]
    public async Task Keeps_the_old_file_when_the_database_stops_while_it_works()
    {
        Task? restart = null;

        await FluentActions
            .Awaiting(async () =>
            {
                await using var import = await Generations.ApplyAsync(
                    _store,
                    1,
                    line =>
                    {
                        if (line == "apply")
                            restart = _server.RestartAsync();
                        return Task.CompletedTask;
                    }
                );
                await restart!;
                await import.CommitAsync(CancellationToken.None);
            })
            .Should()
            .ThrowAsync<StoreException>();
        await restart!;

        (await BalanceContents.DifferenceAsync(_database, [0])).Should().BeEmpty();
        await Generations.ImportAsync(_store, 1);
        (await BalanceContents.DifferenceAsync(_database, [0, 1])).Should().BeEmpty();
    }

    [Fact]
    public async Task Can_be_given_up_when_the_database_is_gone()
    {
        var import = await Generations.ApplyAsync(_store, 1);
        await _server.RestartAsync();

        await import.DisposeAsync();

        (await BalanceContents.DifferenceAsync(_database, [0])).Should().BeEmpty();
        await Generations.ImportAsync(_store, 1);
        (await BalanceContents.DifferenceAsync(_database, [0, 1])).Should().BeEmpty();
    }
}
