namespace Settlements.Tests.Vocabulary;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("RUB", "RUB", 643, 2)]
    [InlineData("rub", "RUB", 643, 2)]
    [InlineData(" Rub ", "RUB", 643, 2)]
    [InlineData("643", "RUB", 643, 2)]
    [InlineData("810", "RUB", 643, 2)]
    [InlineData("RUR", "RUB", 643, 2)]
    [InlineData("BYN", "BYN", 933, 2)]
    [InlineData("398", "KZT", 398, 2)]
    [InlineData("036", "AUD", 36, 2)]
    [InlineData("JPY", "JPY", 392, 0)]
    [InlineData("KWD", "KWD", 414, 3)]
    [InlineData("CLF", "CLF", 990, 4)]
    public void Is_found_by_letters_and_by_number(string text, string code, int number, int minorDigits)
    {
        var currency = Currency.Parse(text);

        (currency.Code, currency.Number, currency.MinorDigits).Should().Be((code, number, minorDigits));
        Currency.TryParse(text, out var same).Should().BeTrue();
        same.Should().Be(currency);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("RU")]
    [InlineData("RUBB")]
    [InlineData("РУБ")]
    [InlineData("₽")]
    [InlineData("XXX")]
    [InlineData("999")]
    [InlineData("XAU")]
    [InlineData("BYR")]
    [InlineData("974")]
    [InlineData("000")]
    [InlineData("-643")]
    [InlineData("+643")]
    [InlineData("643.0")]
    [InlineData("0643")]
    [InlineData("64 3")]
    [InlineData("٦٤٣")]
    public void What_is_no_currency_is_refused(string text)
    {
        Currency.TryParse(text, out var currency).Should().BeFalse();
        currency.IsNone.Should().BeTrue();
        FluentActions
            .Invoking(() => Currency.Parse(text))
            .Should()
            .Throw<FormatException>()
            .WithMessage($"'{text}' is no currency*RUB*643*");
    }

    /// <summary>A code of ISO 4217 has three digits: "36" and "8" are more likely somebody's own key than Australian dollars and Albanian leks.</summary>
    [Theory]
    [InlineData("36")]
    [InlineData("8")]
    public void A_number_with_fewer_than_three_digits_is_refused(string text) => Currency.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void A_missing_text_is_no_currency()
    {
        Currency.TryParse(null, out _).Should().BeFalse();
        FluentActions.Invoking(() => Currency.Parse(null!)).Should().Throw<ArgumentNullException>();
    }

    [Theory]
    [InlineData(643, "RUB")]
    [InlineData(810, "RUB")]
    [InlineData(36, "AUD")]
    public void Is_found_by_a_whole_number(int number, string code) => Currency.FromNumber(number).Code.Should().Be(code);

    [Theory]
    [InlineData(999, "999")]
    [InlineData(0, "000")]
    [InlineData(1, "001")]
    [InlineData(-643, "-643")]
    public void A_number_of_no_currency_is_refused(int number, string shown) =>
        FluentActions.Invoking(() => Currency.FromNumber(number)).Should().Throw<FormatException>().WithMessage($"*number {shown}.");

    [Fact]
    public void No_currency_is_the_default()
    {
        var none = default(Currency);

        (none.IsNone, none.Code, none.Number, none.MinorDigits, none.ToString()).Should().Be((true, "XXX", 999, 0, "XXX"));
        Currency.Rub.IsNone.Should().BeFalse();
    }

    [Fact]
    public void Every_currency_is_found_by_its_own_code_and_number()
    {
        var rows = Iso4217.Table.Skip(1).ToList();

        rows.Should().HaveCountGreaterThan(150).And.OnlyHaveUniqueItems(row => row.Code).And.OnlyHaveUniqueItems(row => row.Number);
        rows.Select(row => row.Code).Should().BeInAscendingOrder(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            Currency.Parse(row.Code).Code.Should().Be(row.Code);
            Currency.FromNumber(row.Number).Code.Should().Be(row.Code);
            row.MinorDigits.Should().BeInRange(0, 4);
        }
    }

    [Fact]
    public void The_named_ones_are_what_they_are_called()
    {
        (Currency Currency, string Code)[] named =
        [
            (Currency.Rub, "RUB"),
            (Currency.Byn, "BYN"),
            (Currency.Kzt, "KZT"),
            (Currency.Eur, "EUR"),
            (Currency.Usd, "USD"),
            (Currency.Cny, "CNY"),
        ];

        named.Should().OnlyContain(pair => pair.Currency.Code == pair.Code);
    }
}
