using NodaTime;
using Settlements.Balances;
using static Settlements.AcceptanceTests.ExampleBalances;

namespace Settlements.AcceptanceTests;

/// <content>What is given comes back, and what was not given does not.</content>
public abstract partial class BalanceStoreSuite
{
    private const BalanceFields Everything = (BalanceFields)2047;

    [Fact]
    public Task Gives_back_a_whole_balance() => RoundTripAsync(Whole(), "every figure comes back as it was given");

    [Fact]
    public Task Gives_back_what_was_not_stated_as_not_stated() =>
        RoundTripAsync(
            Bare() with
            {
                Unstated = Everything,
            },
            "an amount that was not stated is null, never zero, and a list that was not given is no list"
        );

    [Fact]
    public async Task Tells_zero_from_unknown_in_every_figure()
    {
        var zero = Money.Rub(0m);
        CounterpartyBalance[] balances =
        [
            Bare() with
            {
                Debt = zero,
            },
            Bare() with
            {
                Advance = zero,
            },
            Bare() with
            {
                Overdue = zero,
            },
            Bare() with
            {
                Limit = new CreditLimit(zero),
            },
            Bare() with
            {
                Limit = new CreditLimit(zero, IsEnforced: false),
            },
            Bare() with
            {
                IsBlocked = false,
            },
            Bare() with
            {
                Documents = [],
            },
            Bare() with
            {
                Documents = [new OpenDocument { Outstanding = zero }, new OpenDocument { Amount = zero }, new OpenDocument()],
            },
            Bare() with
            {
                Payments = [],
            },
            Bare() with
            {
                Payments = [new BalancePayment { Amount = zero }, new BalancePayment()],
            },
            Bare() with
            {
                LastPayment = new BalancePayment(),
            },
            Bare() with
            {
                LastPayment = new BalancePayment { Amount = zero },
            },
        ];

        foreach (var balance in balances)
            await RoundTripAsync(balance, "zero comes back as zero and unknown as unknown, an empty list as an empty one");
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("1234567890123456.123456789012")]
    [InlineData("0.125")]
    [InlineData("-0.01")]
    [InlineData("1000.10")]
    public Task Keeps_amounts_to_the_last_digit(string amount)
    {
        var money = Exactly.Money(amount, Currency.Rub);
        return RoundTripAsync(
            Bare() with
            {
                Debt = money,
                Advance = money,
                Overdue = money,
                Limit = new CreditLimit(Exactly.Money(amount, Currency.Parse("JPY"))),
                LastPayment = new BalancePayment { Amount = money },
                Documents = [new OpenDocument { Amount = money }, new OpenDocument { Outstanding = money }],
                Payments = [new BalancePayment { Amount = money }],
            },
            "an amount comes back to its last digit and with its sign, however many digits its currency has"
        );
    }

