using Settlements.Terms;

namespace Settlements.Testing.Scenarios.Rules;

/// <summary>A line of terms as scenarios write it.</summary>
internal static class TermsLineGiven
{
    private static readonly string[] Shares = ["percent", "fixed", "remainder"];

    internal static ObjectShape Shape =>
        new(
            new("percent", new AmountShape(), "The share as a percent, of the total unless \"of\" says otherwise."),
            new("of", new WordShape("remainder") { IsOpen = true }, "\"remainder\": the percent is of what the lines above left."),
            new("fixed", new AmountShape(), "The share as an amount."),
            new("remainder", new FlagShape(), "true: everything that the lines above left; the last line only."),
            new("from", new WordShape("order", "shipment", "invoice") { IsOpen = true }, "The base date; the order date when left out."),
            new(
                "due",
                new ListShape(TermsStepGiven.Shape),
                "Steps from the base date, in the order written; on the base date when left out."
            ),
            new(
                "noLaterThanDays",
                new WholeShape(long.MinValue, long.MaxValue) { IsNullable = true },
                "A cap: no later than so many days after the base date; may be negative."
            ),
            new(
                "kind",
                new WordShape("prepayment", "deferred") { IsOpen = true },
                "The kind that the contract states; else the steps tell it."
            )
        );

    internal static PaymentTermsLine Read(ScenarioNode node, Currency? currency) =>
        new(ShareOf(node, currency))
        {
            BaseDate = node["from"] is { } from ? BaseDateOf(from) : TermsBaseDate.Order,
            Due = DueRule.FromSteps((node["due"]?.Items ?? []).Select(TermsStepGiven.Read)),
            NoLaterThanDays = node["noLaterThanDays"] is { } days ? TermsGiven.Whole(days) : null,
            StatedKind = node["kind"] is { } kind ? KindOf(kind) : null,
        };

    private static PaymentShare ShareOf(ScenarioNode node, Currency? currency)
    {
        if (node.Members.Count(member => Shares.Contains(member.Name)) != 1)
            throw TermsGiven.Bad(node, "give one of percent, fixed and remainder");
        if (node["of"] is { } of && (of.Text != "remainder" || node["percent"] is null))
            throw TermsGiven.Bad(of, "may only be \"remainder\", beside a percent");

        if (node["percent"] is { } percent)
        {
            var value = Given.Decimal(percent, BadValueException.Terms);
            return node["of"] is null ? PaymentShare.PercentOfTotal(value) : PaymentShare.PercentOfRemainder(value);
        }

        if (node["fixed"] is { } amount)
            return PaymentShare.Fixed(Given.Number(amount, currency));
        return node["remainder"]!.Text == "true"
            ? PaymentShare.Remainder
            : throw TermsGiven.Bad(node, "has no share: \"remainder\" may only be true");
    }

    private static TermsBaseDate BaseDateOf(ScenarioNode node) =>
        node.Text switch
        {
            "order" => TermsBaseDate.Order,
            "shipment" => TermsBaseDate.Shipment,
            "invoice" => TermsBaseDate.Invoice,
            _ => throw TermsGiven.Bad(node, "is no base date: give order, shipment or invoice"),
        };

    private static InstallmentKind KindOf(ScenarioNode node) =>
        node.Text switch
        {
            "prepayment" => InstallmentKind.Prepayment,
            "deferred" => InstallmentKind.Deferred,
            _ => throw TermsGiven.Bad(node, "is no kind: give prepayment or deferred"),
        };
}
