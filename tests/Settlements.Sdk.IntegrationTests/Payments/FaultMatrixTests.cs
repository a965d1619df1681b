using Settlements.Payments;
using Settlements.Testing;

namespace Settlements.IntegrationTests.Payments;

/// <summary>Every fault at every step: afterwards one credited payment and an empty queue, or a person is asked, with the reason. Nothing else.</summary>
public sealed class FaultMatrixTests
{
    /// <summary>Longer than one attempt may take, and shorter than a whole call: what only reads is asked again.</summary>
    private static readonly TimeSpan CallerTimeout = TimeSpan.FromSeconds(61);

    private static readonly Dictionary<string, Func<BillManagerFault>> Faults = new(StringComparer.Ordinal)
    {
        ["silence before"] = BillManagerFault.SilenceBefore,
        ["silence after"] = BillManagerFault.SilenceAfter,
        ["reset before"] = BillManagerFault.ResetBefore,
        ["reset after"] = BillManagerFault.ResetAfter,
        ["cut short after"] = BillManagerFault.CutShortAfter,
        ["503 before"] = () => BillManagerFault.HttpStatus(503),
        ["504 after"] = () => BillManagerFault.HttpStatus(504, executes: true),
        ["HTML page"] = BillManagerFault.HtmlPage,
        ["HTML page after"] = BillManagerFault.HtmlPageAfter,
        ["session lost"] = BillManagerFault.SessionLost,
        ["two-factor pending"] = BillManagerFault.TwoFactorPending,
        ["captcha"] = BillManagerFault.Captcha,
        ["access"] = () => BillManagerFault.PanelError("access", null, "Недостаточно прав"),
        ["value"] = () => BillManagerFault.PanelError("value", "amount", "Недопустимое значение"),
        ["late error"] = () => BillManagerFault.PanelErrorAfter("payment_payd"),
        ["form shown again"] = BillManagerFault.FormShownAgain,
    };

