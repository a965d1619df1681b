using NodaTime;
using Settlements.Balances;
using Settlements.Receivables;
using static Settlements.Tests.Receivables.ADocument;

namespace Settlements.Tests.Receivables;

public sealed class AgeingTests
{
    private static readonly LocalDate Today = new(2026, 11, 21);

    [Theory]
    [InlineData(5, "5 | 0 0 0 0")]
    [InlineData(0, "5 | 0 0 0 0")]
    [InlineData(-1, "0 | 5 0 0 0")]
    [InlineData(-30, "0 | 5 0 0 0")]
    [InlineData(-31, "0 | 0 5 0 0")]
    [InlineData(-60, "0 | 0 5 0 0")]
    [InlineData(-61, "0 | 0 0 5 0")]
    [InlineData(-90, "0 | 0 0 5 0")]
    [InlineData(-91, "0 | 0 0 0 5")]
    [InlineData(-4000, "0 | 0 0 0 5")]
    public void Puts_a_document_into_the_column_of_its_age(int due, string expected)
    {
        var report = Ageing.Of([Open("1", 5m, null) with { DueDate = Today.PlusDays(due) }], Currency.Rub, Today);

        Columns(report).Should().Be(expected);
        report.Total.Should().Be(Money.Rub(5m));
        report.AsOf.Should().Be(Today);
    }

    [Fact]
    public void Names_the_usual_columns() =>
        Ageing
            .Of([], Currency.Rub, Today)
            .Overdue.Should()
            .Equal(
                new AgeingColumn(1, 30, Money.Rub(0m)),
                new AgeingColumn(31, 60, Money.Rub(0m)),
                new AgeingColumn(61, 90, Money.Rub(0m)),
                new AgeingColumn(91, null, Money.Rub(0m))
            );

    [Fact]
    public void Takes_bounds_of_the_host()
    {
        OpenDocument[] documents = [Open("1", 5m, "2026-11-14"), Open("2", 7m, "2026-11-13")];

        Ageing
            .Of(documents, Currency.Rub, Today, [7])
            .Overdue.Should()
            .Equal(new AgeingColumn(1, 7, Money.Rub(5m)), new AgeingColumn(8, null, Money.Rub(7m)));
        Ageing.Of(documents, Currency.Rub, Today, []).Overdue.Should().Equal(new AgeingColumn(1, null, Money.Rub(12m)));
    }

    [Theory]
    [InlineData("0", new[] { 0 })]
    [InlineData("-1, 5", new[] { -1, 5 })]
    [InlineData("30, 30", new[] { 30, 30 })]
    [InlineData("30, 60, 40", new[] { 30, 60, 40 })]
    public void Refuses_bounds_that_do_not_rise(string text, int[] bounds) =>
        FluentActions
            .Invoking(() => Ageing.Of([], Currency.Rub, Today, bounds))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage($"Bounds of ageing rise from 1 on, as 30, 60, 90 do; these are {text}.*");

    [Fact]
    public void Keeps_apart_what_has_no_due_date_and_what_is_a_credit()
    {
        var report = Ageing.Of([Open("1", 5m, null), Open("2", -7m, "2026-01-01"), Open("3", 3m, "2026-11-21")], Currency.Rub, Today);

        report.WithoutDueDate.Should().Be(Money.Rub(5m));
        report.Credits.Should().Be(Money.Rub(-7m));
        report.NotDue.Should().Be(Money.Rub(3m));
        report.Total.Should().Be(Money.Rub(1m));
    }

    [Fact]
    public void Has_no_total_when_an_outstanding_amount_is_unknown()
    {
        var unknown = Open("2", null, "2026-01-01");

        var report = Ageing.Of([Open("1", 5m, "2026-11-21"), unknown], Currency.Rub, Today);

        report.Total.Should().BeNull();
        report.KnownTotal.Should().Be(Money.Rub(5m));
        report.UnknownDocuments.Should().Equal(unknown);
    }

    [Fact]
    public void Does_not_see_later_documents()
    {
        var later = Open("2", 7m, "2026-11-22", date: "2026-11-22");

        var report = Ageing.Of([Open("1", 5m, "2026-11-22", date: "2026-11-21"), later], Currency.Rub, Today);

        report.Total.Should().Be(Money.Rub(5m));
        report.LaterDocuments.Should().Equal(later);
    }

