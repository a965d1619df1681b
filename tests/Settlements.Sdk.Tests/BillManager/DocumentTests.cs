using NodaTime;
using Settlements.BillManager;

namespace Settlements.Tests.BillManager;

public sealed class DocumentTests : IAsyncDisposable
{
    private readonly MockPanel _panel = new();

    public ValueTask DisposeAsync() => _panel.DisposeAsync();

    [Fact]
    public async Task A_payment_row_is_read_by_codes_and_plain_values()
    {
        _panel.On("payment", PanelDocuments.List("payment", [PanelDocuments.PaymentRow()]));

        var row = await One(new BillManagerPaymentFilter { Id = 77 });

        row.Should()
            .Be(
                new BillManagerPayment
                {
                    Id = 77,
                    Number = "pfx/77",
                    CreatedOn = new LocalDate(2026, 11, 21),
                    PaidOn = new LocalDate(2026, 11, 22),
                    Status = BillManagerPaymentStatus.Credited,
                    SubaccountAmount = new BillManagerAmount(1000.50m, "RUB"),
                    PaymentMethodAmount = new BillManagerAmount(1000.50m, "RUB"),
                    AccountName = "Ромашка",
                    ProviderName = "Хостинг",
                    PayerId = 12,
                    PayerName = "ООО Ромашка",
                    CompanyId = 3,
                    CompanyName = "Мы",
                    PaymentMethodName = "Наличные",
                    PaymentMethodModule = "pmcustom",
                }
            );
    }

    [Fact]
    public async Task Columns_that_are_not_shown_are_null_and_never_zero()
    {
        _panel.On(
            "payment",
            PanelDocuments.List("payment", ["<id>77</id><sender_name> - </sender_name><unknown><deep>1</deep></unknown>"])
        );

        (await One(new BillManagerPaymentFilter { Id = 77 })).Should().Be(new BillManagerPayment { Id = 77 });
    }

    [Theory]
    [InlineData("<status orig=\"4\">Anything</status>", 4)]
    [InlineData("<status orig=\"4\">Новый</status><real_status>4</real_status>", 4)]
    [InlineData("<real_status>9</real_status>", 9)]
    [InlineData("<status orig=\"42\">Невиданный</status>", 42)]
    [InlineData("<status>Зачислен</status>", null)]
    [InlineData("<status orig=\"\"/>", null)]
    public async Task A_status_is_its_code_whatever_the_text_says(string column, int? code)
    {
        _panel.On("payment", PanelDocuments.List("payment", ["<id>77</id>" + column]));

        (await One(new BillManagerPaymentFilter { Id = 77 })).Status.Should().Be((BillManagerPaymentStatus?)code);
    }

    [Theory]
    [InlineData("<number>1</number>")]
    [InlineData("<id/>")]
    [InlineData("<id>0</id>")]
    [InlineData("<id>7a</id>")]
    [InlineData("<id>-7</id>")]
    [InlineData("<id>77</id><id>78</id>")]
    [InlineData("<id>77</id><subaccountamount_iso>10.00 RUB</subaccountamount_iso><subaccountamount_iso>11.00 RUB</subaccountamount_iso>")]
    [InlineData("<id>77</id><status orig=\"1\">Новый</status><status orig=\"4\">Новый</status>")]
    [InlineData("<id>77</id><subaccountamount_iso>1,234 RUB</subaccountamount_iso>")]
    [InlineData("<id>77</id><create_date>21.11.2026</create_date>")]
    [InlineData("<id>77</id><create_date>2026-02-30</create_date>")]
    public async Task A_row_that_cannot_be_relied_on_is_an_error_of_the_whole_list(string row)
    {
        _panel.On("payment", PanelDocuments.List("payment", [PanelDocuments.PaymentRow(76), row]));

        var act = () => _panel.Client().ListPaymentsAsync(new BillManagerPaymentFilter()).ToListAsync().AsTask();

        (await act.Should().ThrowAsync<BillManagerException>()).Which.Problem.Should().Be(BillManagerProblem.Malformed);
    }

    [Fact]
    public async Task A_column_that_comes_twice_alike_is_taken()
    {
        _panel.On(
            "payment",
            PanelDocuments.List("payment", ["<id>77</id><number>a</number><number>a</number><pay_date>0000-00-00</pay_date>"])
        );

        (await One(new BillManagerPaymentFilter { Id = 77 })).Should().Be(new BillManagerPayment { Id = 77, Number = "a" });
    }

    [Fact]
    public async Task A_payment_form_is_read_past_nested_records_of_the_same_name()
    {
        _panel.On("payment.edit", PanelDocuments.PaymentForm);

        (await _panel.Client().GetPaymentAsync(77))
            .Should()
            .Be(
                new BillManagerPaymentDetails
                {
                    Id = 77,
                    Number = "pfx/77",
                    Status = BillManagerPaymentStatus.Credited,
                    SubaccountId = 5,
                    PayerId = 12,
                    CompanyId = 3,
                    PaymentMethodId = 1,
                    CurrencyId = 126,
                    SubaccountAmount = 1000.50m,
                    PaymentMethodAmount = 1000.50m,
                    CreatedAt = new LocalDateTime(2026, 11, 21, 10, 11, 12),
                    PaidAt = new LocalDateTime(2026, 11, 21, 10, 12),
                    DocumentNumber = "КА-17",
                    DocumentDate = new LocalDate(2026, 11, 20),
                    ExternalId = "6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b",
                    RandomNumber = "aB3dE6gH9jK2",
                    Description = "Оплата по счету 5",
                }
            );
    }

