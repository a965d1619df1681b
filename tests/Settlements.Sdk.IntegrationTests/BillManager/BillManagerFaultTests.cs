using Settlements.BillManager;
using Settlements.Testing;

namespace Settlements.IntegrationTests.BillManager;

/// <summary>Every fault of the emulated panel, over sockets: what the client says of it, and whether that is true.</summary>
public sealed class BillManagerFaultTests : IAsyncLifetime
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private PanelHost _host = null!;

    public async Task InitializeAsync() => _host = await PanelHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string, BillManagerFault, BillManagerProblem, BillManagerOutcome> Faults =>
        new()
        {
            { "reset before", BillManagerFault.ResetBefore(), BillManagerProblem.Connection, BillManagerOutcome.Unknown },
            { "reset after", BillManagerFault.ResetAfter(), BillManagerProblem.Connection, BillManagerOutcome.Unknown },
            { "cut short", BillManagerFault.CutShortAfter(), BillManagerProblem.Connection, BillManagerOutcome.Unknown },
            { "502 before", BillManagerFault.HttpStatus(502), BillManagerProblem.HttpStatus, BillManagerOutcome.Unknown },
            { "502 after", BillManagerFault.HttpStatus(502, executes: true), BillManagerProblem.HttpStatus, BillManagerOutcome.Unknown },
            { "403", BillManagerFault.HttpStatus(403), BillManagerProblem.HttpStatus, BillManagerOutcome.NotExecuted },
            { "HTML", BillManagerFault.HtmlPage(), BillManagerProblem.HtmlPage, BillManagerOutcome.Unknown },
            { "HTML after", BillManagerFault.HtmlPageAfter(), BillManagerProblem.HtmlPage, BillManagerOutcome.Unknown },
            { "session lost", BillManagerFault.SessionLost(), BillManagerProblem.SessionLost, BillManagerOutcome.NotExecuted },
            { "captcha", BillManagerFault.Captcha(), BillManagerProblem.Captcha, BillManagerOutcome.NotExecuted },
            { "value", BillManagerFault.PanelError("value", "amount", "x"), BillManagerProblem.PanelError, BillManagerOutcome.NotExecuted },
            { "late error", BillManagerFault.PanelErrorAfter("module"), BillManagerProblem.PanelError, BillManagerOutcome.Unknown },
            { "two factors", BillManagerFault.TwoFactorPending(), BillManagerProblem.TwoFactorPending, BillManagerOutcome.Unknown },
            { "form again", BillManagerFault.FormShownAgain(), BillManagerProblem.FormNotExecuted, BillManagerOutcome.NotExecuted },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_said_of_an_added_payment_is_true(
        string name,
        BillManagerFault fault,
        BillManagerProblem problem,
        BillManagerOutcome outcome
    )
    {
        _host.Emulator.Faults.On("payment.add.pay", fault);

        var thrown = await _host.FailingAsync(c => c.AddPaymentAsync(_host.NewPayment));

        (thrown.Problem, thrown.Outcome).Should().Be((problem, outcome), name);
        _host.Emulator.Calls.CountOf("payment.add.pay").Should().Be(1, "a write is sent once");
        _host.Emulator.Panel.Payments.Should().HaveCount(fault.Executes && problem != BillManagerProblem.SessionLost ? 1 : 0);
        if (outcome == BillManagerOutcome.NotExecuted)
            _host.Emulator.Panel.Payments.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_said_of_a_credited_payment_is_true(
        string name,
        BillManagerFault fault,
        BillManagerProblem problem,
        BillManagerOutcome outcome
    )
    {
        var id = await _host.Client.AddPaymentAsync(_host.NewPayment);
        _host.Emulator.Faults.On("payment.setpaid", fault);

        var thrown = await _host.FailingAsync(c => c.SetPaymentPaidAsync(id));

        (thrown.Problem, thrown.Outcome).Should().Be((problem, outcome), name);
        if (outcome == BillManagerOutcome.NotExecuted)
            _host.Emulator.Panel.Creditings.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silence_ends_in_a_timeout_whether_the_panel_acted_or_not(bool acts)
    {
        await _host.Client.WhoAmIAsync();
        _host.Emulator.Faults.On("payment.add.pay", acts ? BillManagerFault.SilenceAfter() : BillManagerFault.SilenceBefore());

        var call = _host.Client.AddPaymentAsync(_host.NewPayment);
        await _host.Emulator.Calls.WaitForAsync("payment.add.pay");
        while (acts && _host.Emulator.Panel.Payments.Count == 0)
            await Task.Yield();
        await _host.Time.WaitForTimerAsync(Timeout);
        _host.Time.Advance(Timeout);

        var thrown = (await call.Invoking(c => c).Should().ThrowAsync<BillManagerException>()).Which;
        (thrown.Problem, thrown.Outcome, thrown.IsTransient).Should().Be((BillManagerProblem.Timeout, BillManagerOutcome.Unknown, true));
        _host.Emulator.Panel.Payments.Should().HaveCount(acts ? 1 : 0);
    }

    [Fact]
    public async Task A_panel_that_is_down_has_surely_not_executed_anything()
    {
        await _host.Client.WhoAmIAsync();
        await _host.Emulator.DisposeAsync();

        var thrown = await _host.FailingAsync(c => c.AddPaymentAsync(_host.NewPayment));

        (thrown.Error, thrown.Outcome, thrown.IsTransient)
            .Should()
            .Be((SettlementsError.Unavailable, BillManagerOutcome.NotExecuted, true));
    }

    [Fact]
    public async Task A_read_is_made_again_after_a_reset_or_a_lost_session()
    {
        await using var host = await PanelHost.StartAsync(configure: o =>
            (o.Resilience.MaxRetries, o.Resilience.RetryDelay) = (2, TimeSpan.Zero)
        );
        host.Emulator.Faults.On("company", BillManagerFault.ResetBefore(), times: 2);
        host.Emulator.Faults.On("company.edit", BillManagerFault.SessionLost());

        (await host.Client.ListCompaniesAsync().ToListAsync()).Should().ContainSingle();

        host.Emulator.Faults.Remaining.Should().Be(0);
        host.Emulator.Calls.CountOf("auth").Should().Be(2);
        host.Emulator.Calls.CountOf("company").Should().Be(3);
    }

    [Fact]
    public async Task A_slow_list_is_waited_for()
    {
        var answer = new TaskCompletionSource();
        _host.Emulator.Faults.On("company", BillManagerFault.Hold(answer.Task));

        var reading = _host.Client.ListCompaniesAsync().ToListAsync();
        await _host.Emulator.Calls.WaitForAsync("company");
        reading.IsCompleted.Should().BeFalse();
        answer.SetResult();

        (await reading).Should().ContainSingle();
    }

    [Fact]
    public async Task Two_factor_in_the_middle_of_a_list_is_no_empty_list()
    {
        _host.Emulator.Faults.On("payment", BillManagerFault.TwoFactorPending());

        var thrown = await _host.FailingAsync(async c => await c.ListPaymentsAsync(new BillManagerPaymentFilter()).ToListAsync());

        thrown.Problem.Should().Be(BillManagerProblem.TwoFactorPending);
    }

    [Fact]
    public async Task Columns_without_rights_are_null()
    {
        var id = await _host.Client.AddPaymentAsync(_host.NewPayment);
        _host.Emulator.Faults.On(
            "payment",
            BillManagerFault.WithoutColumns("status", "real_status", "account_name", "subaccountamount_iso")
        );

        var row = await _host.Client.ListPaymentsAsync(new BillManagerPaymentFilter { Id = id }).SingleAsync();

        (row.Status, row.AccountName, row.SubaccountAmount).Should().Be((null, null, null));
    }

    [Fact]
    public async Task Columns_that_contradict_themselves_are_an_error()
    {
        var id = await _host.Client.AddPaymentAsync(_host.NewPayment);
        _host.Emulator.Faults.On("payment", BillManagerFault.DuplicateColumn("subaccountamount_iso"));
        _host.Emulator.Faults.On("payment", BillManagerFault.DuplicateColumn("subaccountamount_iso", "1.00 RUB"));
        var filter = new BillManagerPaymentFilter { Id = id };

        (await _host.Client.ListPaymentsAsync(filter).SingleAsync()).SubaccountAmount!.Value.Should().Be(1000.5m);
        var thrown = await _host.FailingAsync(async c => await c.ListPaymentsAsync(filter).ToListAsync());

        thrown.Problem.Should().Be(BillManagerProblem.Malformed);
    }

    [Fact]
    public async Task A_filter_saved_in_the_web_interface_is_found_out()
    {
        await using var host = await PanelHost.StartAsync(options => options with { SavedFilterWins = true });
        await host.Client.AddPaymentAsync(host.NewPayment);
        host.Emulator.Panel.SaveFilter(
            BillManagerPanel.AdministratorName,
            "payment",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["status"] = "1" }
        );

        var thrown = await host.FailingAsync(async c =>
            await c.ListPaymentsAsync(new BillManagerPaymentFilter { Statuses = [BillManagerPaymentStatus.Credited] }).ToListAsync()
        );

        thrown.Problem.Should().Be(BillManagerProblem.FilterIgnored);
    }

    [Fact]
    public async Task A_saved_filter_is_cleared_before_a_search_that_must_miss_nothing()
    {
        var id = await _host.Client.AddPaymentAsync(_host.NewPayment);
        _host.Emulator.Panel.SaveFilter(
            BillManagerPanel.AdministratorName,
            "payment",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["status"] = "9", ["createdate"] = "today" }
        );

        await _host.Client.ClearPaymentFilterAsync();
        await _host.Client.ClearPaymentFilterAsync();

        _host.Emulator.Calls.CountOf("payment.filter").Should().Be(4, "three to clear one, and one to see that there is none");
        (await _host.Client.ListPaymentsAsync(new BillManagerPaymentFilter { Id = id }).ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_saved_filter_that_cannot_be_cleared_is_an_error()
    {
        _host.Emulator.Panel.SaveFilter(
            BillManagerPanel.AdministratorName,
            "payment",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = "x" }
        );
        _host.Emulator.Faults.On("payment.filter", BillManagerFault.FormShownAgain(), skip: 1);

        var thrown = await _host.FailingAsync(c => c.ClearPaymentFilterAsync());

        thrown.Problem.Should().Be(BillManagerProblem.FilterIgnored);
        thrown.Message.Should().Contain("number");
    }

    [Fact]
    public async Task A_payment_that_arrives_between_two_pages_is_noticed()
    {
        await using var host = await PanelHost.StartAsync(configure: o => o.PageSize = 10);
        for (var i = 0; i < 15; i++)
            host.Emulator.Panel.AddPayer(host.Account.AccountId, "x");
        host.Emulator.Faults.On("profile", BillManagerFault.Meanwhile(e => e.Panel.AddPayer(host.Account.AccountId, "y")), skip: 1);

        var thrown = await host.FailingAsync(async c => await c.ListPayersAsync(new BillManagerPayerFilter()).ToListAsync());

        (thrown.Problem, thrown.IsTransient).Should().Be((BillManagerProblem.ListChanged, true));
    }

    [Fact]
    public async Task A_session_that_ran_out_on_the_panel_is_replaced_before_the_next_write()
    {
        var id = await _host.Client.AddPaymentAsync(_host.NewPayment);
        _host.Time.Advance(TimeSpan.FromMinutes(61));

        await _host.Client.SetPaymentPaidAsync(id);

        _host.Emulator.Calls.CountOf("auth").Should().Be(2);
        _host.Emulator.Calls.CountOf("payment.setpaid").Should().Be(1);
    }

    [Fact]
    public async Task Fifty_callers_at_a_restarted_panel_log_in_once()
    {
        var id = await _host.Client.AddPaymentAsync(_host.NewPayment);
        _host.Emulator.EndSessions();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _host.Client.GetPaymentAsync(id)));

        _host.Emulator.Calls.CountOf("auth").Should().Be(2);
    }
}