    [Theory]
    [InlineData("RUB")]
    [InlineData("JPY")]
    [InlineData("KWD")]
    [InlineData("BYN")]
    public Task Keeps_the_currency(string code)
    {
        var currency = Currency.Parse(code);
        return RoundTripAsync(
            Bare(currency: currency) with
            {
                Debt = new Money(1.2345m, currency),
                Documents = [new OpenDocument { Outstanding = new Money(1.2345m, currency) }],
            },
            "amounts come back in the currency of the balance"
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 17 ")]
    [InlineData("№ 17/«б» ёлка")]
    [InlineData("a'b\"c\\d%e_f;--{}[]\u00A0")]
    [InlineData("line\nbreak\r\nand\ttab")]
    [InlineData("漢字 🎄 e\u0301 é \u200B")]
    [InlineData("null")]
    [InlineData("\\N")]
    public Task Keeps_texts_letter_for_letter(string text) =>
        RoundTripAsync(
            Bare() with
            {
                Documents =
                [
                    new OpenDocument
                    {
                        Id = text,
                        Number = text,
                        OrderId = text,
                    },
                ],
                Payments = [new BalancePayment { Id = text, Number = text }],
                LastPayment = new BalancePayment { Id = text, Number = text },
            },
            "a text comes back letter for letter, an empty one as an empty one"
        );

    [Fact]
    public Task Keeps_documents_of_orders_that_differ_in_one_letter()
    {
        string[] orders = ["A-1", "a-1", "A-1 ", " A-1", "А-1", "A_1"];
        return RoundTripAsync(
            Bare() with
            {
                Documents =
                [
                    .. orders.Select(order => new OpenDocument
                    {
                        Id = order,
                        OrderId = order,
                        Outstanding = Money.Rub(1m),
                    }),
                ],
            },
            "documents whose identifiers differ in case or in a blank are different ones"
        );
    }

    [Fact]
    public Task Keeps_lists_in_their_order_and_what_stands_in_them_twice()
    {
        var numbers = Enumerable.Range(0, 300).Select(number => number * 7 % 100).ToList();
        return RoundTripAsync(
            Bare() with
            {
                Documents = [.. numbers.Select(number => Document($"{number}", number)), new OpenDocument(), new OpenDocument()],
                Payments = [.. numbers.Select(number => Payment($"{number}", 1 + number % 28, number))],
            },
            "lists come back in their order, equal elements as often as they were given"
        );
    }

    [Fact]
    public async Task Keeps_days_and_moments_exactly()
    {
        LocalDate[] days = [new(1, 1, 1), new(1582, 10, 10), new(1969, 12, 31), new(2024, 2, 29), new(9999, 12, 31)];
        Instant[] moments =
        [
            Instant.FromUtc(1, 1, 1, 0, 0),
            Instant.FromUtc(1969, 12, 31, 23, 59, 59) + Duration.FromTicks(9_999_999),
            Instant.FromUtc(2026, 10, 25, 0, 30) + Duration.FromTicks(1),
            Instant.FromUtc(9999, 12, 31, 23, 59, 59) + Duration.FromTicks(9_999_999),
        ];

        foreach (var moment in moments)
            await RoundTripAsync(
                Bare(asOf: moment) with
                {
                    Documents = [.. days.Select(day => new OpenDocument { Date = day, DueDate = day.PlusDays(day.Year > 9000 ? -1 : 1) })],
                    Payments = [.. days.Select(day => new BalancePayment { Date = day })],
                    LastPayment = new BalancePayment { Date = days[0] },
                },
                "days come back as the same days, moments to 100 nanoseconds, whatever the machine's time zone",
                readAt: moment
            );
    }

    [Fact]
    public async Task Keeps_the_terms_with_the_balance()
    {
        foreach (var terms in ExampleTerms.All)
            await RoundTripAsync(Bare() with { Terms = terms }, $"terms come back as they were given ({terms})");
    }

    [Fact]
    public async Task Keeps_what_the_source_left_unsaid()
    {
        foreach (var field in Enum.GetValues<BalanceFields>())
            await RoundTripAsync(Bare() with { Unstated = field }, "what the source left unsaid comes back as it was given");
    }

    [Fact]
    public async Task Keeps_that_a_balance_was_cleared()
    {
        var cleared = new StoredBalance(Owing(0m) with { Documents = [] }, Noon) { IsCleared = true };

        await Store.SaveAsync(cleared, None);

        Promise.Equal(cleared, await Store.FindAsync(Company, None), "IsCleared comes back as it was given");
    }

    [Fact]
    public async Task Does_not_keep_the_notes_of_the_reading()
    {
        await SaveAsync(Owing(1m) with { Notes = [new BalanceNote("debt", "read from a text")] }, Noon);

        await ExpectAsync(Owing(1m), Noon, "notes belong to the reading: they are not kept, and come back empty");
    }

    /// <summary>By way of a single balance and by way of an import: two paths that one store may take very differently.</summary>
    private async Task RoundTripAsync(CounterpartyBalance balance, string promise, Instant? readAt = null)
    {
        var moment = readAt ?? Noon;
        await SaveAsync(balance, moment);
        await ExpectAsync(balance, moment, $"SaveAsync: {promise}");

        var imported = Copy(balance, Id(2));
        await ImportAsync(moment, BalanceImportKind.Delta, imported);
        await ExpectAsync(imported, moment, $"an import: {promise}");
    }

    private static CounterpartyBalance Copy(CounterpartyBalance balance, CounterpartyId id) =>
        Bare(id, balance.AsOf, balance.Currency) with
        {
            Debt = balance.Debt,
            Advance = balance.Advance,
            Overdue = balance.Overdue,
            Limit = balance.Limit,
            IsBlocked = balance.IsBlocked,
            LastPayment = balance.LastPayment,
            Documents = balance.Documents,
            Payments = balance.Payments,
            Terms = balance.Terms,
            Unstated = balance.Unstated,
        };
}
