using NodaTime;
using Settlements.Receivables;
using static Settlements.Receivables.StatementEntryKind;
using static Settlements.Tests.Receivables.ADocument;

namespace Settlements.Tests.Receivables;

public sealed class ReconciliationStatementTests
{
    private static readonly LocalDate From = new(2026, 11, 1);
    private static readonly LocalDate To = new(2026, 11, 30);

    [Fact]
    public void Opens_with_what_was_before_and_closes_with_what_was_in_the_period()
    {
        var statement = ReconciliationStatement.Build(
            Money.Rub(7m),
            [
                Entry("2026-12-01", Charge, 1000m, "later"),
                Entry("2026-11-30", Payment, 60m, "last day"),
                Entry("2026-11-01", Charge, 100m, "first day"),
                Entry("2026-10-31", Charge, 50m, "before"),
                Entry("2026-10-15", Payment, 20m, "long before"),
            ],
            From,
            To
        );

        statement.Opening.Should().Be(Money.Rub(37m));
        statement.Lines.Select(line => (line.Entry.Document, line.Balance.Amount)).Should().Equal(("first day", 137m), ("last day", 77m));
        statement.Charged.Should().Be(Money.Rub(100m));
        statement.Paid.Should().Be(Money.Rub(60m));
        statement.Closing.Should().Be(Money.Rub(77m));
        (statement.From, statement.To).Should().Be((From, To));
    }

    [Fact]
    public void Lists_movements_by_date_and_those_of_one_day_as_given() =>
        ReconciliationStatement
            .Build(
                Money.Rub(0m),
                [Entry("2026-11-02", Payment, 1m, "a"), Entry("2026-11-01", Charge, 2m, "b"), Entry("2026-11-02", Charge, 3m, "c")],
                From,
                To
            )
            .Lines.Select(line => (line.Entry.Document, line.Balance.Amount))
            .Should()
            .Equal(("b", 2m), ("a", 1m), ("c", 4m));

    [Fact]
    public void Takes_a_storno_back_on_its_own_side()
    {
        var statement = ReconciliationStatement.Build(
            Money.Rub(0m),
            [Entry("2026-11-02", Charge, 100m, "act 1"), Entry("2026-11-03", Charge, -100m, "act 1 reversed")],
            From,
            To
        );

        statement.Charged.Should().Be(Money.Rub(0m));
        statement.Paid.Should().Be(Money.Rub(0m));
        statement.Closing.Should().Be(Money.Rub(0m));
    }

    [Fact]
    public void Has_an_empty_period_that_closes_as_it_opens()
    {
        var statement = ReconciliationStatement.Build(Money.Rub(-5m), [], To, To);

        statement.Lines.Should().BeEmpty();
        statement.Closing.Should().Be(Money.Rub(-5m));
    }

    [Fact]
    public void Adds_up_over_periods_that_follow_each_other()
    {
        const int seed = 31;
        var random = new Random(seed);
        for (var run = 0; run < 300; run++)
        {
            var entries = Enumerable
                .Range(0, 20)
                .Select(i => new StatementEntry(
                    From.PlusDays(random.Next(60)),
                    (StatementEntryKind)random.Next(2),
                    Money.Rub(random.Next(-1000, 10000) / 100m),
                    $"{i}"
                ))
                .ToList();

            var first = ReconciliationStatement.Build(Money.Rub(3m), entries, From, To);
            var second = ReconciliationStatement.Build(Money.Rub(3m), entries, To.PlusDays(1), To.PlusDays(60));

            second.Opening.Should().Be(first.Closing, $"seed {seed}, run {run}");
            first.Closing.Should().Be(first.Opening + first.Charged - first.Paid);
            second.Closing.Should().Be(second.Lines.Count == 0 ? second.Opening : second.Lines[^1].Balance);
            (first.Lines.Count + second.Lines.Count).Should().Be(20);
        }
    }

    [Fact]
    public void Refuses_what_cannot_be_added_up()
    {
        FluentActions
            .Invoking(() => ReconciliationStatement.Build(Money.Rub(0m), [], To, From))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("The period ends on 2026-11-01, before it begins on 2026-11-30.*");
        FluentActions
            .Invoking(() =>
                ReconciliationStatement.Build(new Money(0m, Currency.Eur), [Entry("2026-11-02", Charge, 1m, "act 1")], From, To)
            )
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("Amount of 'act 1' is 1.00 RUB, but the others are in EUR: convert it, or keep it apart.");
        FluentActions
            .Invoking(() =>
                ReconciliationStatement.Build(Money.Rub(0m), [Entry("2026-11-02", (StatementEntryKind)2, 1m, "act 1")], From, To)
            )
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("'act 1' is neither a charge nor a payment.");
        FluentActions.Invoking(() => ReconciliationStatement.Build(default, [], From, To)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => ReconciliationStatement.Build(Money.Rub(0m), null!, From, To)).Should().Throw<ArgumentNullException>();
    }

    private static StatementEntry Entry(string date, StatementEntryKind kind, decimal amount, string document) =>
        new(Day(date), kind, Money.Rub(amount), document);
}
