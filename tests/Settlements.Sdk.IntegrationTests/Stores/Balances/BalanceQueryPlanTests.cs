using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements.Balances;
using Settlements.EntityFrameworkCore;
using Settlements.EntityFrameworkCore.Balances;
using Settlements.IntegrationTests.Servers;
using Settlements.Tests.Balances;

namespace Settlements.IntegrationTests.Stores.Balances;

/// <summary>What pages and checkouts ask is read from an index: nothing is looked through and nothing sorted.</summary>
public abstract class BalanceQueryPlanTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly Guid Somebody = Generations.Id(1).Value;

    private static readonly Dictionary<string, Func<SettlementsDbContext, IQueryable<object>>> Queries = new(StringComparer.Ordinal)
    {
        ["the balance"] = context => BalanceQueries.Balance(context, Somebody),
        ["its documents"] = context => BalanceQueries.Documents(context, Somebody),
        ["the payments beside it"] = context => BalanceQueries.PaymentsBeside(context, Somebody),
        ["the first page of its history"] = context => BalanceQueries.Payments(context, Somebody, null, 21),
        ["the next page of its history"] = context =>
            BalanceQueries.Payments(context, Somebody, new PaymentPosition("2026-11-20", "id:p-1"), 21),
        ["a page of counterparties"] = context => BalanceQueries.Ids(context, Somebody, 100).Select(id => (object)id),
        ["the first page of due documents"] = context => BalanceQueries.Due(context, Today, null, 21),
        ["the next page of due documents"] = context => BalanceQueries.Due(context, Today, new DuePosition(Today, Somebody, "", 0), 21),
        ["what somebody has to pay on one day"] = context => BalanceQueries.Due(context, Today, Somebody),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    protected static async Task<List<string>> PlanAsync(IServiceProvider stores, string query, string explain, int column)
    {
        await Generations.ImportAsync(stores.GetRequiredService<IBalanceStore>(), 0);
        return await stores
            .GetRequiredService<StoreDatabase>()
            .ReadTogetherAsync(
                async context =>
                {
                    await using var command = Queries[query](context).CreateDbCommand();
                    command.CommandText = explain + command.CommandText;
                    await using var reader = await command.ExecuteReaderAsync();
                    return await LinesAsync(reader, column);
                },
                CancellationToken.None
            );
    }

    private static async Task<List<string>> LinesAsync(DbDataReader reader, int column)
    {
        List<string> lines = [];
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(column));
        return lines;
    }
}

public sealed class SqliteBalanceQueryPlanTests : BalanceQueryPlanTests, IDisposable
{
    private readonly StoreFile _file = new();

    public void Dispose() => _file.Remove();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Reads_an_index(string query)
    {
        var plan = await PlanAsync(_file.Open(), query, "EXPLAIN QUERY PLAN ", column: 3);

        plan.Should()
            .Contain(step => step.StartsWith("SEARCH", StringComparison.Ordinal) && step.Contains("INDEX", StringComparison.Ordinal));
        plan.Should().NotContain(step => step.StartsWith("SCAN", StringComparison.Ordinal));
        plan.Should().NotContain(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }
}

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlBalanceQueryPlanTests(PostgreSqlServer server) : BalanceQueryPlanTests, IAsyncLifetime
{
    private readonly PostgreSqlStores _stores = new(server);

    public Task InitializeAsync() => _stores.CreateAsync();

    public Task DisposeAsync() => _stores.RemoveAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Reads_an_index(string query)
    {
        // A table of a few rows is read as a whole, whatever indexes it has.
        var plan = await PlanAsync(
            _stores.Open(),
            query,
            "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; EXPLAIN ",
            column: 0
        );

        plan.Should().Contain(step => step.Contains("Index", StringComparison.Ordinal));
        plan.Should().NotContain(step => step.Contains("Seq Scan", StringComparison.Ordinal));
        plan.Should().NotContain(step => step.Contains("Sort", StringComparison.Ordinal));
    }
}
