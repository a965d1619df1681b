using Microsoft.CodeAnalysis;
using Settlements.Tests.Conventions.Shape;

namespace Settlements.Tests.Conventions;

/// <summary>Each rule of shape finds its fault, and none in a type that has none.</summary>
public sealed class ShapeSelfTests
{
    public static TheoryData<string, Func<Type, IEnumerable<string>>, Type> Faults =>
        new()
        {
            { "open", ShapeRules.Inheritance, typeof(Open) },
            { "mutable struct", ShapeRules.ValueTypes, typeof(Mutable) },
            { "static list", ShapeRules.Statics, typeof(StaticList) },
            { "static setter", ShapeRules.Statics, typeof(StaticSetter) },
            { "setter", ShapeRules.Immutability, typeof(Setter) },
            { "list in a record", ShapeRules.RecordsHoldNoMutableCollections, typeof(ListInARecord) },
            { "async name", AsyncRules.Names, typeof(NoAsync) },
            { "async name of something else", AsyncRules.Names, typeof(AsyncForNothing) },
            { "no token", AsyncRules.Tokens, typeof(NoToken) },
            { "dependency in a type argument", DependencyRules.ForeignTypes, typeof(ShowsRoslyn) },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Finds(string fault, Func<Type, IEnumerable<string>> rule, Type bad)
    {
        rule(bad).Should().ContainSingle(fault);
        rule(typeof(Good)).Should().BeEmpty();
    }

    public sealed record Good(int Number, IReadOnlyList<string> Names)
    {
        public static Good None { get; } = new(0, []);

        public Task WaitAsync(CancellationToken cancellationToken) =>
            Number == 0 ? Task.CompletedTask : Task.FromCanceled(cancellationToken);
    }

    public class Open;

    public record struct Mutable
    {
        public int Number { get; set; }
    }

    public static class StaticList
    {
        public static readonly string[] Names = ["a"];
    }

    public static class StaticSetter
    {
        public static int Number { get; set; }
    }

    public sealed class Setter
    {
        public int Number { get; set; }
    }

    public sealed record ListInARecord(List<int> Numbers);

    public static class NoAsync
    {
        public static Task Wait(CancellationToken cancellationToken) => Task.FromCanceled(cancellationToken);
    }

    public static class AsyncForNothing
    {
        public static int CountAsync() => 1;
    }

    public static class NoToken
    {
        public static Task WaitAsync() => Task.CompletedTask;
    }

    public sealed class ShowsRoslyn
    {
        public IReadOnlyList<SyntaxNode> Nodes { get; } = [];
    }
}
