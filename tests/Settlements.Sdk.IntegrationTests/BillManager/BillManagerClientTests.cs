using NodaTime;
using Settlements.BillManager;
using Settlements.Testing;

namespace Settlements.IntegrationTests.BillManager;

/// <summary>The client against the emulated panel, over sockets.</summary>
public sealed class BillManagerClientTests : IAsyncLifetime
{
    private PanelHost _host = null!;

    private BillManagerClient Client => _host.Client;

    public async Task InitializeAsync() => _host = await PanelHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_payment_is_added_described_credited_and_read_back()
    {
        var id = await Client.AddPaymentAsync(_host.NewPayment);
        var added = await Client.GetPaymentAsync(id);
        added.Status.Should().Be(BillManagerPaymentStatus.New);
        (added.SubaccountId, added.SubaccountAmount, added.CurrencyId).Should().Be((_host.Account.Id, 1000.5m, _host.Account.CurrencyId));
        added.RandomNumber.Should().Be(_host.NewPayment.RandomNumber);

        await Client.EditPaymentAsync(
            id,
            new BillManagerPaymentChanges
            {
                DocumentNumber = "КА-17",
                DocumentDate = new LocalDate(2025, 12, 30),
                Description = "Оплата по счету 5",
            }
        );
        await Client.SetPaymentPaidAsync(id, "6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b", "КА-17 от 30.12.2025");

        var credited = await Client.GetPaymentAsync(id);
        credited.Status.Should().Be(BillManagerPaymentStatus.Credited);
        (credited.DocumentNumber, credited.DocumentDate).Should().Be(("КА-17", new LocalDate(2025, 12, 30)));
        credited.ExternalId.Should().Be("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
        credited.PaidAt.Should().Be(new LocalDateTime(2026, 1, 1, 3, 0));

        var row = await Client.ListPaymentsAsync(new BillManagerPaymentFilter { Id = id }).SingleAsync();
        row.Status.Should().Be(BillManagerPaymentStatus.Credited);
        row.SubaccountAmount!.ToMoney().Should().Be(Money.Rub(1000.5m));
        (row.AccountName, row.PaidOn).Should().Be(("ООО Ромашка", new LocalDate(2026, 1, 1)));

        _host.Emulator.Panel.Subaccounts.Single().Balance.Should().Be(1000.5m);
        _host.Emulator.Panel.Creditings.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create(id, 1));
    }

    [Fact]
    public async Task No_call_has_anything_in_its_address()
    {
        await Client.AddPaymentAsync(_host.NewPayment);

        _host.Emulator.Calls.All.Should().OnlyContain(c => c.Method == "POST" && c.Target == "/billmgr");
        _host
            .Emulator.Calls.Counts.Should()
            .BeEquivalentTo(
                new Dictionary<string, int>(StringComparer.Ordinal)
                {
                    ["auth"] = 1,
                    ["whoami"] = 1,
                    ["payment.add.pay"] = 1,
                }
            );
    }

    [Fact]
    public async Task The_panel_refuses_a_second_payment_with_the_same_mark()
    {
        await Client.AddPaymentAsync(_host.NewPayment);

        var thrown = await _host.FailingAsync(c => c.AddPaymentAsync(_host.NewPayment));

        thrown.Outcome.Should().Be(BillManagerOutcome.Unknown, "whether the error came before or after acting is not known of it");
        _host.Emulator.Panel.Payments.Should().ContainSingle();
    }

    [Fact]
    public async Task A_credited_payment_is_neither_credited_again_nor_deleted()
    {
        var id = await Client.AddPaymentAsync(_host.NewPayment);
        await Client.SetPaymentPaidAsync(id);

        await _host.FailingAsync(c => c.SetPaymentPaidAsync(id));
        (await _host.FailingAsync(c => c.DeletePaymentAsync(id))).Error.Should().Be(SettlementsError.Forbidden);

        _host.Emulator.Panel.Creditings[id].Should().Be(1);
        _host.Emulator.Panel.Payments.Should().ContainSingle();
    }

    [Fact]
    public async Task A_payment_that_is_not_credited_is_deleted()
    {
        var id = await Client.AddPaymentAsync(_host.NewPayment);

        await Client.DeletePaymentAsync(id);

        _host.Emulator.Panel.Payments.Should().BeEmpty();
        (await _host.FailingAsync(c => c.GetPaymentAsync(id))).Error.Should().Be(SettlementsError.NotFound);
    }

    [Fact]
    public async Task A_payment_in_another_currency_is_converted_which_the_form_shows()
    {
        var dollars = _host.Emulator.Panel.Currencies.First(c => c.Iso == "USD");

        var id = await Client.AddPaymentAsync(_host.NewPayment with { CurrencyId = dollars.Id, Amount = new Money(10m, Currency.Usd) });

        var details = await Client.GetPaymentAsync(id);
        (details.PaymentMethodAmount, details.SubaccountAmount, details.CurrencyId).Should().Be((10m, 900m, dollars.Id));
        var row = await Client.ListPaymentsAsync(new BillManagerPaymentFilter { Id = id }).SingleAsync();
        row.PaymentMethodAmount.Should().Be(new BillManagerAmount(10m, "$"));
        row.PaymentMethodAmount!.In(await Client.ListCurrenciesAsync().ToListAsync()).Should().Be(new Money(10m, Currency.Usd));
    }