    [Fact]
    public async Task A_payer_form_has_code_and_kpp_as_they_are_kept()
    {
        _panel.On("profile.edit", PanelDocuments.PayerForm);

        (await _panel.Client().GetPayerAsync(12))
            .Should()
            .Be(
                new BillManagerPayerDetails
                {
                    Id = 12,
                    Name = "ООО Ромашка",
                    Kind = BillManagerPayerKind.Company,
                    TaxId = "7707083893",
                    Kpp = "773601001",
                    AccountingCode = "000123",
                }
            );
    }

    [Theory]
    [InlineData("<elid>13</elid><vatnum>1</vatnum>", "that of 13")]
    [InlineData("<saved_filters/>", "none of its fields")]
    [InlineData("<ok>func=desktop</ok>", "'ok'")]
    public async Task A_form_of_something_else_is_not_taken_for_an_empty_one(string content, string said)
    {
        _panel.On("profile.edit", PanelDocuments.Doc("profile.edit", content));

        var act = () => _panel.Client().GetPayerAsync(12);

        (await act.Should().ThrowAsync<BillManagerException>().WithMessage($"*{said}*"))
            .Which.Problem.Should()
            .Be(BillManagerProblem.UnexpectedDocument);
    }

    [Fact]
    public async Task Reference_lists_are_read()
    {
        _panel
            .On("company", PanelDocuments.List("company", ["<id>3</id><name>ООО «Мы»</name>"]))
            .On("company.edit", PanelDocuments.Doc("company.edit", "<elid>3</elid><vatnum>7702070139</vatnum><kpp>770201001</kpp>"))
            .On("project", PanelDocuments.List("project", ["<id>2</id><name>Хостинг</name><currency_str>RUB</currency_str><site/>"]))
            .On(
                "paymethod",
                PanelDocuments.List(
                    "paymethod",
                    [
                        "<id>1</id><name>Оплата наличными</name><module>pmcustom</module><status orig=\"on\">Активен</status><projects>Хостинг, Облако</projects>"
                            + "<companies>ООО «А, Б»</companies><currency_name>RUB</currency_name>",
                        "<id>9</id><name>Другое</name><status>Отключен</status>",
                    ]
                )
            )
            .On(
                "currency",
                PanelDocuments.List("currency", ["<id>126</id><iso>RUB</iso><symbol/><active>on</active>", "<id>7</id><iso>PTS</iso>"])
            )
            .On(
                "account",
                PanelDocuments.List(
                    "account",
                    ["<id>8</id><name>Ромашка</name><balance>-5.00 $</balance><tz_registration_date>2025-01-15</tz_registration_date>"]
                )
            )
            .On(
                "subaccount",
                PanelDocuments.List(
                    "subaccount",
                    ["<id>5</id><account>Ромашка</account><project>Хостинг</project><currency>RUB</currency><balance>1.00 RUB</balance>"]
                )
            )
            .On(
                "invoice",
                PanelDocuments.List(
                    "invoice",
                    [
                        "<id>4</id><number>А-4</number><cdate>2026-11-01</cdate><amount_iso>9.00 RUB</amount_iso><invoice_status orig=\"3\">Отправлен</invoice_status>",
                    ]
                )
            );
        var client = _panel.Client();

        (await client.ListCompaniesAsync().SingleAsync())
            .Should()
            .Be(
                new BillManagerCompany
                {
                    Id = 3,
                    Name = "ООО «Мы»",
                    TaxId = "7702070139",
                    Kpp = "770201001",
                }
            );
        (await client.ListProvidersAsync().SingleAsync()).Name.Should().Be("Хостинг");

        var methods = await client.ListPaymentMethodsAsync().ToListAsync();
        methods[0].IsActive.Should().BeTrue();
        methods[0].IsConnectedToProvider("Облако").Should().BeTrue();
        methods[0].IsConnectedToProvider("Обл").Should().BeFalse();
        methods[0].IsConnectedToCompany("ООО «А, Б»").Should().BeTrue();
        methods[1].IsActive.Should().BeNull("a word that is neither on nor off says nothing");
        methods[1].IsConnectedToProvider("Облако").Should().BeNull();

        (await client.FindCurrencyAsync(Currency.Rub))!.Id.Should().Be(126);
        (await client.FindCurrencyAsync(Currency.Usd)).Should().BeNull();
        (await client.ListAccountsAsync().SingleAsync()).Balance.Should().Be(new BillManagerAmount(-5m, "$"));
        (await client.ListSubaccountsAsync(8).SingleAsync())
            .Should()
            .Be(
                new BillManagerSubaccount
                {
                    Id = 5,
                    AccountName = "Ромашка",
                    ProviderName = "Хостинг",
                    Currency = Currency.Rub,
                    Balance = new BillManagerAmount(1m, "RUB"),
                },
                "a client that the row does not name is not taken from the question"
            );
        (await client.ListInvoicesAsync(new BillManagerInvoiceFilter()).SingleAsync()).StatusCode.Should().Be(3);
    }

    [Fact]
    public async Task Two_currencies_with_one_code_are_an_error()
    {
        _panel.On("currency", PanelDocuments.List("currency", ["<id>126</id><iso>RUB</iso>", "<id>127</id><iso>RUB</iso>"]));

        await _panel
            .Client()
            .Invoking(c => c.FindCurrencyAsync(Currency.Rub))
            .Should()
            .ThrowAsync<BillManagerException>()
            .WithMessage("*126*127*RUB*");
    }

    private ValueTask<BillManagerPayment> One(BillManagerPaymentFilter filter) => _panel.Client().ListPaymentsAsync(filter).SingleAsync();
}
