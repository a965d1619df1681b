using Settlements.Tests.Conventions.Floors;

namespace Settlements.Tests.Conventions;

/// <summary>The compiled library keeps to the floors: rules decide, services fetch and act, nothing looks up. Bodies of methods are read too.</summary>
public sealed class FloorsTests
{
    private static readonly IReadOnlyList<Type> Sdk = [.. House.Types(Product.Sdk)];

    [Fact]
    public void Rules_touch_no_network_no_task_no_clock_and_no_container()
    {
        var rules = Sdk.Where(type => House.FloorOf(type) <= Floor.Rule).ToList();

        rules.Should().HaveCountGreaterThan(10);
        rules.SelectMany(Forbidden.TouchedBy).Should().BeEmpty();
    }

    [Fact]
    public void No_type_names_a_floor_above_its_own()
    {
        var upward =
            from type in Sdk
            from named in References.Of(type).Types
            where named.Assembly == type.Assembly && House.IsOurs(named) && House.FloorOf(named) > House.FloorOf(type)
            select $"{type.FullName} ({House.FloorOf(type)}) names {named.FullName} ({House.FloorOf(named)})";

        Sdk.Select(House.FloorOf).Distinct().Should().HaveCountGreaterThan(1);
        upward.Should().BeEmpty();
    }

    [Fact]
    public void The_vocabulary_depends_on_NodaTime_alone()
    {
        var vocabulary = Sdk.Where(type => House.FloorOf(type) == Floor.Vocabulary).ToList();

        vocabulary.Should().NotBeEmpty();
        vocabulary
            .SelectMany(type => References.Of(type).Types.Select(named => (type, named)))
            .Where(pair =>
                pair.named.Assembly != Product.Sdk && !IsBcl(pair.named) && pair.named.Assembly != typeof(NodaTime.Instant).Assembly
            )
            .Select(pair => $"{pair.type.FullName} names {pair.named.FullName}")
            .Should()
            .BeEmpty();
    }

    [Theory]
    [InlineData("Settlements.OneC", "Settlements.BillManager")]
    [InlineData("Settlements.BillManager", "Settlements.OneC")]
    public void The_two_clients_do_not_know_each_other(string client, string other) =>
        Sdk.Where(type => type.Namespace == client)
            .Where(type => References.Of(type).Types.Any(named => named.Namespace == other))
            .Should()
            .BeEmpty();

    [Fact]
    public void Every_named_service_exists() =>
        House
            .NamedServices.Should()
            .BeSubsetOf(Sdk.Select(type => type.FullName!), "a name that is gone would hide a new type of that name");

    private static bool IsBcl(Type type) =>
        type.Assembly.GetName().Name is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard");
}
