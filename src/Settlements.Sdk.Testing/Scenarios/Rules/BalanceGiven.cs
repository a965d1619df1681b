using NodaTime;
using Settlements.Balances;

namespace Settlements.Testing.Scenarios.Rules;

/// <summary>A customer's figures as scenarios write them.</summary>
internal static class BalanceGiven
{
    /// <summary>Scenarios do not say whose balance it is; the rule does not look.</summary>
    internal static CounterpartyId Somebody { get; } = CounterpartyId.Parse("00000000-0000-0000-0000-000000000001");

    internal static ObjectShape Shape =>
        new(
            new("currency", new TextShape(), "The currency's letter code.", IsRequired: true),
            new("debt", new AmountShape { IsNullable = true }, "What is owed; negative is an advance; null or left out when unknown."),
            new(
                "advance",
                new AmountShape { IsNullable = true },
                "What was paid ahead; null or left out when unknown, and then it subtracts nothing."
            ),
            new(
                "overdue",
                new AmountShape { IsNullable = true },
                "The sum that the source itself calls overdue; null or left out when unknown."
            ),
            new("limit", LimitShape, "The credit limit; null or left out when unknown."),
            new(
                "blocked",
                new FlagShape { IsNullable = true },
                "Whether the source forbids selling; null or left out when it does not say."
            ),
            new("ageMinutes", new WholeShape(0), "How old the figures are; 0 when left out."),
            new(
                "documents",
                new ListShape(DocumentShape) { IsNullable = true },
                "Documents not fully paid; null or left out when the source gave no list."
            )
        )
        {
            IsNullable = true,
        };

    private static ObjectShape LimitShape =>
        new(
            new("amount", new AmountShape { IsNullable = true }, "How much may be owed; null when unknown.", IsRequired: true),
            new("enforced", new FlagShape { IsNullable = true }, "Whether the source controls it; true when null or left out."),
            new("currency", new TextShape { IsNullable = true }, "Its currency; the balance's when null or left out.")
        )
        {
            IsNullable = true,
        };

    private static ObjectShape DocumentShape =>
        new(
            new("outstanding", new AmountShape { IsNullable = true }, "What is still to be paid; null or left out when unknown."),
            new("due", new DateShape { IsNullable = true }, "The last day in time; null or left out when unknown.")
        );

    internal static BalanceReading Read(ScenarioNode node)
    {
        var currency = Given.Currency(node["currency"]!);
        var age = Duration.FromMinutes(node["ageMinutes"] is { } minutes ? Given.Whole(minutes) : 0);
        var balance = new CounterpartyBalance(Somebody, currency, NodaConstants.UnixEpoch)
        {
            Debt = node["debt"] is { } debt ? Given.AmountOfAnySign(debt, currency) : null,
            Advance = Amount(node["advance"], currency),
            Overdue = Amount(node["overdue"], currency),
            Limit = node["limit"] is { } limit ? LimitOf(limit, currency) : null,
            IsBlocked = node["blocked"] is { } blocked ? blocked.Text == "true" : null,
            Documents = node["documents"] is { } documents ? [.. documents.Items.Select(document => DocumentOf(document, currency))] : null,
        };
        return new BalanceReading(balance, BalanceOrigin.Live, balance.AsOf + age, age);
    }

    private static CreditLimit? LimitOf(ScenarioNode node, Currency balanceCurrency)
    {
        var currency = node["currency"] is { } own ? Given.Currency(own) : balanceCurrency;
        var isEnforced = node["enforced"]?.Text != "false";
        if (node["amount"] is { } amount)
            return new CreditLimit(Given.Amount(amount, currency), isEnforced);

        // An unknown figure that nobody enforces forbids nothing, whatever it is.
        return isEnforced ? null : new CreditLimit(Money.Zero(currency), IsEnforced: false);
    }

    private static OpenDocument DocumentOf(ScenarioNode node, Currency currency) =>
        new() { Outstanding = Amount(node["outstanding"], currency), DueDate = node["due"] is { } due ? Given.Date(due) : null };

    private static Money? Amount(ScenarioNode? node, Currency currency) => node is null ? null : Given.Amount(node, currency);
}
