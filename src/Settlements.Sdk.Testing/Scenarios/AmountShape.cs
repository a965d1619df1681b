namespace Settlements.Testing.Scenarios;

/// <summary>A decimal number as text. In <c>given</c> a text that is no number is an answer; in <c>expect</c> nothing could ever equal it.</summary>
internal sealed class AmountShape(bool isExpected = false) : Shape
{
    internal override string Says => "a decimal number in quotes, such as \"1000.50\"";

    private protected override void CheckValue(ScenarioNode node, string path)
    {
        if (node.Kind != ScenarioNodeKind.Text || (isExpected && !Given.TryDecimal(node, out _)))
            throw Wrong(node, path);
    }

    private protected override bool MatchesValue(ScenarioNode expected, ScenarioNode got) =>
        Given.TryDecimal(expected, out var left) && Given.TryDecimal(got, out var right) && left == right;
}
