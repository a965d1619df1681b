using Settlements.Balances;
using Settlements.Receivables;
using static Settlements.Tests.Receivables.ADocument;

namespace Settlements.Tests.Receivables;

public sealed class PaymentAllocationTests
{
    [Fact]
    public void Pays_the_oldest_due_date_first() =>
        Pay([Open("1", 10m, "2026-11-30"), Open("2", 10m, "2026-11-10"), Open("3", 10m, "2026-11-20")], Payment("p", 15m))
            .Should()
            .Be("p>2:10 p>3:5 | open 10 0 5 |");

    [Fact]
    public void Pays_documents_without_a_due_date_last_then_by_document_date_then_as_given() =>
        Pay(
                [
                    Open("1", 1m, null),
                    Open("2", 1m, null, "2026-01-02"),
                    Open("3", 1m, "2026-11-10"),
                    Open("4", 1m, "2026-11-10", "2026-01-02"),
                    Open("5", 1m, "2026-11-10", "2026-01-01"),
                    Open("6", 1m, "2026-11-10", "2026-01-01"),
                ],
                Payment("p", 6m)
            )
            .Should()
            .Be("p>5:1 p>6:1 p>4:1 p>3:1 p>2:1 p>1:1 | open 0 0 0 0 0 0 |");

    [Fact]
    public void Pays_the_named_document_alone_and_keeps_the_rest_as_an_advance() =>
        Pay([Open("1", 10m, "2026-11-10"), Open("2", 10m, "2026-11-20")], Payment("p", 15m, to: "2"))
            .Should()
            .Be("p>2:10 | open 10 0 | p:5");

    [Fact]
    public void Keeps_a_payment_for_an_unknown_document_as_an_advance() =>
        Pay([Open("1", 10m, "2026-11-10")], Payment("p", 15m, to: "9")).Should().Be(" | open 10 | p:15");

    [Fact]
    public void Keeps_what_is_left_over_as_an_advance() =>
        Pay([Open("1", 10m, "2026-11-10")], Payment("p", 10m), Payment("q", 0.01m)).Should().Be("p>1:10 | open 0 | q:0.01");

    [Fact]
    public void Spends_payments_in_the_order_of_their_dates_then_as_given() =>
        Pay(
                [Open("1", 10m, "2026-11-10")],
                Payment("p", 6m, "2026-11-03"),
                Payment("q", 6m, "2026-11-02", to: "1"),
                Payment("r", 6m, "2026-11-03")
            )
            .Should()
            .Be("q>1:6 p>1:4 | open 0 | p:2 r:6");

