using System.Globalization;

namespace Settlements.Testing.Scenarios;

/// <summary>A whole number, written as a JSON number without a point or an exponent.</summary>
internal sealed class WholeShape(long least = int.MinValue, long most = int.MaxValue) : Shape
{
    internal long Least => least;

    internal long Most => most;

    internal override string Says =>
        least == 0
            ? string.Create(CultureInfo.InvariantCulture, $"a whole number from 0 to {most}, without quotes")
            : "a whole number, without quotes";

    private protected override void CheckValue(ScenarioNode node, string path)
    {
        if (node.Kind != ScenarioNodeKind.Number || !Given.TryWhole(node, out var value) || value < least || value > most)
            throw Wrong(node, path);
    }
}
