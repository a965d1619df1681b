using System.Globalization;

namespace Settlements.Tests.Vocabulary;

public sealed class MoneyTests
{
    private static readonly Money Rub = Money.Rub(10.5m);

    public static TheoryData<string, Action> UsesOfNoAmount =>
        new()
        {
            { "IsZero", () => _ = default(Money).IsZero },
            { "IsPositive", () => _ = default(Money).IsPositive },
            { "IsNegative", () => _ = default(Money).IsNegative },
            { "IsWholeMinorUnits", () => _ = default(Money).IsWholeMinorUnits },
            { "Round", () => default(Money).Round() },
            { "Negate", () => _ = -default(Money) },
            { "Multiply", () => _ = default(Money) * 2m },
            { "added to an amount", () => _ = Rub + default(Money) },
            { "an amount added to it", () => _ = default(Money) + Rub },
            { "added to itself", () => _ = default(Money) + default(Money) },
            { "subtracted", () => _ = Rub - default(Money) },
            { "compared", () => _ = Rub > default(Money) },
            { "compared with itself", () => _ = default(Money) <= default(Money) },
            { "sorted", () => default(Money).CompareTo(Rub) },
        };

    public static TheoryData<string, Action> UsesOfTwoCurrencies =>
        new()
        {
            { "+", () => _ = Rub + new Money(1m, Currency.Eur) },
            { "-", () => _ = Rub - new Money(1m, Currency.Eur) },
            { "<", () => _ = Rub < new Money(1m, Currency.Eur) },
            { "<=", () => _ = Rub <= new Money(1m, Currency.Eur) },
            { ">", () => _ = Rub > new Money(1m, Currency.Eur) },
            { ">=", () => _ = Rub >= new Money(1m, Currency.Eur) },
            { "CompareTo", () => Rub.CompareTo(new Money(1m, Currency.Eur)) },
        };

    [Theory]
    [MemberData(nameof(UsesOfNoAmount))]
    public void No_amount_is_not_zero_and_cannot_be_reckoned_with(string use, Action action) =>
        action.Should().Throw<InvalidOperationException>(use).WithMessage("*never assigned*not zero*");

    [Fact]
    public void No_amount_can_be_looked_at_and_compared_for_equality()
    {
        default(Money).Currency.IsNone.Should().BeTrue();
        default(Money).ToString().Should().Be("0 XXX");
        default(Money).Should().NotBe(Money.Zero(Currency.Rub));
    }

    [Fact]
    public void An_amount_needs_a_currency()
    {
        FluentActions.Invoking(() => new Money(1m, default)).Should().Throw<ArgumentException>().WithParameterName("currency");
        FluentActions.Invoking(() => Money.Zero(default)).Should().Throw<ArgumentException>().WithParameterName("currency");
    }

    [Theory]
    [MemberData(nameof(UsesOfTwoCurrencies))]
    public void Two_currencies_are_never_reckoned_together(string use, Action action) =>
        action.Should().Throw<InvalidOperationException>(use).WithMessage("10.50 RUB and 1.00 EUR*convert*");

    [Fact]
    public void Two_currencies_are_never_equal() => Money.Rub(0m).Should().NotBe(Money.Zero(Currency.Eur));

    [Theory]
    [InlineData("0.1", "0.2", "0.3")]
    [InlineData("1000000000000.01", "0.02", "1000000000000.03")]
    [InlineData("-5", "5", "0")]
    public void Adds_exactly(string left, string right, string sum)
    {
        (Money.Rub(Number(left)) + Money.Rub(Number(right))).Should().Be(Money.Rub(Number(sum)));
        (Money.Rub(Number(sum)) - Money.Rub(Number(right))).Should().Be(Money.Rub(Number(left)));
    }

    [Fact]
    public void Multiplies_without_rounding() => (Money.Rub(0.01m) * 0.3333m).Amount.Should().Be(0.003333m);

    [Fact]
    public void Refuses_an_amount_beyond_what_a_decimal_holds() =>
        FluentActions.Invoking(() => Money.Rub(decimal.MaxValue) + Money.Rub(1m)).Should().Throw<OverflowException>();

    [Theory]
    [InlineData("JPY", "0.5", "1")]
    [InlineData("JPY", "-0.5", "-1")]
    [InlineData("JPY", "1.4999", "1")]
    [InlineData("RUB", "1.005", "1.01")]
    [InlineData("RUB", "1.0049999999999999999999", "1.00")]
    [InlineData("RUB", "-1.005", "-1.01")]
    [InlineData("RUB", "2.675", "2.68")]
    [InlineData("RUB", "0.125", "0.13")]
    [InlineData("KWD", "1.0005", "1.001")]
    [InlineData("KWD", "-1.0005", "-1.001")]
    [InlineData("CLF", "1.00005", "1.0001")]
    public void Rounds_half_away_from_zero_to_the_minor_unit(string currency, string amount, string rounded)
    {
        var money = new Money(Number(amount), Currency.Parse(currency)).Round();

        money.Amount.Should().Be(Number(rounded));
        money.IsWholeMinorUnits.Should().BeTrue();
    }

    [Theory]
    [InlineData("RUB", "1.50", true)]
    [InlineData("RUB", "1.500", true)]
    [InlineData("RUB", "1.505", false)]
    [InlineData("JPY", "1.0", true)]
    [InlineData("JPY", "1.5", false)]
    [InlineData("KWD", "1.505", true)]
    public void Knows_amounts_that_can_be_paid(string currency, string amount, bool whole) =>
        new Money(Number(amount), Currency.Parse(currency)).IsWholeMinorUnits.Should().Be(whole);

    [Theory]
    [InlineData("0", true, false, false)]
    [InlineData("-0.00", true, false, false)]
    [InlineData("0.001", false, true, false)]
    [InlineData("-0.001", false, false, true)]
    public void Knows_its_sign(string amount, bool zero, bool positive, bool negative)
    {
        var money = Money.Rub(Number(amount));

        (money.IsZero, money.IsPositive, money.IsNegative).Should().Be((zero, positive, negative));
    }

    [Theory]
    [InlineData("RUB", "1000.5", "1000.50 RUB")]
    [InlineData("RUB", "1000.500", "1000.50 RUB")]
    [InlineData("RUB", "0.005", "0.005 RUB")]
    [InlineData("RUB", "-1234567.89", "-1234567.89 RUB")]
    [InlineData("JPY", "1000", "1000 JPY")]
    [InlineData("KWD", "1.5", "1.500 KWD")]
    public void Is_written_alike_in_every_culture(string currency, string amount, string text)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");

            new Money(Number(amount), Currency.Parse(currency)).ToString().Should().Be(text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Never_writes_a_minus_before_zero()
    {
        (-Money.Rub(0m)).ToString().Should().Be("0.00 RUB");
        Money.Rub(-0.001m).Round().ToString().Should().Be("0.00 RUB");
        (Money.Rub(0m) * -1m).Format(CultureInfo.InvariantCulture).Should().Be("0.00\u00A0RUB");
    }

    [Theory]
    [InlineData("en-US", "1,234.50\u00A0RUB")]
    [InlineData("", "1,234.50\u00A0RUB")]
    public void Is_formatted_for_a_reader(string culture, string text) =>
        Money.Rub(1234.5m).Format(CultureInfo.GetCultureInfo(culture)).Should().Be(text);

    [Fact]
    public void Is_formatted_for_a_Russian_reader() =>
        Money.Rub(1234.5m).Format(CultureInfo.GetCultureInfo("ru-RU")).Should().MatchRegex("^1\\s234,50\\sRUB$");

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
