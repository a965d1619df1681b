using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Settlements.BillManager;

namespace Settlements.Tests.BillManager;

public sealed class OptionsTests
{
    [Theory]
    [InlineData(null, "is not set")]
    [InlineData("billmgr", "not a whole web address")]
    [InlineData("ftp://host/billmgr", "not a whole web address")]
    [InlineData("http://host/billmgr", "use https")]
    [InlineData("https://user:hidden@host/billmgr", "take them out")]
    [InlineData("https://host/billmgr?func=auth", "query")]
    public void A_wrong_address_names_itself_the_problem_and_the_fix(string? given, string problem) =>
        Faults(options => options.Endpoint = given is null ? null : new Uri(given, UriKind.RelativeOrAbsolute))
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("BillManagerOptions.Endpoint ")
            .And.Contain(problem)
            .And.NotContain("hidden");

    [Fact]
    public void Every_wrong_option_is_named_at_once() =>
        Faults(options =>
            {
                options.Endpoint = null;
                options.UserName = " ";
                options.Password = "";
                options.Authentication = (BillManagerAuthentication)7;
                options.MinimumLevel = 0;
                options.RefusedLoginPause = TimeSpan.FromDays(1);
                options.PageSize = 1;
                options.ListCap = 1;
                options.MaxResponseBytes = 1;
                options.Resilience.MaxRetries = -1;
            })
            .Should()
            .HaveCount(10)
            .And.OnlyContain(f => f.StartsWith("BillManagerOptions."));

    [Fact]
    public void A_login_with_a_colon_cannot_be_sent_with_every_call() =>
        Faults(options =>
            {
                options.UserName = "a:b";
                options.Authentication = BillManagerAuthentication.EveryCall;
            })
            .Should()
            .ContainSingle(f => f.Contains("colon"));

    [Fact]
    public void Options_come_from_a_section_and_a_key_that_is_none_is_an_error()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Endpoint"] = "https://host:1500",
                    ["UserName"] = "u",
                    ["Password"] = "p",
                    ["Authentication"] = "EveryCall",
                    ["PageSize"] = "500",
                    ["Resilience:MaxRetries"] = "1",
                    ["Pasword"] = "x",
                }
            )
            .Build();
        var services = new ServiceCollection();
        services.AddSettlements().AddBillManager(configuration);
        using var provider = services.BuildServiceProvider();

        var read = () => provider.GetRequiredService<IOptions<BillManagerOptions>>().Value;

        read.Should().Throw<OptionsValidationException>().Which.Failures.Should().ContainSingle(f => f.Contains("Pasword"));
        configuration["Pasword"] = null;
    }

    [Fact]
    public void Nothing_secret_stands_in_the_text_of_the_options() =>
        new BillManagerOptions
        {
            Endpoint = new Uri("https://user:hidden@host:1500/billmgr?auth=hidden"),
            UserName = "u",
            Password = "hidden",
        }
            .ToString()
            .Should()
            .Be("BILLmanager at https://host:1500/billmgr");

    [Fact]
    public void A_second_panel_is_refused()
    {
        var settlements = new ServiceCollection().AddSettlements();
        settlements.AddBillManager(_ => { });

        settlements.Invoking(s => s.AddBillManager(_ => { })).Should().Throw<InvalidOperationException>();
    }

    private static IEnumerable<string> Faults(Action<BillManagerOptions> spoil)
    {
        var services = new ServiceCollection();
        services
            .AddSettlements()
            .AddBillManager(options =>
            {
                options.Endpoint = new Uri("https://host:1500");
                options.UserName = "u";
                options.Password = "p";
                spoil(options);
            });
        using var provider = services.BuildServiceProvider();

        var read = () => provider.GetRequiredService<BillManagerClient>();

        return read.Should().Throw<OptionsValidationException>().Which.Failures;
    }
}