    [Fact]
    public void Sees_neither_later_documents_nor_later_payments_as_of_a_day()
    {
        OpenDocument[] documents =
        [
            Open("1", 0m, "2026-10-31", date: "2026-10-01", amount: 100m),
            Open("2", 0m, "2026-12-31", date: "2026-11-21", amount: 50m),
            Open("3", 70m, "2026-11-22", date: "2026-11-22", amount: 70m),
        ];
        ReceivedPayment[] payments = [Payment("p", 30m, "2026-11-21"), Payment("q", 120m, "2026-11-22")];

        var then = Ageing.AsOf(documents, payments, Currency.Rub, Today);
        var later = Ageing.AsOf(documents, payments, Currency.Rub, Today.PlusDays(1));

        Columns(then).Should().Be("50 | 70 0 0 0");
        then.LaterDocuments.Should().Equal(documents[2]);
        Columns(later).Should().Be("70 | 0 0 0 0", "the first is paid, the third, which is due before the second, in part");
        later.LaterDocuments.Should().BeEmpty();
    }

    [Fact]
    public void Shows_what_is_left_of_payments_as_a_credit_as_of_a_day()
    {
        var report = Ageing.AsOf(
            [Open("1", null, "2026-11-01", date: "2026-10-01", amount: 100m)],
            [Payment("p", 130m, "2026-11-21")],
            Currency.Rub,
            Today
        );

        report.Credits.Should().Be(Money.Rub(-30m));
        report.Total.Should().Be(Money.Rub(-30m));
    }

    [Theory]
    [InlineData(null, 100)]
    [InlineData("2026-10-01", null)]
    public void Is_unknown_as_of_a_day_what_has_no_date_or_amount(string? date, int? amount)
    {
        var report = Ageing.AsOf([Open("1", 5m, "2026-11-01", date, amount)], [], Currency.Rub, Today);

        report.Total.Should().BeNull();
        report.KnownTotal.Should().Be(Money.Rub(0m));
        report.UnknownDocuments.Should().ContainSingle().Which.Id.Should().Be("1");
    }

    [Fact]
    public void Refuses_another_currency()
    {
        FluentActions
            .Invoking(() => Ageing.Of([Open("1", 5m, null)], Currency.Eur, Today))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("Outstanding of '1' is 5.00 RUB, but the others are in EUR: convert it, or keep it apart.");
        FluentActions.Invoking(() => Ageing.Of([], default, Today)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Refuses_missing_lists()
    {
        FluentActions.Invoking(() => Ageing.Of(null!, Currency.Rub, Today)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Ageing.AsOf(null!, [], Currency.Rub, Today)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Ageing.AsOf([], null!, Currency.Rub, Today)).Should().Throw<ArgumentNullException>();
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Has_columns_that_add_up_to_the_total(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 1000; run++)
        {
            var documents = Enumerable.Range(0, random.Next(12)).Select(_ => AnyDocument(random)).ToList();
            int[] bounds = [.. Enumerable.Range(1, 100).Where(_ => random.Next(20) == 0)];

            var report = Ageing.Of(documents, Currency.Rub, Today, bounds);

            var columns =
                report.NotDue.Amount
                + report.WithoutDueDate.Amount
                + report.Credits.Amount
                + report.Overdue.Sum(column => column.Amount.Amount);
            report.KnownTotal.Amount.Should().Be(columns, $"seed {seed}, run {run}");
            var seen = documents.Where(document => document.Date is null || document.Date <= Today).ToList();
            columns.Should().Be(seen.Sum(document => document.Outstanding?.Amount ?? 0m), $"seed {seed}, run {run}");
            report.Total.HasValue.Should().Be(seen.All(document => document.Outstanding is not null));
            (report.LaterDocuments.Count + seen.Count).Should().Be(documents.Count);
            report.Overdue.Count.Should().Be(bounds.Length + 1);
        }
    }

    private static OpenDocument AnyDocument(Random random) =>
        new()
        {
            Outstanding = random.Next(9) == 0 ? null : Money.Rub(random.Next(-5000, 20000) / 100m),
            DueDate = random.Next(6) == 0 ? null : Today.PlusDays(random.Next(-150, 40)),
            Date = random.Next(4) == 0 ? null : Today.PlusDays(random.Next(-30, 5)),
        };

    private static ReceivedPayment Payment(string id, decimal amount, string date) =>
        new()
        {
            Id = id,
            Amount = Money.Rub(amount),
            Date = Day(date),
        };

    private static string Columns(AgeingReport report) =>
        $"{report.NotDue.Amount:0} | {string.Join(' ', report.Overdue.Select(column => column.Amount.Amount.ToString("0", System.Globalization.CultureInfo.InvariantCulture)))}";
}
