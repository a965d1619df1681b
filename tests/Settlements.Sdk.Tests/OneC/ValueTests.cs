using NodaTime;
using Settlements.Balances;
using Settlements.OneC;

namespace Settlements.Tests.OneC;

/// <summary>Single values in every form that services of 1C write.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("1000.5", "1000.5")]
    [InlineData("-12.34", "-12.34")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E2", "150")]
    [InlineData("12345e-2", "123.45")]
    [InlineData("0.333333333333333333333333333", "0.333333333333333333333333333")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("123456789012345678.25", "123456789012345678.25")]
    [InlineData("1.0000000000000000000000000000000000000000", "1")]
    [InlineData("0e999999999999", "0")]
    [InlineData("\"0\"", "0")]
    [InlineData("\"1000\"", "1000")]
    [InlineData("\"1000.5\"", "1000.5")]
    [InlineData("\"1000,5\"", "1000.5")]
    [InlineData("\"1\u00A0000,5\"", "1000.5")]
    [InlineData("\"1\\u00a0000,5\"", "1000.5")]
    [InlineData("\"1 000,5\"", "1000.5")]
    [InlineData("\"1\u2009000.50\"", "1000.5")]
    [InlineData("\"1\u202F234\u202F567,89\"", "1234567.89")]
    [InlineData("\"-1\u00A0000,5\"", "-1000.5")]
    [InlineData("\"\u22121000\"", "-1000")]
    [InlineData("\"1,234.5\"", "1234.5")]
    [InlineData("\"1.234,5\"", "1234.5")]
    [InlineData("\"1,234,567\"", "1234567")]
    [InlineData("\"1.234.567\"", "1234567")]
    [InlineData("\"1234,567\"", "1234.567")]
    [InlineData("\"0,125\"", "0.125")]
    [InlineData("\"1 234,567\"", "1234.567")]
    [InlineData("\",5\"", "0.5")]
    [InlineData("\" 12 \"", "12")]
    public async Task Reads_an_amount(string json, string expected)
    {
        var balance = await OneCHost.ReadAsync($$"""{"debt":{{json}}}""");

        balance.Debt!.Value.Amount.Should().Be(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        balance.Unstated.Should().NotHaveFlag(BalanceFields.Debt);
    }

    [Theory]
    [InlineData("1e30")]
    [InlineData("1e400")]
    [InlineData("1e-29")]
    [InlineData("1000000000000000000000000000000")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("0.33333333333333333333333333333333")]
    [InlineData("-99999999999999999999999999999999999")]
    [InlineData("\"1,234\"")]
    [InlineData("\"12.345\"")]
    [InlineData("\"1,23,456.7\"")]
    [InlineData("\"1 23\"")]
    [InlineData("\"12 34 567\"")]
    [InlineData("\"1234 567\"")]
    [InlineData("\"1.234 567\"")]
    [InlineData("\" \"")]
    [InlineData("\"-\"")]
    [InlineData("\"5.\"")]
    [InlineData("\"5-\"")]
    [InlineData("\"(5)\"")]
    [InlineData("\"+5\"")]
    [InlineData("\"--5\"")]
    [InlineData("\"1e3\"")]
    [InlineData("\"0x10\"")]
    [InlineData("\"5 руб.\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"∞\"")]
    [InlineData("\"١٢\"")]
    public async Task Refuses_an_amount_that_cannot_be_held_or_reads_two_ways(string json)
    {
        var error = await OneCHost.RefuseAsync($$"""{"debt":{{json}}}""");

        error.Error.Should().Be(SettlementsError.InvalidResponse);
        error.Message.Should().StartWith("debt: ");
    }

    [Fact]
    public async Task Empty_text_is_zero_with_a_remark_and_null_is_unknown()
    {
        var balance = await OneCHost.ReadAsync("""{"debt":"","credit_limit":"","advance":null}""");

        balance.Debt.Should().Be(Money.Rub(0m));
        balance.Limit.Should().Be(new CreditLimit(Money.Rub(0m)));
        balance.Advance.Should().BeNull();
        balance.Overdue.Should().BeNull();
        balance.Notes.Select(note => note.Field).Should().Equal("debt", "credit_limit");
        balance.Unstated.Should().HaveFlag(BalanceFields.Advance | BalanceFields.Overdue).And.NotHaveFlag(BalanceFields.Limit);
    }

    [Fact]
    public async Task More_digits_than_the_currency_has_are_kept_with_a_remark()
    {
        var balance = await OneCHost.ReadAsync("""{"debt":100.105,"advance":1.500}""");

        balance.Debt.Should().Be(Money.Rub(100.105m));
        balance.Notes.Should().ContainSingle().Which.Field.Should().Be("debt");
    }

    [Theory]
    [InlineData("\"2024-03-04T05:06:07\"", "2024-03-04T02:06:07Z")]
    [InlineData("\"2024-03-04T05:06:07.123\"", "2024-03-04T02:06:07Z")]
    [InlineData("\"2024-03-04 05:06:07\"", "2024-03-04T02:06:07Z")]
    [InlineData("\"2024-03-04T05:06:07Z\"", "2024-03-04T05:06:07Z")]
    [InlineData("\"2024-03-04T05:06:07+04:00\"", "2024-03-04T01:06:07Z")]
    [InlineData("\"2024-03-04T05:06:07-0330\"", "2024-03-04T08:36:07Z")]
    [InlineData("\"new Date(1399713255000)\"", "2014-05-10T09:14:15Z")]
    [InlineData("\"/Date(1399713255000)/\"", "2014-05-10T09:14:15Z")]
    [InlineData("\"\\/Date(1399713255000)\\/\"", "2014-05-10T09:14:15Z")]
    [InlineData("\"/Date(1399713255000+0400)/\"", "2014-05-10T09:14:15Z")]
    [InlineData("\"15.01.2024 0:00:00\"", "2024-01-14T21:00:00Z")]
    [InlineData("\"15.01.2024 13:45\"", "2024-01-15T10:45:00Z")]
    [InlineData("\"15.01.2024\"", "2024-01-14T21:00:00Z")]
    [InlineData("\"20240304\"", "2024-03-03T21:00:00Z")]
    [InlineData("\"20240304050607\"", "2024-03-04T02:06:07Z")]
    [InlineData("\"2024-03-04\"", "2024-03-03T21:00:00Z")]
    [InlineData("\"2011-03-27T02:30:00\"", "2011-03-26T23:30:00Z")]
    [InlineData("\"2014-10-26T01:30:00\"", "2014-10-25T21:30:00Z")]
    public async Task Reads_a_moment(string json, string expected)
    {
        var balance = await OneCHost.ReadAsync($$"""{"debt":1,"updated_at":{{json}}}""");

        NodaTime.Text.InstantPattern.General.Format(balance.AsOf).Should().Be(expected);
        balance.Unstated.Should().NotHaveFlag(BalanceFields.AsOf);
    }

    [Theory]
    [InlineData("\"2024-03-04T23:59:59\"", 2024, 3, 4)]
    [InlineData("\"2024-03-04T20:59:59Z\"", 2024, 3, 4)]
    [InlineData("\"2024-03-04T21:00:00Z\"", 2024, 3, 5)]
    [InlineData("\"2024-03-04T21:00:00+12:00\"", 2024, 3, 4)]
    [InlineData("\"2024-02-29\"", 2024, 2, 29)]
    [InlineData("\"29.02.2024 0:00:00\"", 2024, 2, 29)]
    [InlineData("\"15/01/2024\"", 2024, 1, 15)]
    [InlineData("\"04/03/2024\"", 2024, 3, 4)]
    [InlineData("\"20240304\"", 2024, 3, 4)]
    [InlineData("\"new Date(1709586000000)\"", 2024, 3, 5)]
    [InlineData("\"9999-12-31T00:00:00\"", 9999, 12, 31)]
    public async Task Reads_a_day_in_the_business_zone(string json, int year, int month, int day)
    {
        var balance = await OneCHost.ReadAsync($$"""{"debt":1,"documents":[{"due_date":{{json}}}]}""");

        balance.Documents!.Single().DueDate.Should().Be(new LocalDate(year, month, day));
        balance.Notes.Count.Should().Be(json.Contains("04/03", StringComparison.Ordinal) ? 1 : 0);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("\"0001-01-01T00:00:00\"")]
    [InlineData("\"0001-01-01T00:00:00Z\"")]
    [InlineData("\"0001-01-01T00:00:00+03:00\"")]
    [InlineData("\"0001-01-01\"")]
    [InlineData("\"01.01.0001 0:00:00\"")]
    [InlineData("\"01.01.0001\"")]
    [InlineData("\"00010101\"")]
    [InlineData("\"00010101000000\"")]
    [InlineData("\"new Date(-62135596800000)\"")]
    [InlineData("\"/Date(-62135607600000)/\"")]
    public async Task The_empty_date_is_no_date(string json)
    {
        var balance = await OneCHost.ReadAsync(
            $$"""{"debt":1,"updated_at":{{json}},"last_payment_date":{{json}},"last_payment_sum":0,"documents":[{"date":{{json}},"due_date":{{json}}}]}"""
        );

        balance.AsOf.Should().Be(Instant.FromDateTimeOffset(OneCHost.Start));
        balance.Unstated.Should().HaveFlag(BalanceFields.AsOf);
        balance.LastPayment.Should().BeNull();
        balance.Documents!.Single().Should().Be(new OpenDocument());
    }

    [Theory]
    [InlineData("\"31.02.2026\"")]
    [InlineData("\"2026-02-29\"")]
    [InlineData("\"2026-00-10\"")]
    [InlineData("\"0000-01-01\"")]
    [InlineData("\"2026-1-5\"")]
    [InlineData("\"5.1.2026\"")]
    [InlineData("\"01.02.26\"")]
    [InlineData("\"01/15/2026\"")]
    [InlineData("\"1/15/2026 12:00:00 AM\"")]
    [InlineData("\"2026-01-05T24:00:00\"")]
    [InlineData("\"2026-01-05T10:60:00\"")]
    [InlineData("\"2026-01-05T10:00:00+25:00\"")]
    [InlineData("\"9999-12-31T23:00:00-05:00\"")]
    [InlineData("\"2026013\"")]
    [InlineData("\"202601051200\"")]
    [InlineData("\"new Date()\"")]
    [InlineData("\"new Date(999999999999999)\"")]
    [InlineData("\"٢٠٢٦-٠١-٠٥\"")]
    [InlineData("\"2026-01-05T10:00:00Zjunk\"")]
    [InlineData("20260105")]
    [InlineData("1399713255000")]
    [InlineData("true")]
    [InlineData("{}")]
    public async Task Refuses_a_date_that_is_none(string json)
    {
        var error = await OneCHost.RefuseAsync($$"""{"debt":1,"documents":[{"due_date":{{json}}}]}""");

        error.Error.Should().Be(SettlementsError.InvalidResponse);
        error.Message.Should().StartWith("documents[0].due_date: ");
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"TRUE\"", true)]
    [InlineData("\"Да\"", true)]
    [InlineData("\"Истина\"", true)]
    [InlineData("\"Yes\"", true)]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("false", false)]
    [InlineData("\"Нет\"", false)]
    [InlineData("\"Ложь\"", false)]
    [InlineData("0", false)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    public async Task Reads_yes_and_no(string json, bool? expected)
    {
        var balance = await OneCHost.ReadAsync($$"""{"debt":1,"blocked":{{json}},"credit_limit":5,"credit_limit_enforced":{{json}}}""");

        balance.IsBlocked.Should().Be(expected);
        balance.Limit.Should().Be(new CreditLimit(Money.Rub(5m), expected ?? true));
        balance.Unstated.HasFlag(BalanceFields.LimitEnforced).Should().Be(expected is null);
    }

    [Theory]
    [InlineData("\"0d9c8b7a-1111-4222-8333-444455556666\"", "0d9c8b7a-1111-4222-8333-444455556666")]
    [InlineData("\"УТ-17  \"", "УТ-17")]
    [InlineData("17", "17")]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("\"00000000-0000-0000-0000-000000000000\"", null)]
    [InlineData("\"{00000000-0000-0000-0000-000000000000}\"", null)]
    [InlineData("\"00000000000000000000000000000000\"", null)]
    [InlineData("\"0\"", "0")]
    public async Task Reads_an_identifier(string json, string? expected)
    {
        var balance = await OneCHost.ReadAsync($$"""{"debt":1,"documents":[{"id":{{json}},"number":{{json}},"order_id":{{json}}}]}""");

        balance
            .Documents!.Single()
            .Should()
            .Be(
                new OpenDocument
                {
                    Id = expected,
                    Number = expected,
                    OrderId = expected,
                }
            );
    }

    [Theory]
    [InlineData("\"643\"", "RUB")]
    [InlineData("643", "RUB")]
    [InlineData("\"810\"", "RUB")]
    [InlineData("\"eur\"", "EUR")]
    [InlineData("\"руб.\"", "RUB")]
    [InlineData("\"\"", "RUB")]
    [InlineData("null", "RUB")]
    public async Task Reads_a_currency(string json, string code)
    {
        foreach (var body in (string[])[$$"""{"currency":{{json}},"debt":1.5}""", $$"""{"debt":1.5,"currency":{{json}}}"""])
            (await OneCHost.ReadAsync(body)).Debt.Should().Be(new Money(1.5m, Currency.Parse(code)));
    }

    [Fact]
    public async Task Counts_in_minor_units_of_the_currency_wherever_its_key_stands()
    {
        var balance = await OneCHost.ReadAsync(
            """{"debt":"12 345","documents":[{"amount":100050,"outstanding":5}],"credit_limit":7000,"last_payment_sum":1,"currency":"KWD"}""",
            options => options.AmountUnit = OneCAmountUnit.Minor
        );

        var kuwait = Currency.Parse("KWD");
        balance.Debt.Should().Be(new Money(12.345m, kuwait));
        balance.Documents!.Single().Amount.Should().Be(new Money(100.050m, kuwait));
        balance.Documents!.Single().Outstanding.Should().Be(new Money(0.005m, kuwait));
        balance.Limit!.Amount.Should().Be(new Money(7m, kuwait));
        balance.LastPayment!.Amount.Should().Be(new Money(0.001m, kuwait));
    }

    [Fact]
    public async Task A_negative_sign_of_debt_turns_what_is_owed_and_nothing_else()
    {
        var balance = await OneCHost.ReadAsync(
            """{"debt":-500,"overdue_debt":-100,"advance":7,"credit_limit":1000,"documents":[{"amount":300,"outstanding":-100}],"payments":[{"sum":50}]}""",
            options => options.AmountSign = OneCAmountSign.DebtIsNegative
        );

        balance.Debt.Should().Be(Money.Rub(500m));
        balance.Overdue.Should().Be(Money.Rub(100m));
        balance.Advance.Should().Be(Money.Rub(7m));
        balance.Limit!.Amount.Should().Be(Money.Rub(1000m));
        balance.Documents!.Single().Should().Be(new OpenDocument { Amount = Money.Rub(300m), Outstanding = Money.Rub(100m) });
        balance.Payments!.Single().Amount.Should().Be(Money.Rub(50m));
    }

    [Fact]
    public async Task A_negative_debt_is_passed_on_as_it_is() =>
        (await OneCHost.ReadAsync("""{"debt":-500}""")).Debt.Should().Be(Money.Rub(-500m));
}
