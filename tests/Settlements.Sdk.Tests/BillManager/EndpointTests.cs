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
}
