using Settlements.BillManager;
using Settlements.Testing;

namespace Settlements.IntegrationTests.BillManager;

/// <summary>Each way in which a panel does not let the client in.</summary>
public sealed class BillManagerLoginTests
{
    public static TheoryData<string, Func<PanelUser, PanelUser>, BillManagerProblem> Users =>
        new()
        {
            { "password", u => u with { Password = "changed" }, BillManagerProblem.BadCredentials },
            { "second factor", u => u with { TwoFactorCode = "123456" }, BillManagerProblem.TwoFactorPending },
            { "captcha", u => u with { NeedsCaptcha = true }, BillManagerProblem.Captcha },
            { "client", u => u with { Level = 16 }, BillManagerProblem.AccessLevelTooLow },
        };

    [Theory]
    [MemberData(nameof(Users))]
    public async Task Is_an_error_of_its_own(string name, Func<PanelUser, PanelUser> change, BillManagerProblem problem)
    {
        await using var host = await PanelHost.StartAsync();
        host.Emulator.Panel.ChangeUser(BillManagerPanel.AdministratorName, change);

        var thrown = await host.FailingAsync(c => c.AddPaymentAsync(host.NewPayment));

        (thrown.Problem, thrown.Outcome).Should().Be((problem, BillManagerOutcome.NotExecuted), name);
        host.Emulator.Calls.CountOf("payment.add.pay").Should().Be(0);
    }

    [Fact]
    public async Task A_captcha_is_passed_by_sending_user_and_password_with_every_call()
    {
        await using var host = await PanelHost.StartAsync(configure: o => o.Authentication = BillManagerAuthentication.EveryCall);
        host.Emulator.Panel.ChangeUser(BillManagerPanel.AdministratorName, u => u with { NeedsCaptcha = true, Password = "with:colon" });
        host.Emulator.Calls.Clear();

        await host.FailingAsync(c => c.WhoAmIAsync());
        host.Emulator.Panel.ChangeUser(
            BillManagerPanel.AdministratorName,
            u => u with { Password = BillManagerPanel.AdministratorPassword }
        );
        host.Time.Advance(TimeSpan.FromMinutes(1));

        (await host.Client.WhoAmIAsync()).Level.Should().Be(29);
        host.Emulator.Calls.CountOf("auth").Should().Be(0);
    }

    [Fact]
    public async Task A_function_that_the_department_may_not_call_is_forbidden()
    {
        await using var host = await PanelHost.StartAsync();
        host.Emulator.Panel.ChangeUser(BillManagerPanel.AdministratorName, u => u with { ForbiddenFunctions = ["payment.setpaid"] });
        var id = await host.Client.AddPaymentAsync(host.NewPayment);

        var thrown = await host.FailingAsync(c => c.SetPaymentPaidAsync(id));

        (thrown.Error, thrown.Outcome).Should().Be((SettlementsError.Forbidden, BillManagerOutcome.NotExecuted));
        thrown.Parameters["value"].Should().Be("payment.setpaid");
    }

    [Fact]
    public async Task An_address_that_is_no_panel_says_so()
    {
        await using var host = await PanelHost.StartAsync(configure: o => o.Endpoint = new Uri(o.Endpoint!, "/nothing/here"));

        var thrown = await host.FailingAsync(c => c.WhoAmIAsync());

        thrown.Error.Should().Be(SettlementsError.NotFound);
    }
}
