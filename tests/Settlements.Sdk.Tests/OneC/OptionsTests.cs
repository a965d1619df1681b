using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Settlements.Balances;
using Settlements.OneC;

namespace Settlements.Tests.OneC;

public sealed class OptionsTests
{
    [Fact]
    public void The_defaults_need_an_address_and_nothing_else()
    {
        Faults(_ => { }).Should().ContainSingle().Which.Should().StartWith("OneCOptions.BaseUrl is missing: give");
        Faults(options => options.BaseUrl = new Uri("https://1c.example/ut/hs/balance")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("http://localhost:8080/hs/balance", null)]
    [InlineData("http://127.0.0.1/hs/balance", null)]
    [InlineData("http://[::1]/hs/balance", null)]
    [InlineData("http://1c.example/hs/balance", "plain http")]
    [InlineData("ftp://1c.example/hs/balance", "http or https")]
    [InlineData("https://user:secret@1c.example/hs/balance", "holds a user")]
    [InlineData("https://1c.example/hs/balance?key=secret", "holds a query")]
    public void Judges_the_address(string url, string? problem)
    {
        var faults = Faults(options => options.BaseUrl = new Uri(url));

        if (problem is null)
            faults.Should().BeEmpty();
        else
            faults.Should().ContainSingle().Which.Should().Contain(problem).And.NotContain("secret");
    }

    [Fact]
    public void Plain_http_is_allowed_when_it_is_asked_for() =>
        Faults(options =>
            {
                options.BaseUrl = new Uri("http://1c.example/hs/balance");
                options.AllowHttp = true;
            })
            .Should()
            .BeEmpty();

    [Fact]
    public void Reports_every_fault_at_once_without_secrets()
    {
        var faults = Faults(options =>
        {
            options.BalancePath = "get?x=1";
            options.CounterpartyParameter = " ";
            options.User = "a:b";
            options.BearerToken = "top-secret";
            options.AuthenticationHeader = "X Bad";
            options.Key = "top-secret\n";
            options.KeyHeader = "";
            options.KeyParameter = "";
            options.KeyPlacement = (OneCKeyPlacement)7;
            options.AuthenticationPause = TimeSpan.FromDays(2);
            options.MaxSessions = 0;
            options.MaxResponseBytes = 1;
            options.MaxDepth = 1;
            options.DefaultCurrency = default;
            options.TimeZone = "Europe/Nowhere";
            options.AmountSign = (OneCAmountSign)9;
            options.AmountUnit = (OneCAmountUnit)9;
            options.Fields.Debt = ["a..b"];
            options.Fields.Advance = ["x"];
            options.Fields.Overdue = ["data.x"];
            options.Fields.Limit = null!;
            options.Resilience.TotalTimeout = TimeSpan.FromSeconds(1);
            options.Resilience.MaxRetries = -1;
            options.Resilience.BreakerFailureRatio = double.NaN;
            options.Resilience.MaxConcurrentRequests = 0;
        });

        faults.Should().OnlyContain(fault => fault.StartsWith("OneCOptions.", StringComparison.Ordinal));
        faults.Should().OnlyContain(fault => fault.Contains(':'));
        string.Join('\n', faults).Should().NotContain("top-secret");
        faults
            .Select(fault => fault.Split(' ')[0]["OneCOptions.".Length..])
            .Distinct(StringComparer.Ordinal)
            .Should()
            .BeEquivalentTo(
                "BaseUrl",
                "BalancePath",
                "CounterpartyParameter",
                "User",
                "Password",
                "AuthenticationHeader",
                "AuthenticationHeaderValue",
                "Key",
                "KeyHeader",
                "KeyParameter",
                "KeyPlacement",
                "AuthenticationPause",
                "MaxSessions",
                "MaxResponseBytes",
                "MaxDepth",
                "DefaultCurrency",
                "TimeZone",
                "AmountSign",
                "AmountUnit",
                "Fields.Debt",
                "Fields.Overdue",
                "Fields.Limit",
                "Resilience.AttemptTimeout",
                "Resilience.MaxRetries",
                "Resilience.BreakerFailureRatio",
                "Resilience.MaxConcurrentRequests"
            );
    }

    [Fact]
    public void An_empty_password_must_be_asked_for()
    {
        Faults(options =>
            {
                options.BaseUrl = new Uri("https://1c.example/");
                options.User = "web";
            })
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain("AllowEmptyPassword");
        Faults(options =>
            {
                options.BaseUrl = new Uri("https://1c.example/");
                options.Password = "top-secret";
            })
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("OneCOptions.User");
    }

    [Fact]
    public void Text_of_options_shows_no_secret()
    {
        var options = new OneCOptions
        {
            BaseUrl = new Uri("https://user:top-secret@1c.example/ut/hs/balance?key=top-secret"),
            Key = "top-secret",
            Password = "top-secret",
        };

        options.ToString().Should().Be("1C at https://1c.example/ut/hs/balance");
        new OneCOptions().ToString().Should().Be("1C");
    }

    [Fact]
    public async Task Faults_show_when_the_host_starts()
    {
        using var host =
            Host.CreateEmptyApplicationBuilder(null) is var builder && builder.Services.AddSettlements().AddOneC(_ => { }) is not null
                ? builder.Build()
                : null!;

        await FluentActions.Awaiting(() => host.StartAsync()).Should().ThrowAsync<OptionsValidationException>();
    }

    [Fact]
    public void Faults_show_at_first_use_where_no_host_runs()
    {
        var services = new ServiceCollection();
        services.AddSettlements().AddOneC(_ => { });
        using var provider = services.BuildServiceProvider();

        FluentActions.Invoking(() => provider.GetRequiredService<IBalanceSource>()).Should().Throw<OptionsValidationException>();
    }

    [Fact]
    public void Judges_the_directory()
    {
        var faults = Faults(options =>
        {
            options.BaseUrl = new Uri("https://1c.example/ut/hs/balance");
            options.Directory.Path = "/";
            options.Directory.TaxIdParameter = "";
            options.Directory.Country = (TaxIdCountry)9;
            options.Directory.Fields.Counterparty = [];
            options.Directory.Fields.Name = ["a..b"];
            options.Directory.Fields.Kpp = ["tin"];
            options.Directory.Fields.List = null!;
        });

        faults
            .Select(fault => fault[..fault.IndexOf(' ')])
            .Should()
            .BeEquivalentTo(
                "OneCOptions.Directory.Path",
                "OneCOptions.Directory.TaxIdParameter",
                "OneCOptions.Directory.Country",
                "OneCOptions.Directory.Fields.Counterparty",
                "OneCOptions.Directory.Fields.Name",
                "OneCOptions.Directory.Fields.Kpp",
                "OneCOptions.Directory.Fields.List"
            );
    }

    [Fact]
    public void Reads_every_option_from_configuration()
    {
        var options = Bound(
            """
            {
              "BaseUrl": "https://1c.example/ut/hs/balance", "AllowHttp": true, "BalancePath": "debt", "CounterpartyParameter": "guid", "Key": "k", "KeyPlacement": "header",
              "KeyParameter": "p", "KeyHeader": "X-Key", "User": "u", "Password": "p", "AllowEmptyPassword": true, "BearerToken": "b", "AuthenticationHeader": "X-A",
              "AuthenticationHeaderValue": "v", "AuthenticationPause": "00:01:00", "ReuseSessions": true, "MaxSessions": 3, "MaxResponseBytes": 5000, "MaxDepth": 9,
              "DefaultCurrency": "933", "TimeZone": "Asia/Almaty", "AmountSign": "DebtIsNegative", "AmountUnit": "Minor",
              "Resilience": { "TotalTimeout": "00:00:20", "AttemptTimeout": "00:00:05", "MaxRetries": 1, "RetryDelay": "00:00:00.5", "MaxConcurrentRequests": 4,
                "MaxQueuedRequests": 5, "BreakerMinimumThroughput": 6, "BreakerFailureRatio": 0.25, "BreakerWindow": "00:00:40", "BreakerPause": "00:00:07" },
              "Fields": { "Debt": ["Долг", "Расчеты.Долг"], "Advance": "Аванс", "Payments": "" },
              "Directory": { "Path": "v2/list", "TaxIdParameter": "inn", "Country": "Belarus",
                "Fields": { "List": "Список", "Counterparty": "Ссылка", "Name": "Имя", "TaxId": ["УНП", "ИНН"], "Kpp": "", "Deleted": "Пометка", "Created": "Новый" } }
            }
            """
        );

        options.ConfigurationFaults.Should().BeEmpty();
        options.BaseUrl.Should().Be(new Uri("https://1c.example/ut/hs/balance"));
        options.KeyPlacement.Should().Be(OneCKeyPlacement.Header);
        options.DefaultCurrency.Should().Be(Currency.Byn);
        options.AmountSign.Should().Be(OneCAmountSign.DebtIsNegative);
        options.AmountUnit.Should().Be(OneCAmountUnit.Minor);
        options.Fields.Debt.Should().Equal("Долг", "Расчеты.Долг");
        options.Fields.Advance.Should().Equal("Аванс");
        options.Fields.Payments.Should().BeEmpty();
        options.Fields.Overdue.Should().Equal("overdue_debt");
        // Nothing has its default any more.
        Values(options).Intersect(Values(new OneCOptions()), StringComparer.Ordinal).Should().BeEmpty();
        Values(options.Directory).Intersect(Values(new OneCOptions().Directory), StringComparer.Ordinal).Should().BeEmpty();
        options.Directory.Fields.TaxId.Should().Equal("УНП", "ИНН");
        options.Directory.Fields.Kpp.Should().BeEmpty();
        options.Directory.Fields.Created.Should().Equal("Новый");
        Values(options.Resilience).Intersect(Values(new OneCOptions().Resilience), StringComparer.Ordinal).Should().BeEmpty();
    }

    [Fact]
    public void What_configuration_has_and_options_cannot_take_is_a_fault()
    {
        var faults = new OneCOptionsValidator()
            .Validate(
                null,
                Bound(
                    """{ "BaseUrl": "https://1c.example/", "Pasword": "top-secret", "MaxDepth": "top-secret", "Resilience": { "Retries": 1 }, "Fields": { "debts": "x" } }"""
                )
            )
            .Failures!.ToList();

        faults.Should().HaveCount(4);
        faults.Should().OnlyContain(fault => !fault.Contains("top-secret"));
        faults.Should().Contain(fault => fault.StartsWith("OneCOptions.Pasword is no option"));
        faults.Should().Contain(fault => fault.StartsWith("OneCOptions.Resilience.Retries is no option"));
    }

    private static IEnumerable<string> Values(object options) =>
        options
            .GetType()
            .GetProperties()
            .Where(property => property.CanWrite)
            .Select(property => $"{property.Name}={property.GetValue(options)}");

    private static OneCOptions Bound(string json)
    {
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))).Build();
        var services = new ServiceCollection();
        services.AddSettlements().AddOneC(configuration);
        var options = new OneCOptions();
        foreach (var configure in services.BuildServiceProvider().GetServices<IConfigureOptions<OneCOptions>>())
            configure.Configure(options);
        return options;
    }

    private static List<string> Faults(Action<OneCOptions> configure)
    {
        var options = new OneCOptions();
        configure(options);
        return new OneCOptionsValidator().Validate(null, options).Failures?.ToList() ?? [];
    }
}