    [Fact]
    public void Goes_past_a_document_that_was_named_and_paid_before() =>
        Pay(
                [Open("1", 10m, "2026-11-10"), Open("2", 10m, "2026-11-20")],
                Payment("p", 10m, "2026-11-01", to: "1"),
                Payment("q", 4m, "2026-11-02"),
                Payment("r", 1m, "2026-11-03", to: "1")
            )
            .Should()
            .Be("p>1:10 q>2:4 | open 0 6 | r:1");

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-5)]
    public void Gives_nothing_to_a_document_whose_outstanding_amount_is_unknown_or_not_above_zero(int? outstanding)
    {
        OpenDocument[] documents = [Open("1", outstanding, "2026-11-10"), Open("2", 3m, "2026-11-20")];

        var result = PaymentAllocation.Allocate(documents, [Payment("p", 1m), Payment("q", 1m, to: "1")], Currency.Rub);

        result.Documents[0].Should().Be(documents[0]);
        result.Documents[1].Outstanding.Should().Be(Money.Rub(2m));
        result.Allocations.Should().Equal(new Allocation("p", 1, "2", Money.Rub(1m)));
        result.Advances.Should().Equal(new Advance("q", Money.Rub(1m)));
    }

    [Fact]
    public void Pays_documents_that_have_no_identifier() =>
        Pay([Open(null, 3m, "2026-11-10"), Open(null, 3m, "2026-11-09")], Payment("p", 4m)).Should().Be("p>:3 p>:1 | open 2 0 |");

    [Fact]
    public void Reverses_a_payment_and_nothing_else()
    {
        OpenDocument[] documents = [Open("1", 10m, "2026-11-10"), Open("2", 10m, "2026-11-20")];
        ReceivedPayment[] payments = [Payment("p", 12m), Payment("q", 12m)];
        var result = PaymentAllocation.Allocate(documents, payments, Currency.Rub);

        Text(result).Should().Be("p>1:10 p>2:2 q>2:8 | open 0 0 | q:4");
        Text(result.Reverse("p")).Should().Be("q>2:8 | open 10 2 | q:4");
        Text(result.Reverse("q")).Should().Be("p>1:10 p>2:2 | open 0 8 |");
        result.Reverse("p").Reverse("q").Documents.Should().Equal(documents);
        Text(result).Should().Be("p>1:10 p>2:2 q>2:8 | open 0 0 | q:4", "a reversal changes nothing in what it was made of");
    }

    [Fact]
    public void Reverses_a_payment_that_is_all_advance() =>
        PaymentAllocation.Allocate([], [Payment("p", 1m)], Currency.Rub).Reverse("p").Advances.Should().BeEmpty();

    [Fact]
    public void Refuses_to_reverse_twice()
    {
        var result = PaymentAllocation.Allocate([Open("1", 10m, null)], [Payment("p", 1m)], Currency.Rub).Reverse("p");

        FluentActions
            .Invoking(() => result.Reverse("p"))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("No payment 'p' was allocated here: it may be reversed already.*");
        FluentActions.Invoking(() => result.Reverse(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Refuses_what_would_count_money_twice_or_wrongly()
    {
        Refuses("The payment 'p' stands twice: it would be spent twice.", [], [Payment("p", 1m), Payment("p", 2m)]);
        Refuses("The payment 'p' is -1.00 RUB: it must be above zero; reverse the payment it takes back.", [], [Payment("p", -1m)]);
        Refuses("The payment 'p' is 0.00 RUB: it must be above zero; reverse the payment it takes back.", [], [Payment("p", 0m)]);
        Refuses("The document '1' stands twice: a payment could not tell which it pays.", [Open("1", 1m, null), Open("1", 2m, null)], []);
        Refuses(
            "Outstanding of '1' is 1.00 EUR, but the others are in RUB: convert it, or keep it apart.",
            [Open("1", null, null) with { Outstanding = new Money(1m, Currency.Eur) }],
            []
        );
        Refuses(
            "Amount of 'p' is 1.00 EUR, but the others are in RUB: convert it, or keep it apart.",
            [],
            [Payment("p", 1m) with { Amount = new Money(1m, Currency.Eur) }]
        );
        FluentActions.Invoking(() => PaymentAllocation.Allocate(null!, [], Currency.Rub)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => PaymentAllocation.Allocate([], null!, Currency.Rub)).Should().Throw<ArgumentNullException>();
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Never_creates_or_destroys_money(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 500; run++)
        {
            var because = $"seed {seed}, run {run}";
            var documents = Enumerable.Range(0, random.Next(8)).Select(i => AnyDocument(random, i)).ToList();
            var payments = Enumerable.Range(0, random.Next(1, 8)).Select(i => AnyPayment(random, i)).ToList();

            var result = PaymentAllocation.Allocate(documents, payments, Currency.Rub);

            foreach (var payment in payments)
                Spent(result, payment.Id).Should().Be(payment.Amount.Amount, because);
            for (var i = 0; i < documents.Count; i++)
            {
                var taken = result
                    .Allocations.Where(allocation => allocation.DocumentIndex == i)
                    .Sum(allocation => allocation.Amount.Amount);
                (result.Documents[i].Outstanding?.Amount + taken).Should().Be(documents[i].Outstanding?.Amount, because);
                if (taken > 0m)
                    result.Documents[i].Outstanding!.Value.IsNegative.Should().BeFalse(because);
            }

            var again = PaymentAllocation.Allocate(documents, payments, Currency.Rub);
            again.Allocations.Should().Equal(result.Allocations, because);
            UndoesExactly(random, documents, payments, result, because);
        }
    }

    private static void UndoesExactly(
        Random random,
        List<OpenDocument> documents,
        List<ReceivedPayment> payments,
        AllocationResult result,
        string because
    )
    {
        var last = payments.OrderBy(payment => payment.Date).Last();
        var without = PaymentAllocation.Allocate(documents, [.. payments.Where(payment => payment != last)], Currency.Rub);
        var undone = result.Reverse(last.Id);
        undone.Documents.Should().Equal(without.Documents, because);
        undone.Allocations.Should().Equal(without.Allocations, because);
        undone.Advances.Should().Equal(without.Advances, because);

        var order = payments.Select(payment => payment.Id).ToArray();
        random.Shuffle(order);
        var empty = order.Aggregate(result, (left, id) => left.Reverse(id));
        empty.Documents.Should().Equal(documents, because);
        empty.Allocations.Should().BeEmpty(because);
        empty.Advances.Should().BeEmpty(because);
    }

    private static decimal Spent(AllocationResult result, string id) =>
        result.Allocations.Where(allocation => allocation.PaymentId == id).Sum(allocation => allocation.Amount.Amount)
        + result.Advances.Where(advance => advance.PaymentId == id).Sum(advance => advance.Amount.Amount);

    private static OpenDocument AnyDocument(Random random, int i) =>
        Open(
            random.Next(5) == 0 ? null : $"{i}",
            random.Next(7) == 0 ? null : random.Next(-500, 5000) / 100m,
            random.Next(5) == 0 ? null : $"2026-11-{random.Next(1, 31):00}"
        );

    private static ReceivedPayment AnyPayment(Random random, int i) =>
        Payment($"p{i}", random.Next(1, 5000) / 100m, $"2026-11-{random.Next(1, 31):00}", random.Next(3) == 0 ? $"{random.Next(8)}" : null);

    private static void Refuses(string message, OpenDocument[] documents, ReceivedPayment[] payments) =>
        FluentActions
            .Invoking(() => PaymentAllocation.Allocate(documents, payments, Currency.Rub))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage(message);

    private static string Pay(OpenDocument[] documents, params ReceivedPayment[] payments) =>
        Text(PaymentAllocation.Allocate(documents, payments, Currency.Rub));

    private static string Text(AllocationResult result)
    {
        var allocations = result.Allocations.Select(allocation =>
            FormattableString.Invariant($"{allocation.PaymentId}>{allocation.DocumentId}:{allocation.Amount.Amount}")
        );
        var open = result.Documents.Select(document => FormattableString.Invariant($"{document.Outstanding?.Amount}"));
        var advances = result.Advances.Select(advance => FormattableString.Invariant($" {advance.PaymentId}:{advance.Amount.Amount}"));
        return $"{string.Join(' ', allocations)} | open {string.Join(' ', open)} |{string.Concat(advances)}";
    }

    private static ReceivedPayment Payment(string id, decimal amount, string date = "2026-11-01", string? to = null) =>
        new()
        {
            Id = id,
            Amount = Money.Rub(amount),
            Date = Day(date),
            DocumentId = to,
        };
}
