using NodaTime;
using Settlements.Payers;
using Settlements.Payments;
using Settlements.Testing;

namespace Settlements.IntegrationTests.Payments;

public sealed class PaymentExporterTests
{
    [Theory]
    [InlineData(PaymentDocumentKind.CashReceipt, "Оплата наличными")]
    [InlineData(PaymentDocumentKind.IncomingPayment, "Оплата банковской картой")]
    [InlineData(PaymentDocumentKind.CardPayment, "Оплата платежной картой через терминал")]
    public async Task Credits_a_document_with_the_payment_method_of_its_kind(PaymentDocumentKind kind, string method)
    {
        await using var bench = await ExportBench.StartAsync();
        var document = bench.Document() with { Kind = kind };

        var result = await bench.ExportAsync(document);

        result.State.Should().Be(PaymentExportState.Exported);
        result.MatchedBy.Should().Be(PayerMatch.Tin);
        result.PaymentMethod.Should().Be(method);
        var payment = bench.CreditedFor(document).Should().ContainSingle().Subject;
        payment.Id.Should().Be(result.PaymentId);
        payment.PayerId.Should().Be(result.PayerId);
        payment.SubaccountId.Should().Be(bench.Account.Id);
        payment.Amount.Should().Be(1000m);
        payment.DocumentNumber.Should().Be(document.Number);
        payment.DocumentDate.Should().Be(document.Date);
        payment.Description.Should().Be(document.Purpose);
        bench.Panel.PaymentMethods.Single(m => m.Id == payment.PaymentMethodId).Name.Should().Be(method);
        var status = await bench.StatusAsync(document);
        status.Entry.Should().BeNull();
        status.Intents.Should().BeEmpty();
        status.Code!.PaymentId.Should().Be(payment.Id);
    }

    [Fact]
    public async Task Sends_five_calls_for_a_document_besides_what_is_read_once()
    {
        await using var bench = await ExportBench.StartAsync();
        foreach (var _ in Enumerable.Range(0, 10))
            await bench.EnqueueAsync();

        var report = await bench.RunAsync();

        report.Results.Should().OnlyContain(result => result.State == PaymentExportState.Exported);
        report.Calls.Should().Be(bench.Emulator.Calls.Count);
        var counts = bench.Emulator.Calls.Counts;
        counts["payment.add.pay"].Should().Be(10);
        counts["payment.edit"].Should().Be(30);
        counts["payment.setpaid"].Should().Be(10);
        counts["profile"].Should().Be(1);
    }

    [Fact]
    public async Task Exports_a_document_once_however_often_it_is_handed_in()
    {
        await using var bench = await ExportBench.StartAsync();
        var document = bench.Document();
        await bench.ExportAsync(document);

        (await bench.Store.EnqueueAsync(document, CancellationToken.None)).Should().Be(PaymentEnqueueOutcome.AlreadyExported);
        (await bench.RunAsync()).Results.Should().BeEmpty();

        bench.Panel.Payments.Should().ContainSingle();
    }

    [Fact]
    public async Task Works_on_the_documents_of_one_client_in_order_and_on_several_clients_at_one_time()
    {
        await using var bench = await ExportBench.StartAsync();
        var accounts = Enumerable.Range(0, 3).Select(i => bench.Panel.AddClient("Клиент " + i, "770708389" + i)).ToList();
        List<PaymentDocument> documents = [];
        foreach (var i in Enumerable.Range(0, 12))
        {
            var tin = "770708389" + (i % 3);
            var document = bench.Document(100 + i, accounts[i % 3]);
            documents.Add(await bench.EnqueueAsync(document with { Counterparty = document.Counterparty with { Tin = tin } }));
        }

        var report = await bench.RunAsync();

        report.Results.Should().OnlyContain(result => result.State == PaymentExportState.Exported);
        report.Results.Select(result => result.DocumentId).Should().Equal(documents.Select(document => document.Id));
        foreach (var account in accounts)
            bench
                .Panel.Payments.Where(p => p.SubaccountId == account.Id)
                .OrderBy(p => p.Id)
                .Select(p => p.Amount)
                .Should()
                .BeInAscendingOrder();
        bench.Emulator.Calls.HighWaterMark.Should().BeInRange(1, bench.Options.MaxParallelClients);
    }

