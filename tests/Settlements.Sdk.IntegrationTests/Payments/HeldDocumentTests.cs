using Settlements.Payers;
using Settlements.Payments;

namespace Settlements.IntegrationTests.Payments;

/// <summary>Documents that are not exported: the reason, the candidates, and nothing sent.</summary>
public sealed class HeldDocumentTests
{
    public static TheoryData<string> Cases =>
        [
            "organisation unknown",
            "organisation twice",
            "account unknown",
            "account is no number",
            "account out of use",
            "currency",
            "method gone",
            "method off",
            "method not connected",
            "method twice",
            "no active payer",
            "payer twice",
            "payer of another client alone",
            "bad document",
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Says_why_and_sends_nothing(string name)
    {
        await using var bench = await ExportBench.StartAsync();
        var (document, state, kind) = Arrange(bench, name);

        var result = await bench.ExportAsync(document);

        result.State.Should().Be(state);
        result.Error!.Kind.Should().Be(kind);
        result.Error.Message.Should().NotBeNullOrWhiteSpace();
        bench.Panel.Payments.Should().BeEmpty();
        bench.Emulator.Calls.All.Should().OnlyContain(call => !call.Parameters.Any(p => p.Key == "sok"));
        var entry = (await bench.StatusAsync(document)).Entry!;
        entry.LastError.Should().Be(result.Error);
        (await bench.RunAsync()).Results.Should().BeEmpty("it waits until it is handed in again");
    }

    [Fact]
    public async Task Is_exported_when_it_is_handed_in_again_after_the_reason_was_mended()
    {
        await using var bench = await ExportBench.StartAsync();
        var account = bench.Panel.AddSubaccount(bench.Panel.AddAccount("Без плательщика").Id);
        var document = bench.Document(account: account);
        (await bench.ExportAsync(document)).State.Should().Be(PaymentExportState.NeedsAttention);
        bench.Panel.AddPayer(account.AccountId, "ООО «Новый»", ExportBench.BuyerTin);

        (await bench.Store.EnqueueAsync(document, CancellationToken.None)).Should().Be(PaymentEnqueueOutcome.Released);

        (await bench.RunAsync()).Results.Should().ContainSingle().Which.State.Should().Be(PaymentExportState.Exported);
    }

    [Fact]
    public async Task Names_the_candidates_among_whom_a_person_has_to_choose()
    {
        await using var bench = await ExportBench.StartAsync();
        var second = bench.Panel.AddPayer(bench.Account.AccountId, "Филиал", ExportBench.BuyerTin);

        var result = await bench.ExportAsync(bench.Document());

        result.Error!.Kind.Should().Be(PaymentExportErrorKind.PayerAmbiguous);
        result.Error.Candidates.Should().HaveCount(2).And.Contain(second.Id);
    }

    [Fact]
    public async Task Takes_the_last_of_several_payers_when_the_policy_says_so()
    {
        await using var bench = await ExportBench.StartAsync();
        bench.Options.OnAmbiguousPayer = OnAmbiguousPayer.TakeLast;
        var second = bench.Panel.AddPayer(bench.Account.AccountId, "Филиал", ExportBench.BuyerTin);

        (await bench.ExportAsync(bench.Document())).PayerId.Should().Be(second.Id);
    }

    [Fact]
    public async Task Tells_payers_of_one_number_apart_by_their_KPP()
    {
        await using var bench = await ExportBench.StartAsync();
        bench.Panel.AddPayer(bench.Account.AccountId, "Филиал", ExportBench.BuyerTin, kpp: "500101001");
        var head = bench.Panel.AddPayer(bench.Account.AccountId, "Голова", ExportBench.BuyerTin, kpp: "770701001");
        var document = bench.Document();

        var result = await bench.ExportAsync(document with { Counterparty = document.Counterparty with { Kpp = "770701001" } });

        result.State.Should().Be(PaymentExportState.Exported);
        result.PayerId.Should().Be(head.Id);
    }

    [Fact]
    public async Task Finds_a_person_by_accounting_code()
    {
        await using var bench = await ExportBench.StartAsync();
        var account = bench.Panel.AddClient("Иванов", kind: 1, accountingCode: "000123");
        bench.Panel.AddPayer(account.AccountId, "Петров", kind: 1, accountingCode: "000124");
        var document = bench.Document(account: account);

        var result = await bench.ExportAsync(
            document with
            {
                Counterparty = document.Counterparty with { Kind = CounterpartyKind.Person, Tin = null, Code = "000123" },
            }
        );

        result.MatchedBy.Should().Be(PayerMatch.AccountingCode);
        bench.Panel.Payers.Single(payer => payer.Id == result.PayerId).Name.Should().Be("Иванов");
    }

    private static (PaymentDocument, PaymentExportState, PaymentExportErrorKind) Arrange(ExportBench bench, string name)
    {
        var document = bench.Document();
        var client = bench.Account.AccountId;
        var method = bench.Panel.PaymentMethods.Single(m => m.Name == bench.Options.IncomingPaymentMethod);
        switch (name)
        {
            case "organisation unknown":
                return Person(document with { OrganizationTin = "5000000000" }, PaymentExportErrorKind.OrganizationUnknown);
            case "organisation twice":
                bench.Panel.AddCompany("ООО «Продавец», филиал", document.OrganizationTin);
                return Person(document, PaymentExportErrorKind.OrganizationAmbiguous);
            case "account unknown":
                return Person(document with { AccountId = "999999" }, PaymentExportErrorKind.AccountUnknown);
            case "account is no number":
                return Person(document with { AccountId = "нет" }, PaymentExportErrorKind.AccountUnknown);
            case "account out of use":
                bench.Panel.ChangeSubaccount(bench.Account.Id, account => account with { IsActive = false });
                return Person(document, PaymentExportErrorKind.AccountUnknown);
            case "currency":
                return Person(document with { Amount = new Money(10m, Currency.Parse("USD")) }, PaymentExportErrorKind.CurrencyMismatch);
            case "method gone":
                bench.Options.IncomingPaymentMethod = "Оплата векселем";
                return ToMend(document, PaymentExportErrorKind.PaymentMethodUnknown);
            case "method off":
                bench.Panel.ChangePaymentMethod(method.Id, m => m with { IsActive = false });
                return ToMend(document, PaymentExportErrorKind.PaymentMethodUnknown);
            case "method not connected":
                var other = bench.Panel.AddCompany("ООО «Другая»", "7802070139");
                bench.Panel.ChangePaymentMethod(method.Id, m => m with { CompanyIds = [other.Id] });
                return ToMend(document, PaymentExportErrorKind.PaymentMethodUnknown);
            case "method twice":
                bench.Panel.AddPaymentMethod("Оплата банковской картой (новая)");
                return ToMend(document, PaymentExportErrorKind.PaymentMethodAmbiguous);
            case "no active payer":
                bench.Panel.Change(bench.Panel.Payers.Single(p => p.AccountId == client).Id, p => p with { IsActive = false });
                return Person(document, PaymentExportErrorKind.NoActivePayer);
            case "payer twice":
                bench.Panel.AddPayer(client, "Филиал", ExportBench.BuyerTin);
                return Person(document, PaymentExportErrorKind.PayerAmbiguous);
            case "payer of another client alone":
                bench.Panel.Change(bench.Panel.Payers.Single(p => p.AccountId == client).Id, p => p with { IsActive = false });
                bench.Panel.AddClient("Тот же ИНН", ExportBench.BuyerTin);
                return Person(document, PaymentExportErrorKind.NoActivePayer);
            default:
                return ToMend(document with { Number = new string('1', 65) }, PaymentExportErrorKind.BadDocument);
        }
    }

    private static (PaymentDocument, PaymentExportState, PaymentExportErrorKind) Person(
        PaymentDocument document,
        PaymentExportErrorKind kind
    ) => (document, PaymentExportState.NeedsAttention, kind);

    private static (PaymentDocument, PaymentExportState, PaymentExportErrorKind) ToMend(
        PaymentDocument document,
        PaymentExportErrorKind kind
    ) => (document, PaymentExportState.Failed, kind);
}
