namespace Settlements.Testing.Scenarios;

/// <summary>A rule that scenarios may ask: what its <c>given</c> and <c>expect</c> look like, and how to put the question.</summary>
internal abstract class ScenarioRule(string name, ObjectShape given, params ShapeProperty[] expect)
{
    private const string Error = "error";

    /// <summary>The word in <c>"rule"</c>.</summary>
    internal string Name => name;

    internal ObjectShape Given => given;

    internal ObjectShape Expect { get; } =
        new([
            .. expect,
            new ShapeProperty(
                Error,
                new WordShape(BadValueException.Words),
                "The answer is that a value of given is bad, and which kind of value."
            ),
        ])
        {
            Either = (Error, [.. expect.Select(property => property.Name)]),
        };

    /// <summary>Asks the rule.</summary>
    /// <param name="given">Of the shape <see cref="Given"/>.</param>
    /// <exception cref="BadValueException">A value is bad; that is the answer.</exception>
    internal abstract ScenarioNode Ask(ScenarioNode given);

    /// <summary>A name of an enumeration as the format writes it: <c>LimitExceeded</c> is <c>limitExceeded</c>.</summary>
    private protected static ScenarioNode Word<T>(T? value)
        where T : struct, Enum => ScenarioNode.Of(value is { } known ? WordOf(known) : null);

    /// <summary>All names of an enumeration as the format writes them.</summary>
    private protected static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(WordOf)];

    /// <summary>The value of an enumeration that a word of the format names; the shape has checked that there is one.</summary>
    private protected static T Value<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word, ignoreCase: true);

    private static string WordOf<T>(T value)
        where T : struct, Enum
    {
        var text = value.ToString();
        return char.ToLowerInvariant(text[0]) + text[1..];
    }
}
