using Settlements.Payers;

namespace Settlements.Testing.Scenarios.Rules;

/// <summary>Which payer is credited?</summary>
internal sealed class PayerRule()
    : ScenarioRule(
        "payer",
        new ObjectShape(
            new("counterparty", Counterparty, "Whom the document names.", IsRequired: true),
            new("payers", new ListShape(PayerShape), "All payers of the client, in any order.", IsRequired: true),
            new("onAmbiguous", new WordShape(Words<OnAmbiguousPayer>()), "What to do when several fit equally well; wait when left out.")
        ),
        new("payer", new TextShape { IsNullable = true }, "The id of the payer that is taken; null when none is."),
        new("matchedBy", new WordShape(Words<PayerMatch>()) { IsNullable = true }, "Which rule found the payer; null when none is taken."),
        new("reason", new WordShape(Words<NoPayerReason>()) { IsNullable = true }, "Why no payer is taken; null when one is.")
    )
{
    private static ObjectShape Counterparty =>
        new(
            new("kind", new WordShape(Words<CounterpartyKind>()), "What kind of buyer it is; decides which rules apply.", IsRequired: true),
            new("tin", new TextShape { IsNullable = true }, "The tax number; null or left out when there is none."),
            new("kpp", new TextShape { IsNullable = true }, "The KPP; null or left out when there is none."),
            new(
                "code",
                new TextShape { IsNullable = true },
                "The code in the accounting system, with its zeros; null or left out when there is none."
            )
        );

    private static ObjectShape PayerShape =>
        new(
            new("id", new TextShape(), "The payer's identifier.", IsRequired: true),
            new("kind", new WordShape(Words<CounterpartyKind>()), "The payer's own kind, which is not compared."),
            new("active", new FlagShape(), "Whether the payer may be used; true when left out."),
            new(
                "code",
                new TextShape { IsNullable = true },
                "The code in the accounting system, with its zeros; null or left out when there is none."
            ),
            new("tin", new TextShape { IsNullable = true }, "The tax number; null or left out when there is none."),
            new("kpp", new TextShape { IsNullable = true }, "The KPP; null or left out when there is none."),
            new(
                "order",
                new WholeShape(long.MinValue, long.MaxValue),
                "The place in the order of creation: a later payer has a greater number; 0 when left out."
            )
        );

    internal override ScenarioNode Ask(ScenarioNode given)
    {
        var counterparty = given["counterparty"]!;
        var query = new PayerQuery
        {
            Kind = Value<CounterpartyKind>(counterparty["kind"]!.Text),
            Tin = counterparty["tin"]?.Text,
            Kpp = counterparty["kpp"]?.Text,
            AccountingCode = counterparty["code"]?.Text,
        };
        var onAmbiguous = given["onAmbiguous"] is { } word ? Value<OnAmbiguousPayer>(word.Text) : OnAmbiguousPayer.Wait;
        var found = PayerResolver.Resolve(query, [.. given["payers"]!.Items.Select(PayerOf)], onAmbiguous);
        return ScenarioNode.Of(
            ("payer", ScenarioNode.Of(found.Payer?.Id)),
            ("matchedBy", Word(found.Payer is null ? null : found.MatchedBy)),
            ("reason", Word(found.Reason))
        );
    }

    private static Payer PayerOf(ScenarioNode node) =>
        new()
        {
            Id = node["id"]!.Text,
            Kind = node["kind"] is { } kind ? Value<CounterpartyKind>(kind.Text) : CounterpartyKind.Company,
            IsActive = node["active"]?.Text != "false",
            AccountingCode = node["code"]?.Text,
            Tin = node["tin"]?.Text,
            Kpp = node["kpp"]?.Text,
            CreationOrder = node["order"] is { } order && Scenarios.Given.TryWhole(order, out var place) ? place : 0,
        };
}
