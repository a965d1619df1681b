using System.Globalization;

namespace Settlements.Testing.Scenarios;

/// <summary>A list of values of one shape; compared whole, in order unless it is a set.</summary>
internal sealed class ListShape(Shape item, bool isSet = false) : Shape
{
    internal Shape Item => item;

    internal override string Says => "a list in square brackets";

    private protected override void CheckValue(ScenarioNode node, string path)
    {
        if (node.Kind != ScenarioNodeKind.List)
            throw Wrong(node, path);
        for (var i = 0; i < node.Items.Count; i++)
            item.Check(node.Items[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
    }

    private protected override bool MatchesValue(ScenarioNode expected, ScenarioNode got)
    {
        if (isSet)
            return IsCovered(expected.Items, by: got.Items, item.Matches)
                && IsCovered(got.Items, by: expected.Items, (left, right) => item.Matches(right, left));
        if (expected.Items.Count != got.Items.Count)
            return false;
        for (var i = 0; i < expected.Items.Count; i++)
        {
            if (!item.Matches(expected.Items[i], got.Items[i]))
                return false;
        }

        return true;
    }

    private static bool IsCovered(
        IReadOnlyList<ScenarioNode> items,
        IReadOnlyList<ScenarioNode> by,
        Func<ScenarioNode, ScenarioNode, bool> matches
    ) => items.All(one => by.Any(other => matches(one, other)));
}
