using NodaTime;
using Settlements.BillManager;

namespace Settlements.Tests.BillManager;

public sealed class WriteTests : IAsyncDisposable
{
    internal static readonly BillManagerNewPayment Payment = new()
    {
        AccountId = 8,
        ProviderId = 2,
        PayerId = 12,
        PaymentMethodId = 1,
        CurrencyId = 126,
        Amount = Money.Rub(1000.5m),
        RandomNumber = "aB3dE6gH9jK2",
    };

    private readonly MockPanel _panel = new();

    public ValueTask DisposeAsync() => _panel.DisposeAsync();

    [Fact]
    public async Task A_payment_is_added_with_everything_that_the_wizard_would_carry()
    {
        _panel.On("payment.add.pay", PanelDocuments.Added);

        (await _panel.Client().AddPaymentAsync(Payment)).Should().Be(77);

        _panel
            .SentTo("payment.add.pay")
            .Single()
            .Should()
            .Contain(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["sok"] = "ok",
                    ["customer_account"] = "8",
                    ["project"] = "2",
                    ["profile"] = "12",
                    ["paymethod"] = "1",
                    ["payment_currency"] = "126",
                    ["amount"] = "1000.50",
                    ["randomnumber"] = "aB3dE6gH9jK2",
                }
            );
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.001")]
    public async Task An_amount_that_cannot_be_paid_is_not_sent(string amount)
    {
        var payment = Payment with { Amount = Money.Rub(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)) };

        await _panel.Client().Invoking(c => c.AddPaymentAsync(payment)).Should().ThrowAsync<ArgumentException>().WithMessage("*Amount*");

