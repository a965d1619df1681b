namespace Settlements.Testing.Scenarios;

/// <summary>An object of known properties.</summary>
internal sealed class ObjectShape(params ShapeProperty[] properties) : Shape
{
    internal IReadOnlyList<ShapeProperty> Properties => properties;

    /// <summary>A property and those that never stand beside it; null when all get along.</summary>
    internal (string Name, string[] Others)? Either { get; init; }

    internal override string Says => "an object in braces";

    private protected override void CheckValue(ScenarioNode node, string path)
    {
        if (node.Kind != ScenarioNodeKind.Object)
            throw Wrong(node, path);
        foreach (var member in node.Members)
        {
            var property =
                Array.Find(properties, known => known.Name == member.Name)
                ?? throw new ScenarioFormatException(
                    member.Position,
                    $"{Subject(path)} has the unknown property {ScenarioNode.Quote(member.Name)}; known are {string.Join(", ", properties.Select(known => known.Name))}."
                );
            property.Shape.Check(member.Value, path.Length == 0 ? member.Name : path + "." + member.Name);
        }

        foreach (var property in properties)
        {
            if (property.IsRequired && node.Find(property.Name) is null)
                throw new ScenarioFormatException(
                    node.Position,
                    $"{Subject(path)} lacks the property {ScenarioNode.Quote(property.Name)}: {property.Meaning}"
                );
        }

        if (
            Either is { } either
            && node.Find(either.Name) is not null
            && Array.Find(either.Others, other => node.Find(other) is not null) is { } both
        )
            throw new ScenarioFormatException(
                node.Position,
                $"{Subject(path)} has {ScenarioNode.Quote(either.Name)} and {ScenarioNode.Quote(both)}: give one or the other."
            );
    }

    /// <summary>What the expected object leaves out is not compared.</summary>
    private protected override bool MatchesValue(ScenarioNode expected, ScenarioNode got) => Differing(expected, got).Count == 0;

    /// <summary>The expected properties that the answer does not have, or has otherwise.</summary>
    internal IReadOnlyList<string> Differing(ScenarioNode expected, ScenarioNode got) =>
        [
            .. expected
                .Members.Where(member =>
                    got.Find(member.Name) is not { } value
                    || !Array.Find(properties, known => known.Name == member.Name)!.Shape.Matches(member.Value, value)
                )
                .Select(member => member.Name),
        ];

    private static string Subject(string path) => path.Length == 0 ? "The file" : path;
}
