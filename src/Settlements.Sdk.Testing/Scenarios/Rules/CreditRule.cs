using Settlements.Credit;

namespace Settlements.Testing.Scenarios.Rules;

/// <summary>May the order be placed?</summary>
internal sealed class CreditRule()
    : ScenarioRule(
        "credit",
        new ObjectShape(
            new("balance", BalanceGiven.Shape, "The customer's figures; null or left out when they are not to be had."),
            new("holds", new ListShape(new AmountShape()), "What other orders hold, in the balance's currency; nothing when left out."),
            new("order", OrderShape, "The order in question.", IsRequired: true),
            new("today", new DateShape(), "The business day.", IsRequired: true),
            new(
                "rate",
                new AmountShape { IsNullable = true },
                "How much of the balance's currency one unit of the order's is worth; null without a rate."
            ),
            new("override", OverrideShape, "A person's word for the order; null or left out when there is none."),
            new("policy", PolicyGiven.Shape, "The company's rules; what is left out is the default.")
        ),
        new("verdict", new WordShape(Words<CreditVerdict>()), "The worst of the findings."),
        new("findings", new ListShape(new WordShape(Words<CreditFindingCode>()), isSet: true), "All reasons, in any order."),
        new("exposure", new AmountShape(isExpected: true) { IsNullable = true }, "What is at stake in all; null when it cannot be known."),
        new(
            "available",
            new AmountShape(isExpected: true) { IsNullable = true },
            "The limit less the exposure; null when it cannot be known."
        )
    )
{
    private static ObjectShape OrderShape =>
        new(
            new("total", new AmountShape(), "What is to be paid in all.", IsRequired: true),
            new("currency", new TextShape(), "The currency's letter code.", IsRequired: true),
            new("terms", TermsGiven.NullableShape, "The payment terms; without them the whole total is on credit.")
        );

    private static ObjectShape OverrideShape =>
        new(
            new("sum", new AmountShape(), "The largest order total that may pass, in the order's currency.", IsRequired: true),
            new("until", new DateShape(), "The last day in force.", IsRequired: true),
            new("reason", new TextShape(), "Why."),
            new("author", new TextShape(), "Who answers for it.")
        )
        {
            IsNullable = true,
        };

    internal override ScenarioNode Ask(ScenarioNode given)
    {
        var order = OrderOf(given);
        var reading = given["balance"] is { } balance ? BalanceGiven.Read(balance) : null;
        var facts = new CreditFacts(order, order.Date)
        {
            Reading = reading,
            Holds = HoldsOf(given["holds"], reading?.Balance.Currency),
            Override = given["override"] is { } person ? OverrideOf(person, order.Total.Currency) : null,
            Rates = RatesOf(given["rate"], order.Total.Currency),
        };
        var policy = PolicyGiven.Read(given["policy"], reading?.Balance.Currency);
        var decision = TermsGiven.Ask(() => policy.Decide(facts));
        return ScenarioNode.Of(
            ("verdict", Word<CreditVerdict>(decision.Verdict)),
            ("findings", ScenarioNode.Of(decision.Findings.Select(finding => Word<CreditFindingCode>(finding.Code)))),
            ("exposure", ScenarioNode.Of(decision.Exposure.Total?.ToAmountString())),
            ("available", ScenarioNode.Of(decision.Available?.ToAmountString()))
        );
    }

    private static OrderToCheck OrderOf(ScenarioNode given)
    {
        var node = given["order"]!;
        var currency = Scenarios.Given.Currency(node["currency"]!);
        var total = Scenarios.Given.Amount(node["total"]!, currency);
        var terms = node["terms"] is { } written ? TermsGiven.Read(written, currency) : null;
        return new OrderToCheck("the order", BalanceGiven.Somebody, total, Scenarios.Given.Date(given["today"]!), terms);
    }

    /// <summary>Without a balance nobody knows in which currency the holds are; they are then checked as numbers and count for nothing.</summary>
    private static Money[] HoldsOf(ScenarioNode? node, Currency? currency)
    {
        var numbers = (node?.Items ?? []).Select(hold => Scenarios.Given.Number(hold, currency)).ToArray();
        return currency is { } known ? [.. numbers.Select(number => new Money(number, known))] : [];
    }

    private static CreditOverride? OverrideOf(ScenarioNode node, Currency currency)
    {
        var sum = Scenarios.Given.Amount(node["sum"]!, currency);
        var until = Scenarios.Given.Date(node["until"]!);

        // A sum of zero lets nothing pass; the SDK has no such override.
        return sum.IsZero ? null : new CreditOverride(sum, until, TextOf(node["reason"]), TextOf(node["author"]));
    }

    private static string TextOf(ScenarioNode? node) => string.IsNullOrWhiteSpace(node?.Text) ? "not said" : node.Text;

    private static Dictionary<Currency, decimal> RatesOf(ScenarioNode? node, Currency from)
    {
        if (node is null)
            return [];
        var rate = Scenarios.Given.Decimal(node, BadValueException.Amount);
        return rate > 0
            ? new Dictionary<Currency, decimal> { [from] = rate }
            : throw Scenarios.Given.Bad(BadValueException.Amount, node, "is no rate: it must be above zero");
    }
}