        _panel.Sent.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("aB3dE6gH9jK2x")]
    [InlineData("aB3dE6gH9jK!")]
    public async Task A_mark_of_another_form_is_not_sent(string mark) =>
        await _panel
            .Client()
            .Invoking(c => c.AddPaymentAsync(Payment with { RandomNumber = mark }))
            .Should()
            .ThrowAsync<ArgumentException>()
            .WithMessage("*RandomNumber*");

    [Fact]
    public async Task Only_what_is_to_change_is_sent()
    {
        _panel.On("payment.edit", PanelDocuments.Ok);

        await _panel
            .Client()
            .EditPaymentAsync(77, new BillManagerPaymentChanges { DocumentNumber = "КА-17", DocumentDate = new LocalDate(2026, 11, 20) });

        var sent = _panel.SentTo("payment.edit").Single();
        sent.Should()
            .Contain("elid", "77")
            .And.Contain("sok", "ok")
            .And.Contain("documentnumber", "КА-17")
            .And.Contain("documentdate", "2026-11-20");
        sent.Should().NotContainKeys("description", "paydate", "sender", "amount");
    }

    [Fact]
    public async Task A_document_number_that_the_panel_would_cut_is_not_sent() =>
        await _panel
            .Client()
            .Invoking(c => c.EditPaymentAsync(77, new BillManagerPaymentChanges { DocumentNumber = new string('9', 65) }))
            .Should()
            .ThrowAsync<ArgumentException>()
            .WithMessage("*65*64*");

    [Fact]
    public async Task Crediting_deleting_and_limits_name_their_object()
    {
        _panel.On("payment.setpaid", PanelDocuments.Ok).On("payment.delete", PanelDocuments.Ok).On("subaccount.edit", PanelDocuments.Ok);
        var client = _panel.Client();

        await client.SetPaymentPaidAsync(77, "guid", "КА-17");
        await client.DeletePaymentAsync(78);
        await client.SetCreditLimitAsync(5, 8, Money.Rub(100_000m));

        _panel
            .SentTo("payment.setpaid")
            .Single()
            .Should()
            .Contain("elid", "77")
            .And.Contain("externalid", "guid")
            .And.Contain("info", "КА-17");
        _panel.SentTo("payment.delete").Single().Should().Contain("elid", "78");
        _panel
            .SentTo("subaccount.edit")
            .Single()
            .Should()
            .Contain("elid", "5")
            .And.Contain("plid", "8")
            .And.Contain("creditlimit", "100000.00");
    }

    [Fact]
    public async Task A_negative_limit_is_not_sent() =>
        await _panel.Client().Invoking(c => c.SetCreditLimitAsync(5, 8, Money.Rub(-1m))).Should().ThrowAsync<ArgumentOutOfRangeException>();

    [Fact]
    public async Task A_form_shown_again_was_not_executed()
    {
        _panel.On("payment.add.pay", PanelDocuments.Doc("payment.add.pay", "<id/><amount>1000.50</amount><paymethod>1</paymethod>"));

        var thrown = (await _panel.Client().Invoking(c => c.AddPaymentAsync(Payment)).Should().ThrowAsync<BillManagerException>()).Which;

        thrown.Problem.Should().Be(BillManagerProblem.FormNotExecuted);
        thrown.Outcome.Should().Be(BillManagerOutcome.NotExecuted);
        thrown.Error.Should().Be(SettlementsError.Rejected);
    }

    [Theory]
    [InlineData("<id>77</id>")]
    [InlineData("<payment_id>77</payment_id>")]
    public async Task An_id_without_ok_may_be_a_payment(string content)
    {
        _panel.On("payment.add.pay", PanelDocuments.Doc("payment.add.pay", content));

        var thrown = (await _panel.Client().Invoking(c => c.AddPaymentAsync(Payment)).Should().ThrowAsync<BillManagerException>()).Which;

        thrown.Outcome.Should().Be(BillManagerOutcome.Unknown);
    }

    [Fact]
    public async Task Ok_without_an_id_may_be_a_payment()
    {
        _panel.On("payment.add.pay", PanelDocuments.Ok);

        var thrown = (await _panel.Client().Invoking(c => c.AddPaymentAsync(Payment)).Should().ThrowAsync<BillManagerException>()).Which;

        thrown.Outcome.Should().Be(BillManagerOutcome.Unknown);
        thrown.Problem.Should().Be(BillManagerProblem.UnexpectedDocument);
    }

    [Fact]
    public async Task An_action_without_ok_may_have_been_executed()
    {
        _panel.On("payment.delete", PanelDocuments.Doc("payment.delete", "<saved_filters/>"));

        var thrown = (await _panel.Client().Invoking(c => c.DeletePaymentAsync(77)).Should().ThrowAsync<BillManagerException>()).Which;

        thrown.Outcome.Should().Be(BillManagerOutcome.Unknown, "no form was submitted that could have been shown again");
    }

    [Theory]
    [InlineData("value", SettlementsError.Rejected, BillManagerOutcome.NotExecuted)]
    [InlineData("access", SettlementsError.Forbidden, BillManagerOutcome.NotExecuted)]
    [InlineData("missed", SettlementsError.NotFound, BillManagerOutcome.NotExecuted)]
    [InlineData("payment_payd", SettlementsError.Rejected, BillManagerOutcome.Unknown)]
    [InlineData("exists", SettlementsError.Rejected, BillManagerOutcome.Unknown)]
    [InlineData("", SettlementsError.Rejected, BillManagerOutcome.Unknown)]
    public async Task An_error_of_a_late_step_leaves_a_write_unknown(string type, SettlementsError error, BillManagerOutcome outcome)
    {
        _panel.On("payment.add.pay", PanelDocuments.Error(type, "amount", "Поле заполнено неверно", "<param name=\"value\">0.00</param>"));

        var thrown = (await _panel.Client().Invoking(c => c.AddPaymentAsync(Payment)).Should().ThrowAsync<BillManagerException>()).Which;

        (thrown.Error, thrown.Outcome, thrown.Type, thrown.Object).Should().Be((error, outcome, type, "amount"));
        thrown.Parameters.Should().Contain("value", "0.00").And.Contain("object", "amount");
        thrown.PanelMessage.Should().Be("Поле заполнено неверно");
        thrown.Function.Should().Be("payment.add.pay");
        thrown.IsTransient.Should().BeFalse();
    }

    [Fact]
    public void The_mark_of_a_document_never_changes()
    {
        var document = Guid.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");

        BillManagerRandomNumber.For(document, 1).Should().Be("h1H44ScaJuqh", "payments of yesterday are recognised by it");
        BillManagerRandomNumber.For(document, 2).Should().NotBe(BillManagerRandomNumber.For(document, 1));
    }

    [Fact]
    public void Marks_of_many_documents_differ_and_are_letters_and_digits()
    {
        var random = new Random(20261121);
        var marks = Enumerable.Range(0, 20_000).Select(i => BillManagerRandomNumber.For(new Guid(Bytes(random)), i % 3)).ToList();

        marks.Should().OnlyHaveUniqueItems().And.OnlyContain(m => m.Length == 12 && m.All(char.IsAsciiLetterOrDigit));

        static byte[] Bytes(Random random)
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return bytes;
        }
    }
}
