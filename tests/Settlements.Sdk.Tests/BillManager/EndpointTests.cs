using Microsoft.Extensions.Options;
using Settlements.BillManager;

namespace Settlements.Tests.BillManager;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("https://host:1500/billmgr", "https://host:1500/billmgr")]
    [InlineData("https://host:1500", "https://host:1500/billmgr")]
    [InlineData("https://host:1500/", "https://host:1500/billmgr")]
    [InlineData("https://host/billmgr/", "https://host/billmgr")]
    [InlineData("https://host/manager", "https://host/manager/billmgr")]
    [InlineData("https://host/manager/billmgr", "https://host/manager/billmgr")]
    [InlineData("https://host/manager/billmgr6", "https://host/manager/billmgr6")]
    [InlineData("https://host/BillMgr", "https://host/BillMgr")]
    [InlineData("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x/billmgr")]
    public void The_program_is_appended_only_where_it_is_missing(string given, string called)
    {
        PanelEndpoint.Problem(new Uri(given)).Should().BeNull();
        PanelEndpoint.Complete(new Uri(given)).AbsoluteUri.Should().Be(called);
    }

    [Theory]
    [InlineData(null, "is not set")]
    [InlineData("billmgr", "not a whole web address")]
    [InlineData("ftp://host/billmgr", "not a whole web address")]
    [InlineData("http://host/billmgr", "use https")]
    [InlineData("https://user:pw@host/billmgr", "take them out")]
    [InlineData("https://host/billmgr?func=auth", "query")]
    public void A_wrong_address_names_itself_the_problem_and_the_fix(string? given, string problem)
    {
        var options = new BillManagerOptions
        {
            Endpoint = given is null ? null : new Uri(given, UriKind.RelativeOrAbsolute),
            UserName = "u",
            Password = "p",
        };

        var act = () => new BillManagerClient(new HttpClient(), options);

        act.Should()
            .Throw<OptionsValidationException>()
            .Which.Message.Should()
            .Contain("BillManagerOptions.Endpoint")
            .And.Contain(problem)
            .And.NotContain("pw");
    }

    [Fact]
    public void Every_wrong_option_is_named_at_once()
    {
        var options = new BillManagerOptions
        {
            UserName = "",
            Password = "",
            MinimumLevel = 0,
            Timeout = TimeSpan.Zero,
            RefusedLoginPause = TimeSpan.FromDays(1),
            PageSize = 1,
            ListCap = 1,
            MaxResponseBytes = 1,
        };

        var act = () => new BillManagerClient(new HttpClient(), options);

        act.Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(9);
    }

    [Fact]
    public void A_login_with_a_colon_cannot_be_sent_with_every_call()
    {
        var options = new BillManagerOptions
        {
            Endpoint = new Uri("https://host"),
            UserName = "a:b",
            Password = "p",
            Authentication = BillManagerAuthentication.EveryCall,
        };

        var act = () => new BillManagerClient(new HttpClient(), options);

        act.Should().Throw<OptionsValidationException>().WithMessage("*colon*");
    }
}
