using NodaTime;
using Settlements.Balances;

namespace Settlements.Tests.Vocabulary;

public sealed class CounterpartyBalanceTests
{
    private static readonly CounterpartyId Somebody = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
    private static readonly Money Euro = new(1m, Currency.Eur);
    private static readonly CounterpartyBalance Empty = new(Somebody, Currency.Rub, Instant.FromUtc(2026, 11, 21, 9, 0));

    public static TheoryData<string, Action> AmountsOfAnotherCurrency =>
        new()
        {
            { "Debt", () => _ = Empty with { Debt = Euro } },
            { "Advance", () => _ = Empty with { Advance = Euro } },
            { "Overdue", () => _ = Empty with { Overdue = Euro } },
            { "LastPayment", () => _ = Empty with { LastPayment = new BalancePayment { Amount = Euro } } },
            { "Documents", () => _ = Empty with { Documents = [new OpenDocument { Outstanding = Euro }] } },
            { "Documents", () => _ = Empty with { Documents = [new OpenDocument(), new OpenDocument { Amount = Euro }] } },
            { "Payments", () => _ = Empty with { Payments = [new BalancePayment { Amount = Euro }] } },
        };

    [Fact]
    public void Knows_nothing_at_first()
    {
        (Empty.Debt, Empty.Advance, Empty.Overdue, Empty.IsBlocked).Should().Be((null, null, null, null));
        Empty.Limit.Should().BeNull();
        Empty.LastPayment.Should().BeNull();
        Empty.Documents.Should().BeNull("no list is not an empty list");
        Empty.Payments.Should().BeNull();
        Empty.Notes.Should().BeEmpty();
        Empty.Unstated.Should().Be(BalanceFields.None);
    }

    [Theory]
    [MemberData(nameof(AmountsOfAnotherCurrency))]
    public void Refuses_an_amount_of_another_currency_by_name(string field, Action action) =>
        action
            .Should()
            .Throw<ArgumentException>()
            .WithParameterName(field)
            .WithMessage($"{field} is 1.00 EUR, but the balance is kept in RUB.*");

    [Fact]
    public void Refuses_an_amount_that_was_never_assigned() =>
        FluentActions.Invoking(() => Empty with { Debt = default(Money) }).Should().Throw<ArgumentException>().WithParameterName("Debt");

    [Fact]
    public void Takes_its_own_currency_and_a_limit_in_any()
    {
        var balance = Empty with
        {
            Debt = Money.Rub(-5m),
            Limit = new CreditLimit(Euro),
            Documents = [new OpenDocument { Amount = Money.Rub(2m) }],
        };

        balance.Debt.Should().Be(Money.Rub(-5m));
        balance.Limit!.IsEnforced.Should().BeTrue("a limit that is stated is meant");
        balance.Documents.Should().ContainSingle();
    }

    [Fact]
    public void Keeps_its_lists_whatever_becomes_of_those_it_was_given()
    {
        List<OpenDocument> documents = [new()];
        List<BalancePayment> payments = [new()];
        List<BalanceNote> notes = [new("debt", "read from a text")];
        var balance = Empty with { Documents = documents, Payments = payments, Notes = notes };

        documents.Clear();
        payments.Clear();
        notes.Clear();

        balance.Documents.Should().ContainSingle();
        balance.Payments.Should().ContainSingle();
        balance.Notes.Should().ContainSingle();
    }

    [Fact]
    public void Refuses_a_null_in_a_list_and_no_list_of_notes()
    {
        Refusing(() => Empty with { Documents = [null!] }, "Documents");
        Refusing(() => Empty with { Payments = [new(), null!] }, "Payments");
        Refusing(() => Empty with { Notes = [null!] }, "Notes");
        Refusing(() => Empty with { Notes = null! }, "Notes");

        static void Refusing(Func<CounterpartyBalance> make, string field) =>
            FluentActions.Invoking(make).Should().Throw<ArgumentException>().WithParameterName(field);
    }

    [Fact]
    public void Belongs_to_somebody_and_has_a_currency()
    {
        FluentActions
            .Invoking(() => new CounterpartyBalance(Somebody, default, default))
            .Should()
            .Throw<ArgumentException>()
            .WithParameterName("currency");
        FluentActions
            .Invoking(() => new CounterpartyBalance(default, Currency.Rub, default))
            .Should()
            .Throw<ArgumentException>()
            .WithParameterName("counterparty");
    }
}
