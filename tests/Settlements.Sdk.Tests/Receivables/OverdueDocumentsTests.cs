using Settlements.Receivables;
using static Settlements.Tests.Receivables.ADocument;

namespace Settlements.Tests.Receivables;

public sealed class OverdueDocumentsTests
{
    [Theory]
    [InlineData("2026-11-20", 0, 5)]
    [InlineData("2026-11-21", 0, 0)]
    [InlineData("2026-11-22", 0, 0)]
    [InlineData("2026-11-18", 3, 0)]
    [InlineData("2026-11-17", 3, 5)]
    [InlineData("2026-10-31", 20, 5)]
    [InlineData("9999-12-31", 5, 0)]
    public void Is_overdue_when_the_due_date_and_the_grace_are_over(string due, int grace, int expected) =>
        OverdueDocuments.Sum([Open("1", 5m, due)], Currency.Rub, Day("2026-11-21"), grace).Should().Be(Money.Rub(expected));

    [Fact]
    public void Adds_up_what_is_overdue() =>
        OverdueDocuments
            .Sum(
                [Open("1", 5.10m, "2026-11-01"), Open("2", 7.25m, "2026-11-20"), Open("3", 100m, "2026-11-21")],
                Currency.Rub,
                Day("2026-11-21")
            )
            .Should()
            .Be(Money.Rub(12.35m));

    [Fact]
    public void Is_zero_for_an_empty_list_and_unknown_without_one()
    {
        OverdueDocuments.Sum([], Currency.Rub, Day("2026-11-21")).Should().Be(Money.Rub(0m));
        OverdueDocuments.Sum(null, Currency.Rub, Day("2026-11-21")).Should().BeNull();
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(null, null)]
    [InlineData(null, "2026-11-20")]
    public void Is_unknown_when_one_document_may_be_overdue_by_an_amount_that_nobody_knows(int? outstanding, string? due) =>
        OverdueDocuments
            .Sum([Open("1", 5m, "2026-11-01"), Open("2", outstanding, due), Open("3", 5m, "2026-11-01")], Currency.Rub, Day("2026-11-21"))
            .Should()
            .BeNull();

    [Theory]
    [InlineData(null, "2026-11-21")]
    [InlineData(0, null)]
    [InlineData(-3, null)]
    [InlineData(-3, "2026-11-01")]
    public void Is_known_when_what_is_missing_cannot_matter(int? outstanding, string? due) =>
        OverdueDocuments
            .Sum([Open("1", 5m, "2026-11-01"), Open("2", outstanding, due)], Currency.Rub, Day("2026-11-21"))
            .Should()
            .Be(Money.Rub(5m));

    [Fact]
    public void Refuses_another_currency() =>
        FluentActions
            .Invoking(() => OverdueDocuments.Sum([Open("1", 5m, "2026-11-01")], Currency.Eur, Day("2026-11-21")))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("Outstanding of '1' is 5.00 RUB, but the others are in EUR: convert it, or keep it apart.");

    [Fact]
    public void Refuses_negative_grace_and_no_currency()
    {
        FluentActions
            .Invoking(() => OverdueDocuments.Sum([], Currency.Rub, Day("2026-11-21"), -1))
            .Should()
            .Throw<ArgumentOutOfRangeException>()
            .WithParameterName("graceDays");
        FluentActions.Invoking(() => OverdueDocuments.Sum(null, default, Day("2026-11-21"))).Should().Throw<ArgumentException>();
    }
}