    /// <summary>The calls of a document's way, and how many of the same function go well before: the first and the second reading are two steps.</summary>
    private static readonly Dictionary<string, (string Function, int Skip)> Steps = new(StringComparer.Ordinal)
    {
        ["add"] = ("payment.add.pay", 0),
        ["first read"] = ("payment.edit", 0),
        ["edit"] = ("payment.edit", 1),
        ["setpaid"] = ("payment.setpaid", 0),
        ["read-back"] = ("payment.edit", 2),
        ["re-login"] = ("auth", 1),
        ["whoami"] = ("whoami", 1),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var fault in Faults.Keys)
            {
                foreach (var step in Steps.Keys)
                    cases.Add(fault, step);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Recovers_to_one_credited_payment_or_asks_a_person(string fault, string step)
    {
        await using var bench = await ExportBench.StartAsync();
        var document = await bench.EnqueueAsync();
        Plan(bench, fault, step);

        List<PaymentExportResult> results = [.. (await RunFaultAsync(bench, fault, step)).Results];
        bench.Faults.Remaining.Should().Be(0, "the fault has to have happened");
        bench.Restart();
        for (var i = 0; i < 6 && (await bench.StatusAsync(document)).Entry is not null; i++)
        {
            bench.Time.Advance(TimeSpan.FromMinutes(5));
            await bench.EnqueueAsync(document);
            results.AddRange((await bench.RunAsync()).Results);
        }

        var trace = string.Join(" | ", results.Select(r => $"{r.State} {r.Error?.Kind} {r.Error?.Message}"));
        var last = results[^1];
        if (last.State == PaymentExportState.NeedsAttention)
        {
            last.Error!.Message.Should().NotBeNullOrWhiteSpace();
            bench.Panel.Creditings.Values.Should().OnlyContain(times => times == 1, trace);
            bench.Panel.Payments.Count(p => p.Status == 4).Should().BeLessThanOrEqualTo(1, trace);
            return;
        }

        last.State.Should().Be(PaymentExportState.Exported, trace);
        bench.Panel.Payments.Should().ContainSingle(trace).Which.Status.Should().Be(4, trace);
        bench.CreditedFor(document).Should().ContainSingle(trace);
        bench.Panel.Creditings.Should().ContainSingle(trace).Which.Value.Should().Be(1, trace);
        bench.Panel.Subaccounts.Single(s => s.Id == bench.Account.Id).Balance.Should().Be(1000m, trace);
        (await bench.StatusAsync(document)).Entry.Should().BeNull(trace);
    }

    /// <summary>Most of these pass by themselves: only what nobody can decide may end with a person.</summary>
    [Theory]
    [InlineData("silence after")]
    [InlineData("reset after")]
    [InlineData("cut short after")]
    [InlineData("504 after")]
    [InlineData("HTML page after")]
    public async Task Finds_the_payment_of_a_call_whose_answer_was_lost(string fault)
    {
        await using var bench = await ExportBench.StartAsync();
        var document = await bench.EnqueueAsync();
        Plan(bench, fault, "add");

        (await RunFaultAsync(bench, fault, "add")).Results.Single().State.Should().Be(PaymentExportState.Waiting);
        bench.Restart();

        (await bench.RunAsync()).Results.Single().State.Should().Be(PaymentExportState.Exported);
        bench.Panel.Payments.Should().ContainSingle();
        bench.Emulator.Calls.CountOf("payment.add.pay").Should().Be(1, "it was found by its mark and not sent again");
        bench.CreditedFor(document).Should().ContainSingle();
    }

    [Fact]
    public async Task Looks_at_once_for_a_payment_that_the_panel_says_is_there_already()
    {
        await using var bench = await ExportBench.StartAsync();
        bench.Faults.On("payment.add.pay", BillManagerFault.PanelErrorAfter("payment_payd"));

        (await bench.ExportAsync(bench.Document())).State.Should().Be(PaymentExportState.Exported);

        bench.Emulator.Calls.CountOf("payment.add.pay").Should().Be(1);
        bench.Panel.Payments.Should().ContainSingle();
    }

    [Fact]
    public async Task Asks_a_person_about_a_payment_that_it_cannot_tell_from_another_s()
    {
        await using var bench = await ExportBench.StartAsync();
        var document = await bench.EnqueueAsync();
        bench.Faults.On("payment.add.pay", BillManagerFault.ResetAfter());
        await bench.RunAsync();
        bench.Faults.When(call => call.Function == "payment.edit", BillManagerFault.WithoutColumns("randomnumber"));

        var result = (await bench.RunAsync()).Results.Single();

        result.State.Should().Be(PaymentExportState.NeedsAttention);
        result.Error!.Kind.Should().Be(PaymentExportErrorKind.PaymentIndistinguishable);
        result.Error.Candidates.Should().Equal(bench.Panel.Payments.Single().Id);
        bench.Emulator.Calls.CountOf("payment.add.pay").Should().Be(1);
        bench.CreditedFor(document).Should().BeEmpty();
    }

    [Fact]
    public async Task Never_takes_another_document_s_payment_of_the_same_amount_for_its_own()
    {
        await using var bench = await ExportBench.StartAsync();
        var first = await bench.EnqueueAsync();
        await bench.RunAsync();
        var second = await bench.EnqueueAsync();
        bench.Faults.On("payment.add.pay", BillManagerFault.ResetBefore());
        await bench.RunAsync();

        (await bench.RunAsync()).Results.Single().State.Should().Be(PaymentExportState.Exported);

        bench.CreditedFor(first).Should().ContainSingle();
        bench.CreditedFor(second).Should().ContainSingle();
        bench.Panel.Payments.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("subaccountamount", "900.00", PaymentExportErrorKind.PaymentMismatch)]
    [InlineData("subaccount", "777", PaymentExportErrorKind.PaymentMismatch)]
    [InlineData("sender", "777", PaymentExportErrorKind.PaymentMismatch)]
    [InlineData("status", "3", PaymentExportErrorKind.PaymentStateChanged)]
    [InlineData("randomnumber", "Abcdefghijkl", PaymentExportErrorKind.PaymentIndistinguishable)]
    public async Task Credits_nothing_that_is_not_what_was_asked_for(string field, string value, PaymentExportErrorKind kind)
    {
        await using var bench = await ExportBench.StartAsync();
        bench.Faults.On("payment.edit", BillManagerFault.OtherValue(field, value));

        var result = await bench.ExportAsync(bench.Document());

        result.State.Should().Be(PaymentExportState.NeedsAttention);
        result.Error!.Kind.Should().Be(kind);
        bench.Panel.Creditings.Should().BeEmpty();
        bench.Panel.Payments.Should().HaveCount(kind == PaymentExportErrorKind.PaymentMismatch ? 0 : 1);
    }

    [Theory]
    [InlineData("subaccount")]
    [InlineData("currency")]
    [InlineData("recipient")]
    [InlineData("subaccountamount")]
    [InlineData("sender")]
    [InlineData("status")]
    [InlineData("externalid")]
    public async Task Makes_do_with_the_list_where_the_form_shows_less(string field)
    {
        await using var bench = await ExportBench.StartAsync();
        bench.Faults.When(call => call.Function == "payment.edit", BillManagerFault.WithoutColumns(field));
        await bench.LoadAccountsAsync();

        var result = await bench.ExportAsync(bench.Document());

        result.State.Should().Be(PaymentExportState.Exported, result.Error?.Message ?? "");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Takes_a_panel_s_answer_to_a_repeated_call_either_way(bool repeatedAddReturnsFirst, bool repeatedSetPaidIsIgnored)
    {
        await using var bench = await ExportBench.StartAsync(options =>
            options with
            {
                RepeatedAddReturnsFirst = repeatedAddReturnsFirst,
                RepeatedSetPaidIsIgnored = repeatedSetPaidIsIgnored,
            }
        );
        var document = bench.Document();
        await bench.ExportAsync(document);
        bench.LoseStore();

        (await bench.ExportAsync(document))
            .State.Should()
            .Be(PaymentExportState.Exported, "even with the register lost the mark finds the payment");

        bench.Panel.Payments.Should().ContainSingle();
        bench.Panel.Creditings.Values.Should().Equal(1);
    }

    private static void Plan(ExportBench bench, string fault, string step)
    {
        var (function, skip) = Steps[step];
        bench.Faults.On(function, Faults[fault](), skip: skip);
        if (step is "re-login" or "whoami")
            bench.Faults.On("payment.setpaid", BillManagerFault.SessionLost());
    }

    /// <summary>A run with the fault in it; the clock moves past the caller's time-out once the call that stays silent has come in.</summary>
    private static async Task<ExportReport> RunFaultAsync(ExportBench bench, string fault, string step)
    {
        var (function, skip) = Steps[step];
        var run = bench.RunAsync();
        if (fault.StartsWith("silence", StringComparison.Ordinal))
        {
            await bench.Emulator.Calls.WaitForAsync(function, skip + 1).WaitAsync(TimeSpan.FromSeconds(30));
            bench.Time.Advance(CallerTimeout);
        }
        return await run.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
