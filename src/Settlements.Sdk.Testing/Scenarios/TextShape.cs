namespace Settlements.Testing.Scenarios;

/// <summary>Any text.</summary>
internal sealed class TextShape : Shape
{
    internal override string Says => "a text in quotes";

    private protected override void CheckValue(ScenarioNode node, string path)
    {
        if (node.Kind != ScenarioNodeKind.Text)
            throw Wrong(node, path);
    }
}