    [Fact]
    public async Task Replaces_a_payment_that_is_not_credited_when_the_document_changes()
    {
        await using var bench = await ExportBench.StartAsync();
        var document = bench.Document();
        bench.Faults.On("payment.setpaid", BillManagerFault.PanelError("access", null, "Нет прав"));
        (await bench.ExportAsync(document)).State.Should().Be(PaymentExportState.Failed);
        var changed = document with { Version = 2, Amount = Money.Rub(900m) };

        var result = await bench.ExportAsync(changed);

        result.State.Should().Be(PaymentExportState.Exported);
        bench.Panel.Payments.Should().ContainSingle().Which.Amount.Should().Be(900m);
        bench.CreditedFor(document).Should().ContainSingle();
        (await bench.StatusAsync(document)).Intents.Should().BeEmpty();
    }

    [Fact]
    public async Task Leaves_a_change_of_a_credited_amount_to_a_person_with_both_figures()
    {
        await using var bench = await ExportBench.StartAsync();
        var document = bench.Document();
        await bench.ExportAsync(document);

        var result = await bench.ExportAsync(document with { Version = 2, Amount = Money.Rub(900m) });

        result.State.Should().Be(PaymentExportState.NeedsAttention);
        result.Error!.Kind.Should().Be(PaymentExportErrorKind.CreditedChanged);
        result.Error.Message.Should().Contain("1000.00 RUB").And.Contain("900.00 RUB");
        bench.Panel.Payments.Should().ContainSingle().Which.Amount.Should().Be(1000m);
    }

    [Fact]
    public async Task Keeps_a_credited_payment_when_the_policy_says_so()
    {
        await using var bench = await ExportBench.StartAsync();
        bench.Options.OnCreditedChange = OnCreditedChange.KeepPayment;
        var document = bench.Document();
        await bench.ExportAsync(document);

        (await bench.ExportAsync(document with { Version = 2, Amount = Money.Rub(900m) })).State.Should().Be(PaymentExportState.Exported);

        bench.Panel.Payments.Should().ContainSingle().Which.Amount.Should().Be(1000m);
    }

