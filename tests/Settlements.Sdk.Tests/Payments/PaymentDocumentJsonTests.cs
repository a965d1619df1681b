using System.Text;
using Settlements.Payers;
using Settlements.Payments;

namespace Settlements.Tests.Payments;

public sealed class PaymentDocumentJsonTests
{
    private const string Good = """
        { "id": "6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b", "version": 3, "kind": "incomingPayment", "number": "ПП-1", "date": "2026-11-21",
          "amount": "1000.50", "currency": "RUB", "organizationTin": "7702070139",
          "counterparty": { "id": "6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5c", "kind": "entrepreneur", "tin": "500100732259", "kpp": null, "code": "000123" },
          "account": "200001", "purpose": "За услуги", "posted": true, "deleted": false }
        """;

    [Fact]
    public void Reads_every_field()
    {
        var document = Rows($"[{Good}]").Should().ContainSingle().Subject.Document!;

        document.Version.Should().Be(3);
        document.Kind.Should().Be(PaymentDocumentKind.IncomingPayment);
        document.Amount.Should().Be(Money.Rub(1000.50m));
        document.Counterparty.Kind.Should().Be(CounterpartyKind.Entrepreneur);
        document.Counterparty.Code.Should().Be("000123");
        document.AccountId.Should().Be("200001");
        document.IsPosted.Should().BeTrue();
        document.IsWithdrawn.Should().BeFalse();
    }

    [Fact]
    public void Reads_back_what_it_wrote()
    {
        var document = PaymentDocumentJson.Read(Good);

        PaymentDocumentJson.Read(PaymentDocumentJson.Write(document)).Should().Be(document);
    }

    [Theory]
    [InlineData("\"version\": 3", "\"version\": -1", "version")]
    [InlineData("\"version\": 3", "\"version\": 1.5", "version")]
    [InlineData("\"version\": 3", "\"version\": 3, \"version\": 4", "version stands there twice")]
    [InlineData("incomingPayment", "wireTransfer", "kind must be one of cashReceipt, incomingPayment, cardPayment")]
    [InlineData("2026-11-21", "2026-11-31", "date")]
    [InlineData("1000.50", "1000,50", "amount")]
    [InlineData("1000.50", "1e3", "amount")]
    [InlineData("1000.50", "-5.00", "amount")]
    [InlineData("1000.50", "0.00", "amount is 0.00 RUB")]
    [InlineData("1000.50", "0.005", "more digits")]
    [InlineData("\"RUB\"", "\"RUX\"", "currency")]
    [InlineData("\"RUB\"", "null", "currency is missing")]
    [InlineData("\"ПП-1\"", "\" \"", "number")]
    [InlineData("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b", "00000000-0000-0000-0000-000000000000", "id")]
    [InlineData("\"entrepreneur\"", "\"Entrepreneur\"", "counterparty.kind")]
    [InlineData("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5c", "no", "counterparty.id")]
    [InlineData("\"200001\"", "\"\"", "account")]
    [InlineData("\"posted\": true", "\"posted\": \"yes\"", "posted")]
    [InlineData(", \"deleted\": false", "", "deleted is missing")]
    [InlineData("\"posted\": true, ", "", "posted is missing")]
    public void Says_what_is_wrong_with_a_row_and_reads_the_others(string good, string bad, string expected)
    {
        var broken = Good.Replace(good, bad, StringComparison.Ordinal);
        broken.Should().NotBe(Good);

        var rows = Rows($"[{Good}, {broken}, 7, {Good}]");

        rows.Select(row => row.Row).Should().Equal(1, 2, 3, 4);
        rows[0].Document.Should().NotBeNull();
        rows[1].Document.Should().BeNull();
        rows[1].Problem.Should().Contain(expected);
        rows[2].Problem.Should().NotBeNull();
        rows[3].Document.Should().NotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("\"text\"")]
    public void Refuses_a_file_that_is_no_array(string json) => FluentActions.Invoking(() => Rows(json)).Should().Throw<FormatException>();

    [Fact]
    public void Passes_over_a_byte_order_mark_and_unknown_properties() =>
        Rows("\uFEFF[" + Good.Replace("\"version\": 3", "\"version\": 3, \"comment\": {}", StringComparison.Ordinal) + "]")[0]
            .Document.Should()
            .NotBeNull();

    private static IReadOnlyList<PaymentDocumentRow> Rows(string json) => PaymentDocumentJson.ReadFile(Encoding.UTF8.GetBytes(json));
}
