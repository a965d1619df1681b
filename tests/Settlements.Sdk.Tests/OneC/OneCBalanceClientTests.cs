using NodaTime;
using RichardSzalay.MockHttp;
using Settlements.Balances;
using Settlements.Terms;

namespace Settlements.Tests.OneC;

public sealed class OneCBalanceClientTests
{
    private const string Whole = """
        {
        "counterparty_id": "6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b",
        "currency": "RUB",
        "debt": 125000.5,
        "advance": 0,
        "overdue_debt": 20000,
        "credit_limit": 500000,
        "credit_limit_enforced": true,
        "blocked": false,
        "last_payment_date": "2026-11-10T00:00:00",
        "last_payment_sum": 7000.25,
        "updated_at": "2026-11-21T11:59:30",
        "payment_terms": {"type": "mixed", "days": 14, "prepay_percent": 30},
        "documents": [
        {"id": "0d9c8b7a-1111-4222-8333-444455556666", "number": "УТ-000017", "date": "2026-10-02T12:00:00", "due_date": "2026-11-01T00:00:00", "amount": 30000, "outstanding": 20000, "order_id": "A-17"}
        ],
        "payments": [
        {"id": "0d9c8b7a-1111-4222-8333-444455557777", "number": "УТ-000005", "date": "2026-11-10T00:00:00", "sum": 7000.25}
        ]
        }
        """;

    [Fact]
    public async Task Reads_every_figure_of_the_contract()
    {
        await using var host = new OneCHost(options => options.Key = "secret-key");
        var asked = host
            .Wire.When("https://1c.example/ut/hs/balance/get")
            .WithExactQueryString("counterparty_id=6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b&key=secret-key")
            .Respond("application/json", Whole);

        var balance = await host.AskAsync();

        host.Wire.GetMatchCount(asked).Should().Be(1);
        balance
            .Should()
            .BeEquivalentTo(
                new CounterpartyBalance(OneCHost.Counterparty, Currency.Rub, Instant.FromUtc(2026, 11, 21, 8, 59, 30))
                {
                    Debt = new Money(125000.5m, Currency.Rub),
                    Advance = new Money(0m, Currency.Rub),
                    Overdue = new Money(20000m, Currency.Rub),
                    Limit = new CreditLimit(new Money(500000m, Currency.Rub)),
                    IsBlocked = false,
                    LastPayment = new BalancePayment { Date = new LocalDate(2026, 11, 10), Amount = new Money(7000.25m, Currency.Rub) },
                    Documents =
                    [
                        new OpenDocument
                        {
                            Id = "0d9c8b7a-1111-4222-8333-444455556666",
                            Number = "УТ-000017",
                            Date = new LocalDate(2026, 10, 2),
                            DueDate = new LocalDate(2026, 11, 1),
                            Amount = new Money(30000m, Currency.Rub),
                            Outstanding = new Money(20000m, Currency.Rub),
                            OrderId = "A-17",
                        },
                    ],
                    Payments =
                    [
                        new BalancePayment
                        {
                            Id = "0d9c8b7a-1111-4222-8333-444455557777",
                            Number = "УТ-000005",
                            Date = new LocalDate(2026, 11, 10),
                            Amount = new Money(7000.25m, Currency.Rub),
                        },
                    ],
                    Terms = PaymentTerms.Mixed(30m, 14),
                }
            );
        balance.Unstated.Should().Be(BalanceFields.None);
        balance.Notes.Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_not_said_is_unknown_and_as_of_the_time_of_reading()
    {
        var balance = await OneCHost.ReadAsync("""{"debt":null,"overdue_debt":5}""");

        balance.Debt.Should().BeNull();
        balance.Advance.Should().BeNull();
        balance.Limit.Should().BeNull();
        balance.Documents.Should().BeNull();
        balance.Payments.Should().BeNull();
        balance.IsBlocked.Should().BeNull();
        balance.LastPayment.Should().BeNull();
        balance.Overdue.Should().Be(new Money(5m, Currency.Rub));
        balance.AsOf.Should().Be(Instant.FromDateTimeOffset(OneCHost.Start));
        balance.Unstated.Should().Be((BalanceFields)4095 & ~BalanceFields.Overdue);
    }
}
