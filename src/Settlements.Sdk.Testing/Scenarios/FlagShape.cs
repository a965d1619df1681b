namespace Settlements.Testing.Scenarios;

/// <summary>True or false.</summary>
internal sealed class FlagShape : Shape
{
    internal override string Says => "true or false";

    private protected override void CheckValue(ScenarioNode node, string path)
    {
        if (node.Kind != ScenarioNodeKind.Flag)
            throw Wrong(node, path);
    }
}