    [Fact]
    public async Task Writes_a_changed_number_into_the_credited_payment()
    {
        await using var bench = await ExportBench.StartAsync();
        var document = bench.Document();
        await bench.ExportAsync(document);

        var result = await bench.ExportAsync(document with { Version = 2, Number = "ПП-77", Date = new LocalDate(2026, 11, 19) });

        result.State.Should().Be(PaymentExportState.Exported);
        var payment = bench.Panel.Payments.Should().ContainSingle().Subject;
        payment.DocumentNumber.Should().Be("ПП-77");
        payment.Status.Should().Be(4);
        bench.Panel.Creditings[payment.Id].Should().Be(1);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Deletes_the_uncredited_payment_of_a_withdrawn_document(bool isPosted, bool isDeleted)
    {
        await using var bench = await ExportBench.StartAsync();
        var document = bench.Document();
        bench.Faults.On("payment.setpaid", BillManagerFault.PanelError("access", null, "Нет прав"));
        await bench.ExportAsync(document);

        var result = await bench.ExportAsync(document with { Version = 2, IsPosted = isPosted, IsDeleted = isDeleted });

        result.State.Should().Be(PaymentExportState.Removed);
        bench.Panel.Payments.Should().BeEmpty();
        (await bench.StatusAsync(document)).Entry.Should().BeNull();
    }

    [Fact]
    public async Task Leaves_a_withdrawn_document_whose_payment_is_credited_to_a_person()
    {
        await using var bench = await ExportBench.StartAsync();
        var document = bench.Document();
        await bench.ExportAsync(document);

        var result = await bench.ExportAsync(document with { Version = 2, IsDeleted = true });

        result.State.Should().Be(PaymentExportState.NeedsAttention);
        result.Error!.Kind.Should().Be(PaymentExportErrorKind.CreditedWithdrawn);
        bench.CreditedFor(document).Should().ContainSingle();
    }

    [Fact]
    public async Task Exports_a_document_anew_that_was_withdrawn_and_posted_again()
    {
        await using var bench = await ExportBench.StartAsync();
        var document = bench.Document();
        (await bench.ExportAsync(document with { IsPosted = false })).State.Should().Be(PaymentExportState.Removed);

        var result = await bench.ExportAsync(document with { Version = 2 });

        result.State.Should().Be(PaymentExportState.Exported);
        bench.CreditedFor(document).Should().ContainSingle();
    }

    [Fact]
    public async Task Never_lets_an_older_version_take_the_place_of_a_newer_one()
    {
        await using var bench = await ExportBench.StartAsync();
        var document = bench.Document() with { Version = 5 };
        await bench.ExportAsync(document);

        var late = document with { Version = 4, Amount = Money.Rub(1m) };
        (await bench.Store.EnqueueAsync(late, CancellationToken.None)).Should().Be(PaymentEnqueueOutcome.Older);

        (await bench.RunAsync()).Results.Should().BeEmpty();
        bench.Panel.Payments.Should().ContainSingle().Which.Amount.Should().Be(1000m);
    }

    [Fact]
    public async Task One_bad_document_does_not_stop_the_others()
    {
        await using var bench = await ExportBench.StartAsync();
        var bad = await bench.EnqueueAsync(bench.Document() with { OrganizationTin = "5000000000" });
        var good = await bench.EnqueueAsync();

        var report = await bench.RunAsync();

        report.Results.Single(r => r.DocumentId == bad.Id).State.Should().Be(PaymentExportState.NeedsAttention);
        report.Results.Single(r => r.DocumentId == good.Id).State.Should().Be(PaymentExportState.Exported);
    }

    [Fact]
    public async Task A_panel_that_is_down_ends_the_run_and_leaves_the_queue_as_it_was()
    {
        await using var bench = await ExportBench.StartAsync();
        var documents = new List<PaymentDocument>();
        foreach (var _ in Enumerable.Range(0, 6))
            documents.Add(await bench.EnqueueAsync());
        bench.Faults.When(call => call.Function.StartsWith("payment", StringComparison.Ordinal), BillManagerFault.ResetBefore());

        var report = await bench.RunAsync();

        report.StoppedBy!.Kind.Should().Be(PaymentExportErrorKind.PanelUnavailable);
        report.Results.Should().HaveCount(6).And.OnlyContain(result => result.State == PaymentExportState.Waiting);
        bench.Emulator.Calls.CountOf("payment.add.pay").Should().Be(3, "that many failures in a row mean that the panel is down");
        (await bench.StatusAsync(documents[5])).Entry!.Attempts.Should().Be(0);

        bench.Faults.Clear();
        (await bench.RunAsync()).Results.Should().OnlyContain(result => result.State == PaymentExportState.Exported);
        bench.Panel.Payments.Should().HaveCount(6);
    }

    [Fact]
    public async Task Waits_longer_after_each_passing_failure()
    {
        await using var bench = await ExportBench.StartAsync();
        var document = await bench.EnqueueAsync();
        bench.Faults.When(call => call.Function == "payment.setpaid", BillManagerFault.ResetBefore());

        await bench.RunAsync();
        (await bench.StatusAsync(document))
            .Entry!.NextAttempt.Should()
            .Be(Instant.FromDateTimeOffset(bench.Time.GetUtcNow()) + Duration.FromMinutes(1));
        await bench.RunAsync();
        (await bench.StatusAsync(document))
            .Entry!.NextAttempt.Should()
            .Be(Instant.FromDateTimeOffset(bench.Time.GetUtcNow()) + Duration.FromMinutes(2));
        (await bench.Exporter.RunOnceAsync()).Results.Should().BeEmpty("the pause is not over");
        bench.Time.Advance(TimeSpan.FromMinutes(2));
        bench.Faults.Clear();

        (await bench.Exporter.RunOnceAsync()).Results.Should().ContainSingle().Which.State.Should().Be(PaymentExportState.Exported);
        bench.Panel.Payments.Should().ContainSingle();
    }

    [Fact]
    public async Task A_dry_run_names_payer_and_method_and_sends_nothing()
    {
        await using var bench = await ExportBench.StartAsync();
        var document = bench.Document();

        var report = await bench.Exporter.PlanAsync([document]);

        var result = report.Results.Should().ContainSingle().Subject;
        result.State.Should().Be(PaymentExportState.Planned);
        result.MatchedBy.Should().Be(PayerMatch.Tin);
        result.PaymentMethod.Should().Be("Оплата банковской картой");
        bench.Panel.Payments.Should().BeEmpty();
        bench.Emulator.Calls.All.Should().OnlyContain(call => !call.Parameters.Any(p => p.Key == "sok"));
        (await bench.StatusAsync(document)).Entry.Should().BeNull();
    }
}
