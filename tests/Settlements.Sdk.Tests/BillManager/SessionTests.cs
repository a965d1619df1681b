using Settlements.BillManager;

namespace Settlements.Tests.BillManager;

public sealed class SessionTests : IAsyncDisposable
{
    private readonly MockPanel _panel = new();

    public ValueTask DisposeAsync() => _panel.DisposeAsync();

    [Fact]
    public async Task Tells_as_whom_the_panel_knows_it()
    {
        var identity = await _panel.Client().WhoAmIAsync();

        identity
            .Should()
            .Be(
                new BillManagerIdentity
                {
                    UserId = 4,
                    Name = "exporter",
                    Level = 29,
                    Version = "6.94.1-2024.04.04_09:25",
                }
            );
    }

    [Fact]
    public async Task Many_waiting_callers_share_one_login()
    {
        var opened = new TaskCompletionSource();
        _panel.OnAny(
            "auth",
            async (r, t) =>
            {
                await opened.Task;
                return await MockPanel.Text(PanelDocuments.LoggedIn)(r, t);
            }
        );
        _panel.On("payment.edit", PanelDocuments.PaymentForm);
        var client = _panel.Client();

        var calls = Enumerable.Range(0, 50).Select(_ => client.GetPaymentAsync(77)).ToList();
        opened.SetResult();
        await Task.WhenAll(calls);

        _panel.Count("auth").Should().Be(1);
        _panel.Count("whoami").Should().Be(1);
        _panel.SentTo("payment.edit").Should().HaveCount(50).And.OnlyContain(s => s["auth"] == PanelDocuments.Session);
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_the_others_their_login()
    {
        var opened = new TaskCompletionSource();
        _panel.OnAny(
            "auth",
            async (r, t) =>
            {
                await opened.Task;
                return await MockPanel.Text(PanelDocuments.LoggedIn)(r, t);
            }
        );
        var client = _panel.Client();
        using var impatient = new CancellationTokenSource();

        var first = client.WhoAmIAsync(impatient.Token);
        var second = client.WhoAmIAsync(CancellationToken.None);
        await impatient.CancelAsync();

        await first.Invoking(f => f).Should().ThrowAsync<OperationCanceledException>();
        opened.SetResult();
        (await second).UserId.Should().Be(4);
        _panel.Count("auth").Should().Be(1);
    }

    [Fact]
    public async Task A_session_lives_an_hour_from_its_last_call()
    {
        _panel.On("payment.edit", PanelDocuments.PaymentForm);
        var client = _panel.Client();

        for (var i = 0; i < 5; i++)
        {
            await client.GetPaymentAsync(77);
            _panel.Time.Advance(TimeSpan.FromMinutes(58));
        }
        _panel.Count("auth").Should().Be(1);

        _panel.Time.Advance(TimeSpan.FromMinutes(2));
        await client.GetPaymentAsync(77);
        _panel.Count("auth").Should().Be(2);
    }

    [Fact]
    public async Task A_read_is_made_again_after_a_lost_session()
    {
        _panel.On("payment.edit", PanelDocuments.Error("auth", "session"), PanelDocuments.PaymentForm);

        (await _panel.Client().GetPaymentAsync(77)).Id.Should().Be(77);

        _panel.Count("auth").Should().Be(2);
        _panel.Count("payment.edit").Should().Be(2);
    }

    [Fact]
    public async Task A_session_lost_twice_running_is_an_error()
    {
        _panel.On("payment.edit", PanelDocuments.Error("auth", "session"));

        var act = () => _panel.Client().GetPaymentAsync(77);

        (await act.Should().ThrowAsync<BillManagerException>()).Which.Problem.Should().Be(BillManagerProblem.SessionLost);
        _panel.Count("payment.edit").Should().Be(2);
    }

    [Fact]
    public async Task A_write_is_not_made_again_after_a_lost_session_and_the_next_call_logs_in()
    {
        _panel.On("payment.setpaid", PanelDocuments.Error("auth", "session"), PanelDocuments.Ok);
        var client = _panel.Client();

        var act = () => client.SetPaymentPaidAsync(77);

        var thrown = (await act.Should().ThrowAsync<BillManagerException>()).Which;
        thrown.Problem.Should().Be(BillManagerProblem.SessionLost);
        thrown.Outcome.Should().Be(BillManagerOutcome.NotExecuted);
        thrown.IsTransient.Should().BeTrue();
        _panel.Count("payment.setpaid").Should().Be(1);

        await client.SetPaymentPaidAsync(77);
        _panel.Count("auth").Should().Be(2);
    }

    [Fact]
    public async Task Lost_access_is_not_a_lost_session()
    {
        _panel.On("payment.edit", PanelDocuments.Error("access", parameters: "<param name=\"value\">payment.edit</param>"));

        var act = () => _panel.Client().GetPaymentAsync(77);

        var thrown = (await act.Should().ThrowAsync<BillManagerException>()).Which;
        thrown.Error.Should().Be(SettlementsError.Forbidden);
        thrown.Parameters["value"].Should().Be("payment.edit");
        _panel.Count("auth").Should().Be(1);
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_not_tried_again_at_once()
    {
        _panel.On("auth", PanelDocuments.Error("auth", "badpassword", "Неверное имя пользователя или пароль"));
        var client = _panel.Client();
        var act = () => client.WhoAmIAsync();

        var thrown = (await act.Should().ThrowAsync<BillManagerException>()).Which;
        thrown.Problem.Should().Be(BillManagerProblem.BadCredentials);
        thrown.Error.Should().Be(SettlementsError.NotAuthenticated);
        thrown.IsTransient.Should().BeFalse();

        for (var i = 0; i < 20; i++)
            await act.Should().ThrowAsync<BillManagerException>();
        _panel.Count("auth").Should().Be(1);

        _panel.Time.Advance(TimeSpan.FromMinutes(1));
        await act.Should().ThrowAsync<BillManagerException>();
        _panel.Count("auth").Should().Be(2);
    }

    [Fact]
    public async Task A_panel_that_was_down_is_asked_again_at_once()
    {
        _panel.OnException("auth", new HttpRequestException("down"), times: 1).On("auth", PanelDocuments.LoggedIn);
        var client = _panel.Client();

        await client.Invoking(c => c.WhoAmIAsync()).Should().ThrowAsync<BillManagerException>();

        (await client.WhoAmIAsync()).UserId.Should().Be(4);
    }

    [Fact]
    public async Task Two_factor_pending_is_an_error_of_its_own_and_no_write_is_sent()
    {
        _panel.On("whoami", PanelDocuments.TwoFactor).On("payment.setpaid", PanelDocuments.Ok);

        var act = () => _panel.Client().SetPaymentPaidAsync(77);

        var thrown = (await act.Should().ThrowAsync<BillManagerException>()).Which;
        thrown.Problem.Should().Be(BillManagerProblem.TwoFactorPending);
        thrown.Outcome.Should().Be(BillManagerOutcome.NotExecuted);
        _panel.Count("payment.setpaid").Should().Be(0);
    }

    [Fact]
    public async Task A_captcha_is_an_error_of_its_own()
    {
        _panel.On("auth", PanelDocuments.Error("captcha_verification_failed"));

        var act = () => _panel.Client().WhoAmIAsync();

        (await act.Should().ThrowAsync<BillManagerException>().WithMessage("*captcha*EveryCall*"))
            .Which.Problem.Should()
            .Be(BillManagerProblem.Captcha);
    }

    [Fact]
    public async Task Too_low_a_level_is_an_error_of_its_own_and_the_level_needed_is_an_option()
    {
        _panel.On("whoami", PanelDocuments.WhoAmI(level: 16));

        var act = () => _panel.Client().WhoAmIAsync();

        var thrown = (await act.Should().ThrowAsync<BillManagerException>().WithMessage("*level 16*29*")).Which;
        thrown.Problem.Should().Be(BillManagerProblem.AccessLevelTooLow);

        _panel.Configure.Add(options => options.MinimumLevel = 16);
        (await _panel.Client().WhoAmIAsync()).Level.Should().Be(16);
    }

    [Fact]
    public async Task Without_a_session_user_and_password_go_with_every_call_in_the_body()
    {
        _panel.Configure.Add(options => options.Authentication = BillManagerAuthentication.EveryCall);
        _panel.On("payment.edit", PanelDocuments.PaymentForm);
        var client = _panel.Client();

        await client.GetPaymentAsync(77);
        _panel.Time.Advance(TimeSpan.FromDays(1));
        await client.GetPaymentAsync(77);

        _panel.Count("auth").Should().Be(0);
        _panel.Count("whoami").Should().Be(1);
        _panel.Sent.Should().OnlyContain(s => s["authinfo"] == "exporter:" + MockPanel.Password);
    }

    [Fact]
    public async Task A_login_answered_with_neither_session_nor_error_is_an_error()
    {
        _panel.On("auth", PanelDocuments.Doc("auth", "<saved_filters/>"));

        var act = () => _panel.Client().WhoAmIAsync();

        (await act.Should().ThrowAsync<BillManagerException>()).Which.Problem.Should().Be(BillManagerProblem.UnexpectedDocument);
    }
}
