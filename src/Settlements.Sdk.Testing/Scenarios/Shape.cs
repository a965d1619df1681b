namespace Settlements.Testing.Scenarios;

/// <summary>What a value of a scenario file may be: checks it when the file is loaded, and compares an expected one with an answer.</summary>
/// <remarks>The JSON Schema in <c>docs/</c> is written from the same shapes, so that editors and this reader never disagree.</remarks>
internal abstract class Shape
{
    /// <summary>Whether JSON null may stand in its place.</summary>
    internal bool IsNullable { get; init; }

    /// <summary>What it is, for messages: "a decimal string such as \"1000.50\"".</summary>
    internal abstract string Says { get; }

    /// <summary>Refuses a value of another JSON type, a word that is not in the list, and what an object may not have.</summary>
    /// <param name="node">The value.</param>
    /// <param name="path">Where it stands in its scenario: <c>given.order.total</c>.</param>
    /// <exception cref="ScenarioFormatException">The value does not have this shape.</exception>
    internal void Check(ScenarioNode node, string path)
    {
        if (node.Kind != ScenarioNodeKind.Null)
            CheckValue(node, path);
        else if (!IsNullable)
            throw Wrong(node, path);
    }

    /// <summary>Whether an answer is what was expected.</summary>
    internal bool Matches(ScenarioNode expected, ScenarioNode got) =>
        expected.Kind == ScenarioNodeKind.Null || got.Kind == ScenarioNodeKind.Null
            ? expected.Kind == got.Kind
            : MatchesValue(expected, got);

    private protected abstract void CheckValue(ScenarioNode node, string path);

    private protected virtual bool MatchesValue(ScenarioNode expected, ScenarioNode got) =>
        expected.Kind == got.Kind && expected.Text == got.Text;

    private protected ScenarioFormatException Wrong(ScenarioNode node, string path) =>
        new(node.Position, $"{(path.Length == 0 ? "The file" : path)} is {Found(node)}; give {Says}.");

    private static string Found(ScenarioNode node) =>
        node.Kind switch
        {
            ScenarioNodeKind.Object => "an object",
            ScenarioNodeKind.List => "a list",
            ScenarioNodeKind.Number => "the number " + node.Text,
            ScenarioNodeKind.Text => "the text " + node,
            _ => node.Text,
        };
}
