namespace Settlements.Testing.Scenarios;

/// <summary>A date of ISO 8601. In <c>given</c> a text that is no date is an answer; in <c>expect</c> nothing could ever equal it.</summary>
internal sealed class DateShape(bool isExpected = false) : Shape
{
    internal override string Says => "a date in quotes, such as \"2026-11-21\"";

    private protected override void CheckValue(ScenarioNode node, string path)
    {
        if (node.Kind != ScenarioNodeKind.Text || (isExpected && !Given.TryDate(node, out _)))
            throw Wrong(node, path);
    }
}
