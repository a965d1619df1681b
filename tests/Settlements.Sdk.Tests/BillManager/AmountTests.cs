using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Settlements.BillManager;

namespace Settlements.Tests.BillManager;

public sealed class AmountTests
{
    [Theory]
    [InlineData("12121212.00 RUB", "12121212.00", "RUB")]
    [InlineData("5.00 $", "5.00", "$")]
    [InlineData("1.80 €", "1.80", "€")]
    [InlineData("1 234 567.89 RUB", "1234567.89", "RUB")]
    [InlineData("1\u00A0234,50\u00A0₽", "1234.50", "₽")]
    [InlineData("12\u2009345.00 руб.", "12345.00", "руб.")]
    [InlineData("-5.00 USD", "-5.00", "USD")]
    [InlineData("\u22125.00 USD", "-5.00", "USD")]
    [InlineData("0.00 RUB", "0.00", "RUB")]
    [InlineData("10.00", "10.00", "")]
    [InlineData("1000 KZT", "1000", "KZT")]
    [InlineData("1.234 KWD", "1.234", "KWD")]
    [InlineData(" 7.5RUB ", "7.5", "RUB")]
    public void Reads_a_number_and_its_unit(string text, string value, string unit)
    {
        BillManagerAmount.TryParse(text, out var amount).Should().BeTrue();
        amount!.Value.Should().Be(decimal.Parse(value, CultureInfo.InvariantCulture));
        amount.Unit.Should().Be(unit);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RUB")]
    [InlineData("-")]
    [InlineData("1,234 RUB")]
    [InlineData("1,234.00 RUB")]
    [InlineData("1.234,00 RUB")]
    [InlineData("1.2.3 RUB")]
    [InlineData("12 34 RUB")]
    [InlineData("1234 567 RUB")]
    [InlineData("1 23.00 RUB")]
    [InlineData("1.00 234 RUB")]
    [InlineData("5. RUB")]
    [InlineData(".5 RUB")]
    [InlineData("--5 RUB")]
    [InlineData("$ 5.00")]
    [InlineData("5.00 RUB, 3.00 USD")]
    [InlineData("5.00 %")]
    [InlineData("1e5 RUB")]
    [InlineData("12345678901234567890123456789 RUB")]
    [InlineData("٥٫٠٠ RUB")]
    public void Refuses_everything_else(string? text) => BillManagerAmount.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void Every_amount_that_a_panel_writes_is_read_back()
    {
        var amounts = ArbMap.Default.ArbFor<int>().Filter(i => i > int.MinValue);
        Prop.ForAll(
                amounts,
                kopecks =>
                {
                    var text = (kopecks / 100m).ToString("F2", CultureInfo.InvariantCulture) + " RUB";
                    return BillManagerAmount.TryParse(text, out var amount) && amount.ToMoney() == Money.Rub(kopecks / 100m);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_code_is_money_and_a_symbol_is_money_only_among_the_panels_own_currencies()
    {
        BillManagerCurrency[] currencies =
        [
            new()
            {
                Id = 153,
                IsoCode = "USD",
                Symbol = "$",
            },
            new() { Id = 126, IsoCode = "RUB" },
        ];

        new BillManagerAmount(5m, "RUB").ToMoney().Should().Be(Money.Rub(5m));
        new BillManagerAmount(5m, "$").ToMoney().Should().BeNull();
        new BillManagerAmount(5m, "$").In(currencies).Should().Be(new Money(5m, Currency.Usd));
        new BillManagerAmount(5m, "$")
            .In([
                .. currencies,
                new BillManagerCurrency
                {
                    Id = 1,
                    IsoCode = "CAD",
                    Symbol = "$",
                },
            ])
            .Should()
            .BeNull();
        new BillManagerAmount(5m, "").In(currencies).Should().BeNull("no unit is no currency, though a currency may have no symbol");
    }
}
