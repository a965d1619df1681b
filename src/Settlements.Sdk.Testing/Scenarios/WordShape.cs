namespace Settlements.Testing.Scenarios;

/// <summary>One of a few words, letter for letter.</summary>
internal sealed class WordShape(params string[] words) : Shape
{
    internal IReadOnlyList<string> Words => words;

    /// <summary>Whether another word is left to the rule, which has an answer to it; editors still offer these.</summary>
    internal bool IsOpen { get; init; }

    internal override string Says => (IsOpen ? "a text in quotes: " : "one of ") + string.Join(", ", words.Select(ScenarioNode.Quote));

    private protected override void CheckValue(ScenarioNode node, string path)
    {
        if (node.Kind != ScenarioNodeKind.Text || (!IsOpen && !words.Contains(node.Text, StringComparer.Ordinal)))
            throw Wrong(node, path);
    }
}
