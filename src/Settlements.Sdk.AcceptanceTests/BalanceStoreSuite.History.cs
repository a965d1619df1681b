using NodaTime;
using Settlements.Balances;
using static Settlements.AcceptanceTests.ExampleBalances;

namespace Settlements.AcceptanceTests;

/// <content>The history of payments.</content>
public abstract partial class BalanceStoreSuite
{
    [Fact]
    public async Task Lists_payments_the_latest_day_first_and_those_without_a_day_last()
    {
        await SaveAsync(
            Bare() with
            {
                Payments = [Payment("a", 3), Payment("b", null), Payment("c", 20), Payment("d", 1), Payment("e", 12)],
            },
            Noon
        );

        Promise.Equal(
            ["c", "e", "a", "d", "b"],
            await HistoryIdsAsync(),
            "payments are listed the latest day first, those without a day last"
        );
    }

    [Fact]
    public async Task Shows_each_payment_once_in_pages_of_any_size()
    {
        var payments = Enumerable.Range(0, 12).Select(number => Payment($"{number}", number < 9 ? 1 + number / 4 : null)).ToList();
        await SaveAsync(Bare() with { Payments = payments }, Noon);
        var whole = await HistoryIdsAsync(100);

        Promise.Equal(
            payments.Select(payment => payment.Id!).Order(StringComparer.Ordinal).ToList(),
            [.. whole.Order(StringComparer.Ordinal)],
            "each payment is listed once"
        );
        foreach (var limit in (int[])[1, 2, 3, 4, 11, 12, int.MaxValue])
            Promise.Equal(
                whole,
                await HistoryIdsAsync(limit),
                $"the order is the same in pages of {limit}, and those of one day neither get lost nor come twice"
            );
        Promise.Equal(null, (await HistoryPageAsync(null, 12)).Next, "Next is null when no payment is left, though the page is full");
    }

    [Fact]
    public async Task Moves_no_payment_when_others_join_between_two_pages()
    {
        await SaveAsync(Bare() with { Payments = [Payment("a", 20), Payment("b", 15), Payment("c", 10), Payment("d", null)] }, Noon);
        var first = await HistoryPageAsync(null, 2);

        await SaveAsync(Bare() with { Payments = [Payment("new", 21), Payment("between", 12), Payment("old", 1)] }, Noon + Hour);
        var rest = await HistoryPageAsync(first.Next, 10);

        Promise.Equal(
            (string[])["between", "c", "old", "d"],
            [.. rest.Payments.Select(payment => payment.Id!)],
            "a payment that joins between two pages is shown if its place is still to come, and moves no other one"
        );
    }

    [Fact]
    public async Task Keeps_payments_that_a_later_answer_leaves_out()
    {
        await SaveAsync(Bare() with { Payments = [Payment("a", 1), Payment("b", 2)] }, Noon);
        await SaveAsync(Bare() with { Payments = [Payment("c", 3)] }, Noon + Hour);
        await SaveAsync(Bare(), Noon + 2 * Hour);

        Promise.Equal(["c", "b", "a"], await HistoryIdsAsync(), "a payment stays in the history: a source shows the last few");
        await ExpectAsync(Bare(), Noon + 2 * Hour, "the balance has the payments that came with it, or none if the source gave no list");
    }

    [Fact]
    public async Task Knows_a_payment_by_its_id_and_keeps_the_values_that_came_last()
    {
        await SaveAsync(Bare() with { Payments = [Payment("a", 1, 100m), Payment("b", 2, 200m)] }, Noon);
        var corrected = Payment("a", 3, 150m) with { Number = null };

        await SaveAsync(Bare() with { Payments = [corrected] }, Noon + Hour);

        Promise.Equal(
            [corrected, Payment("b", 2, 200m)],
            await HistoryAsync(),
            "a payment is known by its id and kept once, with the values that came last"
        );
    }

    [Fact]
    public async Task Knows_a_payment_without_an_id_by_its_number_day_and_amount()
    {
        var payment = Payment(null, 1, 100m);
        BalancePayment[] others =
        [
            payment with
            {
                Number = "another",
            },
            payment with
            {
                Number = null,
            },
            payment with
            {
                Date = new LocalDate(2026, 11, 2),
            },
            payment with
            {
                Date = null,
            },
            payment with
            {
                Amount = Money.Rub(100.01m),
            },
            payment with
            {
                Amount = null,
            },
            new(),
            payment with
            {
                Id = "with an id",
            },
        ];
        await SaveAsync(Bare() with { Payments = [payment, .. others] }, Noon);

        await SaveAsync(Bare() with { Payments = [new(), payment with { Amount = Money.Rub(100.00m) }, others[1]] }, Noon + Hour);

        Promise.Equal(
            others.Length + 1,
            (await HistoryAsync()).Count,
            "a payment without an id is known by its number, day and amount: the same one joins once, others join too"
        );
    }

    [Fact]
    public async Task Knows_payments_letter_for_letter_and_counterparties_apart()
    {
        string[] ids = ["A-1", "a-1", "A-1 ", " A-1", "А-1", ""];
        await SaveAsync(Bare() with { Payments = [.. ids.Select(id => Payment(id, 1))] }, Noon);
        await SaveAsync(Bare(Id(2)) with { Payments = [Payment("A-1", 2, 5m)] }, Noon);

        Promise.Equal(
            ids.Order(StringComparer.Ordinal).ToList(),
            [.. (await HistoryIdsAsync()).Order(StringComparer.Ordinal)],
            "payments whose ids differ in one letter are different ones"
        );
        Promise.Equal([Payment("A-1", 2, 5m)], await HistoryAsync(Id(2)), "payments of two counterparties with one id are two payments");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nowhere")]
    [InlineData("ё/'; --")]
    public async Task Refuses_a_position_that_is_none(string after)
    {
        await SaveAsync(Whole(), Noon);

        await Promise.ThrowsAsync<FormatException>(
            () => Store.ListPaymentsAsync(Company, after, 10, None),
            "a position that this store never gave is refused, not read as the beginning or the end"
        );
    }

    private Task<PaymentHistoryPage> HistoryPageAsync(string? after, int limit) => Store.ListPaymentsAsync(Company, after, limit, None);

    private async Task<List<string>> HistoryIdsAsync(int limit = 100) =>
        [.. (await HistoryAsync(limit: limit)).Select(payment => payment.Id!)];

    private async Task<List<BalancePayment>> HistoryAsync(CounterpartyId? counterparty = null, int limit = 100)
    {
        List<BalancePayment> payments = [];
        string? after = null;
        do
        {
            var page = await Store.ListPaymentsAsync(counterparty ?? Company, after, limit, None);
            Promise.Kept(page.Payments.Count <= limit, $"a page holds at most {limit} payments", page.Payments.Count);
            Promise.Kept(page.Payments.Count > 0 || page.Next is null, "a page with a Next is not empty");
            payments.AddRange(page.Payments);
            Promise.Kept(payments.Count <= 10_000, "pages come to an end: each begins after the one before");
            after = page.Next;
        } while (after is not null);

        return payments;
    }
}
