using Settlements.Balances;
using Settlements.Terms;

namespace Settlements.Tests.OneC;

/// <summary>The terms that an answer states.</summary>
public sealed class TermsTests
{
    public static TheoryData<string, PaymentTerms?> Understood =>
        new()
        {
            { """{"type":"prepay"}""", PaymentTerms.Prepay() },
            { """{"type":" prepay ","days":0,"prepay_percent":100}""", PaymentTerms.Prepay() },
            { """{"type":"deferred","days":30}""", PaymentTerms.Deferred(30) },
            { """{"type":"deferred","days":"30","prepay_percent":0}""", PaymentTerms.Deferred(30) },
            { """{"prepay_percent":30.5,"days":14.0,"type":"mixed"}""", PaymentTerms.Mixed(30.5m, 14) },
            { """{"type":"mixed","days":14,"prepay_percent":"30,5"}""", PaymentTerms.Mixed(30.5m, 14) },
            { "null", null },
            { "{}", null },
            { """{"type":null,"days":30}""", null },
            { """{"type":""}""", null },
        };

    [Theory]
    [MemberData(nameof(Understood))]
    public async Task Reads_terms(string json, PaymentTerms? expected)
    {
        var balance = await OneCHost.ReadAsync($$"""{"debt":1,"payment_terms":{{json}}}""");

        balance.Terms.Should().Be(expected);
        balance.Unstated.HasFlag(BalanceFields.Terms).Should().Be(expected is null);
    }

    [Theory]
    [InlineData("""{"type":"cash"}""", "payment_terms.type: 'cash' are no terms*")]
    [InlineData("""{"type":"Prepay"}""", "payment_terms.type: 'Prepay' are no terms*")]
    [InlineData("""{"type":"prepay","days":5}""", "payment_terms.type: prepay wants no days*")]
    [InlineData("""{"type":"prepay","prepay_percent":30}""", "payment_terms.type: prepay wants*")]
    [InlineData("""{"type":"deferred"}""", "payment_terms.type: deferred wants days*")]
    [InlineData("""{"type":"deferred","days":0}""", "payment_terms.type: *")]
    [InlineData("""{"type":"deferred","days":30,"prepay_percent":20}""", "payment_terms.type: deferred wants*")]
    [InlineData("""{"type":"mixed","days":30}""", "payment_terms.type: mixed wants days and a percent*")]
    [InlineData("""{"type":"mixed","days":30,"prepay_percent":100}""", "payment_terms.type: *")]
    [InlineData("""{"type":"deferred","days":1.5}""", "payment_terms.days: is no number of whole days*")]
    [InlineData("""{"type":"deferred","days":-3}""", "payment_terms.days: is no number of whole days*")]
    [InlineData("""{"type":"deferred","days":"month"}""", "payment_terms.days: 'month' is no number*")]
    [InlineData("""{"type":"deferred","days":true}""", "payment_terms.days: is true or false where a text must stand*")]
    public async Task Terms_that_cannot_be_understood_are_no_answer(string json, string message)
    {
        var error = await OneCHost.RefuseAsync($$"""{"debt":1,"payment_terms":{{json}}}""");

        error.Error.Should().Be(SettlementsError.InvalidResponse);
        error.Message.Should().Match(message);
    }

    [Fact]
    public async Task Terms_alone_are_no_balance()
    {
        var error = await OneCHost.RefuseAsync("""{"payment_terms":{"type":"prepay"}}""");

        error.Message.Should().Contain("none of the keys");
    }

    [Fact]
    public async Task The_keys_are_the_hosts_to_map()
    {
        var balance = await OneCHost.ReadAsync(
            """{"debt":1,"Договор":{"ВидОплаты":"deferred","ДопустимоеЧислоДнейЗадолженности":45}}""",
            options =>
            {
                options.Fields.TermsType = ["Договор.ВидОплаты"];
                options.Fields.TermsDays = ["Договор.ДопустимоеЧислоДнейЗадолженности"];
            }
        );

        balance.Terms.Should().Be(PaymentTerms.Deferred(45));
    }
}
