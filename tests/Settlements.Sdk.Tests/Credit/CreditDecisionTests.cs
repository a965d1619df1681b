using System.Globalization;
using System.Text.Json;
using NodaTime;
using Settlements.Credit;
using static Settlements.Tests.Credit.CreditCase;

namespace Settlements.Tests.Credit;

public sealed class CreditDecisionTests
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    [Fact]
    public void Says_in_english_why_an_order_is_blocked() =>
        new CreditCase { Debt = 499_500m, Overdue = 1_234.5m }
            .Decide()
            .Describe(English)
            .Should()
            .Be(
                """
                The order cannot be placed:
                - Payment of 1,234.50 RUB is overdue.
                - With this order you would owe 500,500.00 RUB, and your credit limit is 500,000.00 RUB: it is exceeded by 500.00 RUB.
                """.Replace(" RUB", "\u00A0RUB", StringComparison.Ordinal)
            );

    [Fact]
    public void Says_in_russian_why_an_order_is_blocked() =>
        new CreditCase { Debt = 499_500m, Overdue = 1_234.5m }
            .Decide()
            .Describe(Russian)
            .Should()
            .Be(
                "Заказ оформить нельзя:\n"
                    + "- Просрочена оплата на сумму 1\u00A0234,50\u00A0RUB.\n"
                    + "- С этим заказом ваша задолженность составит 500\u00A0500,00\u00A0RUB при кредитном лимите 500\u00A0000,00\u00A0RUB: превышение — 500,00\u00A0RUB."
            );

    [Theory]
    [InlineData(1, "1 минута", "1 minute;")]
    [InlineData(22, "22 минуты", "22 minutes")]
    [InlineData(11, "11 минут", "11 minutes")]
    [InlineData(119, "119 минут", "119 minutes")]
    [InlineData(120, "2 часа", "2 hours")]
    [InlineData(21 * 60, "21 час", "21 hours")]
    [InlineData(47 * 60, "47 часов", "47 hours")]
    [InlineData(5 * 24 * 60, "5 дней", "5 days")]
    [InlineData(101 * 24 * 60, "101 день", "101 days")]
    public void Says_an_age_with_the_right_plural(int minutes, string russian, string english)
    {
        var decision = new CreditCase
        {
            Age = Duration.FromMinutes(minutes),
            Policy = new() { MaxAge = Duration.Zero },
        }.Decide();

        decision.Describe(Russian).Should().Contain($"— {russian},");
        decision.Describe(English).Should().Contain($"is {english}");
    }

    [Fact]
    public void Every_finding_has_words_in_both_languages()
    {
        CreditCase[] cases =
        [
            new() { Overdue = 1m },
            new() { Debt = 600_000m },
            new() { Debt = 450_000m },
            new() { Limit = null },
            new() { Total = new Money(1m, Currency.Usd) },
            new()
            {
                Age = Duration.FromHours(1),
                Policy = new() { MaxAge = Duration.Zero },
            },
            new() { HasBalance = false },
            new() { IsBlocked = true },
            new() { Debt = null },
            new() { Overdue = null },
        ];
        var decisions = cases.Select(one => one.Decide()).ToList();

        decisions.SelectMany(decision => decision.Codes()).Should().BeEquivalentTo(Enum.GetValues<CreditFindingCode>());
        foreach (var decision in decisions)
        {
            decision.Describe(English).Should().NotContain("{").And.NotMatchRegex("[а-я]");
            decision.Describe(Russian).Should().NotContain("{").And.NotMatchRegex("[a-z]{3}");
        }
    }

    [Fact]
    public void Tells_a_customer_neither_who_approved_nor_why()
    {
        var approved = new CreditCase { Overdue = 1m, Override = new(Money.Rub(1_000m), Today, "slow payer, but loyal", "I. Petrova") };

        var text = approved.Decide().Describe(English);

        text.Should().Contain("A manager has approved this order.").And.NotContain("Petrova").And.NotContain("loyal");
    }

    [Fact]
    public void Writes_everything_an_audit_needs_as_json()
    {
        var decision = new CreditCase
        {
            Debt = 499_500m,
            Advance = null,
            Overdue = 10m,
            Override = new(Money.Rub(1_000m), Today, "promised", "I. Petrova"),
        }.Decide();

        Canonical(decision.ToJson())
            .Should()
            .Be(
                Canonical(
                    """
                    {
                      "order": { "id": "A-1001", "counterparty": "0d8bb2a6-4c0f-4a53-9b55-8a1c7e6f1d20", "total": "1000.00", "currency": "RUB", "date": "2026-11-21" },
                      "today": "2026-11-21",
                      "verdict": "warn",
                      "findings": [
                        { "code": "overdue", "severity": "warn", "amount": "10.00", "tolerance": "0.00", "basis": "stated" },
                        { "code": "limitExceeded", "severity": "warn", "limit": "500000.00", "exposure": "500500.00", "excess": "500.00" }
                      ],
                      "exposure": { "total": "500500.00", "debt": "499500.00", "advance": null, "holds": "0.00", "order": "1000.00" },
                      "available": "-500.00",
                      "currency": "RUB",
                      "balance": {
                        "origin": "live", "debt": "499500.00", "advance": null, "overdue": "10.00",
                        "limit": { "amount": "500000.00", "enforced": true }, "asOf": "2026-11-21T09:00:00Z"
                      },
                      "override": { "sum": "1000.00", "until": "2026-11-21", "reason": "promised", "author": "I. Petrova" }
                    }
                    """
                )
            );
    }

    [Fact]
    public void Writes_the_error_of_a_silent_source_as_json()
    {
        var result = new OrderCheckResult(new CreditCase { HasBalance = false }.Decide(), null, new SilentSourceException());

        Canonical(result.ToJson())
            .Should()
            .Be(
                Canonical(
                    """
                    {
                      "verdict": "block",
                      "findings": [ { "code": "balanceUnavailable", "severity": "block" } ],
                      "exposure": { "total": null, "debt": null, "advance": null, "holds": "0.00", "order": "1000.00" },
                      "available": null, "currency": "RUB", "balance": null,
                      "error": { "kind": "unavailable", "message": "The infobase is being updated." }
                    }
                    """
                )
            );
    }

    [Fact]
    public void Amounts_in_json_have_the_minor_digits_of_their_currency()
    {
        var decision = new CreditCase
        {
            BalanceCurrency = Currency.Parse("KWD"),
            Debt = 1.5m,
            Limit = null,
            Total = new Money(2m, Currency.Parse("KWD")),
        }.Decide();

        decision.ToJson().Should().Contain("\"debt\":\"1.500\"").And.Contain("\"order\":\"2.000\"");
    }

    private static string Canonical(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);
}
