using Settlements.Tests.Conventions.Surface;

namespace Settlements.Tests.Conventions;

/// <summary>The text that <see cref="PublicApiTests"/> compares says what a reviewer must see.</summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void Shows_members_with_nullability_defaults_and_modifiers()
    {
        PublicSurface
            .Of([typeof(SurfaceExample), typeof(SurfaceRecord), typeof(SurfaceChoice)])
            .Should()
            .Be(
                """
                namespace Settlements.Tests.Conventions

                  [Flags]
                  enum SurfaceChoice
                    None = 0
                    One = 1

                  abstract class SurfaceExample
                    const int Limit = 5
                    protected SurfaceExample(string? name = null)
                    required IReadOnlyList<string?> Names { get; init; }
                    protected virtual Task<T?> FindAsync<T>(in decimal rate, CancellationToken token = default) where T : class
                    override string ToString()
                    static SurfaceExample operator Addition(SurfaceExample left, SurfaceExample right)

                  sealed record SurfaceRecord : IEquatable<SurfaceRecord>
                    SurfaceRecord(int Number, SurfaceChoice Choice = SurfaceChoice.One)
                    SurfaceChoice Choice { get; init; }
                    int Number { get; init; }

                """
            );
    }

    [Fact]
    public void A_difference_names_the_type_it_is_in()
    {
        const string Before = "namespace A\n\n  class B\n    int C { get; }\n";

        LineDiff
            .Between(Before, Before.Replace("get;", "get; set;", StringComparison.Ordinal))
            .Should()
            .Be("+ namespace A | class B | int C { get; set; }\n- namespace A | class B | int C { get; }");
    }
}

[Flags]
public enum SurfaceChoice
{
    None = 0,
    One = 1,
}

public sealed record SurfaceRecord(int Number, SurfaceChoice Choice = SurfaceChoice.One);

public abstract class SurfaceExample
{
    public const int Limit = 5;

    protected SurfaceExample(string? name = null) => Hidden = name;

    public required IReadOnlyList<string?> Names { get; init; }

    internal string? Hidden { get; }

    public static SurfaceExample operator +(SurfaceExample left, SurfaceExample right) => left ?? right;

    public override string ToString() => Hidden ?? "";

    protected virtual Task<T?> FindAsync<T>(in decimal rate, CancellationToken token = default)
        where T : class => Task.FromResult<T?>(null);
}
