using Settlements.AcceptanceTests;
using Settlements.Tests.Conventions.Floors;
using Settlements.Tests.Conventions.Shape;

namespace Settlements.Tests.Conventions;

/// <summary>Public types look as a user of .NET expects them to.</summary>
public sealed class ShapeTests
{
    private static readonly IReadOnlyList<Type> Public = [.. Product.PublicTypes([.. Product.All])];

    private static readonly IReadOnlyList<Type> OfTheSdk = [.. Product.PublicTypes(Product.Sdk)];

    [Fact]
    public void Every_class_is_sealed_static_or_abstract() => Check(Public, ShapeRules.Inheritance);

    [Fact]
    public void Every_struct_is_readonly_and_equatable() => Check(Public, ShapeRules.ValueTypes);

    [Fact]
    public void Nothing_static_can_be_changed() => Check(Public, ShapeRules.Statics);

    [Fact]
    public void Only_options_can_be_changed_after_they_were_made() => Check(OfTheSdk, ShapeRules.Immutability);

    [Fact]
    public void Records_hand_out_lists_that_nobody_changes() => Check(Public, ShapeRules.RecordsHoldNoMutableCollections);

    [Fact]
    public void Asynchronous_methods_end_in_Async() => Check([.. Product.All.SelectMany(House.Types)], AsyncRules.Names);

    [Fact]
    public void Asynchronous_methods_can_be_cancelled() =>
        Check([.. Public.Where(type => type != typeof(StoreSuite<>))], AsyncRules.Tokens);

    [Fact]
    public void No_type_of_a_dependency_shows() => Check(OfTheSdk, DependencyRules.ForeignTypes);

    private static void Check(IReadOnlyList<Type> types, Func<Type, IEnumerable<string>> rule)
    {
        types.Should().HaveCountGreaterThan(10);
        types.SelectMany(rule).Should().BeEmpty();
    }
}
