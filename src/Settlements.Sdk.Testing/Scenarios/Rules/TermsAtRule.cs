using System.Globalization;
using Settlements.Terms;

namespace Settlements.Testing.Scenarios.Rules;

/// <summary>Which terms are in force on a day?</summary>
internal sealed class TermsAtRule()
    : ScenarioRule(
        "termsAt",
        new ObjectShape(
            new("date", new DateShape(), "The business day.", IsRequired: true),
            new("terms", new ListShape(PeriodShape), "The terms of one company or contract, in any order.", IsRequired: true)
        ),
        new ShapeProperty("terms", new TextShape { IsNullable = true }, "The id of the terms in force; null when none are.")
    )
{
    private static ObjectShape PeriodShape =>
        new(
            new("id", new TextShape(), "The id of the terms.", IsRequired: true),
            new("from", new DateShape { IsNullable = true }, "The first day in force, included; since ever when null or left out."),
            new("to", new DateShape { IsNullable = true }, "The last day in force, included; until further notice when null or left out.")
        );

    internal override ScenarioNode Ask(ScenarioNode given)
    {
        var date = Scenarios.Given.Date(given["date"]!);
        var items = given["terms"]!.Items;
        var versions = items.Select(VersionOf).ToArray();
        var inForce = TermsGiven.Ask(() => PaymentTermsSet.Of(versions)).At(date);
        return ScenarioNode.Of(("terms", ScenarioNode.Of(inForce is null ? null : items[Array.IndexOf(versions, inForce)]["id"]!.Text)));
    }

    // The place in the list is the id, so that any text will do for an id of the file.
    private static PaymentTermsVersion VersionOf(ScenarioNode node, int index) =>
        new(new TermsId(index.ToString(CultureInfo.InvariantCulture)), PaymentTerms.Prepay())
        {
            From = node["from"] is { } from ? Scenarios.Given.Date(from) : null,
            To = node["to"] is { } to ? Scenarios.Given.Date(to) : null,
        };
}
