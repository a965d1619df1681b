using Settlements.AcceptanceTests;
using Settlements.Tests.Conventions;

namespace Settlements.Tests.Stores;

/// <summary>No store goes untried, and no suite unused.</summary>
public sealed class SuitesTests
{
    [Fact]
    public void Every_port_that_something_is_kept_behind_has_a_suite()
    {
        Suites.All.Should().HaveCountGreaterThan(6);
        Product.All.SelectMany(assembly => Suites.PortsWithoutSuite(assembly, Suites.All)).Should().BeEmpty();
    }

    [Fact]
    public void A_port_has_one_suite_named_after_it() =>
        Suites
            .All.Select(suite => suite.Name)
            .Should()
            .OnlyHaveUniqueItems()
            .And.Equal(Suites.All.Select(suite => Suites.PortOf(suite)!.Name[1..] + "Suite"));

    [Fact]
    public void The_stores_in_memory_pass_every_suite() =>
        Suites.LeftOut(Suites.All, typeof(SuitesTests).Assembly.GetTypes(), "InMemory").Should().BeEmpty();

    [Fact]
    public void A_suite_has_facts_that_run()
    {
        foreach (var suite in Suites.All)
        {
            SuiteRun.FactsOf(suite).Should().HaveCountGreaterThan(7, suite.Name);
            SuiteRun
                .FactsOf(suite)
                .SelectMany(row => row.Fact.GetCustomAttributes(typeof(FactAttribute), inherit: true))
                .Cast<FactAttribute>()
                .Where(fact => fact.Skip is not null)
                .Should()
                .BeEmpty(suite.Name);
        }
    }

    [Fact]
    public void A_suite_that_is_left_out_is_found()
    {
        Suites.LeftOut(Suites.All, [typeof(InMemoryBalanceStoreTests)], "InMemory").Should().HaveCount(Suites.All.Count - 1);
        Suites
            .LeftOut([typeof(BalanceStoreSuite)], [typeof(TriedBalances), typeof(InMemoryBalanceStoreTests)], "Sqlite")
            .Should()
            .ContainSingle("a class that xunit does not see, or one over another store, runs nothing");
        Suites
            .PortsWithoutSuite(Product.Sdk, [.. Suites.All.Where(suite => suite != typeof(CreditHoldStoreSuite))])
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain("ICreditHoldStore");
    }
}
