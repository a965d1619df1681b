using Settlements.Terms;

namespace Settlements.Testing.Scenarios.Rules;

/// <summary>Which methods may pay an order under its terms?</summary>
internal sealed class PaymentMethodsRule()
    : ScenarioRule(
        "paymentMethods",
        new ObjectShape(
            new("terms", TermsGiven.Shape, "The payment terms.", IsRequired: true),
            new("methods", new ListShape(MethodShape), "The methods that the shop offers.", IsRequired: true)
        ),
        new ShapeProperty("methods", new ListShape(new TextShape()), "The ids of the methods able to pay some part, in the order given.")
    )
{
    private static ObjectShape MethodShape =>
        new(
            new("id", new TextShape(), "The shop's own id of the method.", IsRequired: true),
            new(
                "kind",
                new WordShape("onlineCard", "onlineWallet", "invoice", "cash") { IsOpen = true },
                "What it is; any other word counts as online.",
                IsRequired: true
            )
        );

    internal override ScenarioNode Ask(ScenarioNode given)
    {
        var allowed = TermsGiven.Read(given["terms"]!, currency: null).Allowed(given["methods"]!.Items.Select(MethodOf));
        return ScenarioNode.Of(("methods", ScenarioNode.Of(allowed.Select(method => ScenarioNode.Of(method.Method.Id)))));
    }

    private static PaymentMethod MethodOf(ScenarioNode node) =>
        new(
            node["id"]!.Text,
            node["kind"]!.Text switch
            {
                "onlineCard" => PaymentMethodKind.OnlineCard,
                "onlineWallet" => PaymentMethodKind.OnlineWallet,
                "invoice" => PaymentMethodKind.Invoice,
                "cash" => PaymentMethodKind.Cash,
                _ => PaymentMethodKind.Unknown,
            }
        );
}
