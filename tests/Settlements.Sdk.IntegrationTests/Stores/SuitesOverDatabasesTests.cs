using System.Reflection;
using Settlements.Tests.Stores;

namespace Settlements.IntegrationTests.Stores;

/// <summary>Every store that the package of databases has is tried by its suite, on each database.</summary>
public sealed class SuitesOverDatabasesTests
{
    private static readonly Assembly Stores = Assembly.Load("Settlements.Sdk.EntityFrameworkCore");

    private static readonly IReadOnlyList<Type> Tests = typeof(SuitesOverDatabasesTests).Assembly.GetTypes();

    /// <summary>The suites whose port has a store in the package.</summary>
    private static IReadOnlyList<Type> Kept { get; } =
    [.. Suites.All.Where(suite => Stores.GetTypes().Any(type => type.IsClass && type.IsAssignableTo(Suites.PortOf(suite))))];

    [Fact]
    public void The_package_keeps_what_there_are_suites_for() => Kept.Should().HaveCountGreaterThan(5);

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public void No_suite_is_left_out(string database) => Suites.LeftOut(Kept, Tests, database).Should().BeEmpty();
}