    public static TheoryData<string, Func<BillManagerNewPayment, BillManagerNewPayment>> Wrong =>
        new()
        {
            { "customer_account", p => p with { AccountId = 9 } },
            { "project", p => p with { ProviderId = 9 } },
            { "profile", p => p with { PayerId = 9 } },
            { "paymethod", p => p with { PaymentMethodId = 9 } },
            { "payment_currency", p => p with { CurrencyId = 9 } },
            { "amount", p => p with { Amount = Money.Rub(0.5m) } },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_is_named(string field, Func<BillManagerNewPayment, BillManagerNewPayment> spoil)
    {
        var thrown = await _host.FailingAsync(c => c.AddPaymentAsync(spoil(_host.NewPayment)));

        (thrown.Type, thrown.Object, thrown.Outcome).Should().Be(("value", field, BillManagerOutcome.NotExecuted));
        _host.Emulator.Panel.Payments.Should().BeEmpty();
    }

    [Fact]
    public async Task Payments_are_found_by_what_a_document_says()
    {
        var other = _host.Emulator.Panel.AddClient("ИП Лютик", "500100732259", kind: 3);
        var id = await Client.AddPaymentAsync(_host.NewPayment);
        await Client.AddPaymentAsync(
            _host.NewPayment with
            {
                AccountId = other.AccountId,
                PayerId = _host.Emulator.Panel.Payers[1].Id,
                RandomNumber = "aaaaaaaaaaaa",
            }
        );
        await Client.AddPaymentAsync(_host.NewPayment with { Amount = Money.Rub(1000.51m), RandomNumber = "bbbbbbbbbbbb" });
        var today = new LocalDate(2026, 1, 1);

        var found = await Client
            .ListPaymentsAsync(
                new BillManagerPaymentFilter
                {
                    AccountId = _host.Account.AccountId,
                    CreatedFrom = today,
                    CreatedTo = today,
                    AmountFrom = 1000.5m,
                    AmountTo = 1000.5m,
                    Statuses = Enum.GetValues<BillManagerPaymentStatus>(),
                }
            )
            .ToListAsync();

        found.Select(p => p.Id).Should().Equal(id);
    }

    [Fact]
    public async Task Initiated_payments_are_hidden_unless_asked_for()
    {
        var id = await Client.AddPaymentAsync(_host.NewPayment);
        _host.Emulator.Panel.ChangePayment(id, p => p with { Status = 8 });

        (await Client.ListPaymentsAsync(new BillManagerPaymentFilter { Id = id }).ToListAsync()).Should().BeEmpty();
        var asked = new BillManagerPaymentFilter { Id = id, Statuses = [BillManagerPaymentStatus.Initiated] };
        (await Client.ListPaymentsAsync(asked).ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Accounts_payers_and_reference_data_are_read()
    {
        var panel = _host.Emulator.Panel;

        var account = await Client.ListAccountsAsync(new BillManagerAccountFilter { Name = "ООО Ромашка" }).SingleAsync();
        var subaccount = await Client.ListSubaccountsAsync(account.Id).SingleAsync();
        (subaccount.Id, subaccount.AccountId, subaccount.Currency).Should().Be((_host.Account.Id, _host.Account.AccountId, Currency.Rub));
        (await Client.GetSubaccountAsync(subaccount.Id, account.Id)).ProviderId.Should().Be(_host.Account.ProviderId);

        var payer = await Client.ListPayersAsync(new BillManagerPayerFilter { TaxId = "7707083893" }).SingleAsync();
        (payer.Kind, payer.IsActive, payer.AccountId).Should().Be((BillManagerPayerKind.Company, true, account.Id));
        (await Client.GetPayerAsync(payer.Id)).AccountingCode.Should().Be("000123");

        (await Client.ListCompaniesAsync().SingleAsync()).TaxId.Should().Be(panel.Companies[0].TaxId);
        var provider = await Client.ListProvidersAsync().SingleAsync();
        var methods = await Client.ListPaymentMethodsAsync().ToListAsync();
        methods.Should().HaveCount(3).And.OnlyContain(m => m.IsActive == true && m.IsConnectedToProvider(provider.Name!) == true);
        (await Client.FindCurrencyAsync(Currency.Eur))!.Id.Should().Be(50);
    }

    [Fact]
    public async Task A_credit_limit_is_set()
    {
        await Client.SetCreditLimitAsync(_host.Account.Id, _host.Account.AccountId, Money.Rub(50_000m));

        (await Client.GetSubaccountAsync(_host.Account.Id)).CreditLimit.Should().Be(50_000m);
    }

    [Fact]
    public async Task Invoices_are_listed()
    {
        _host.Emulator.Panel.AddInvoice(id => new PanelInvoice
        {
            Id = id,
            Number = "А-1",
            Date = new LocalDate(2026, 1, 1),
            CompanyId = 31,
            PayerId = _host.Emulator.Panel.Payers[0].Id,
            CurrencyId = 126,
            Amount = 99m,
        });

        var invoice = await Client.ListInvoicesAsync(new BillManagerInvoiceFilter { From = new LocalDate(2026, 1, 1) }).SingleAsync();

        (invoice.Number, invoice.StatusCode, invoice.Amount!.ToMoney()).Should().Be(("А-1", 1, Money.Rub(99m)));
    }

    [Fact]
    public async Task A_long_list_comes_page_by_page_and_one_at_the_cap_is_refused()
    {
        for (var i = 0; i < 2500; i++)
            _host.Emulator.Panel.AddPayer(_host.Account.AccountId, $"Плательщик {i}");

        (await Client.ListPayersAsync(new BillManagerPayerFilter()).ToListAsync()).Should().HaveCount(2501);
        _host.Emulator.Calls.CountOf("profile").Should().Be(3);

        for (var i = 0; i < 2500; i++)
            _host.Emulator.Panel.AddPayer(_host.Account.AccountId, $"Плательщик {i}");
        var thrown = await _host.FailingAsync(async c => await c.ListPayersAsync(new BillManagerPayerFilter()).ToListAsync());
        thrown.Problem.Should().Be(BillManagerProblem.ListCapped);
    }
}
