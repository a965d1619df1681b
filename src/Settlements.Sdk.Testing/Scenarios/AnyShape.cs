namespace Settlements.Testing.Scenarios;

/// <summary>Any value: its shape is known, and checked, only once the rule is.</summary>
internal sealed class AnyShape : Shape
{
    internal override string Says => "a value";

    private protected override void CheckValue(ScenarioNode node, string path) { }
}
