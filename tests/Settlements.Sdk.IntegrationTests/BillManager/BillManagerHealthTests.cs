using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Settlements.BillManager;
using Settlements.Testing;

namespace Settlements.IntegrationTests.BillManager;

/// <summary>Whether the panel can be reached, found out without a login.</summary>
public sealed class BillManagerHealthTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _time = new();
    private BillManagerEmulator _panel = null!;

    public async Task InitializeAsync() => _panel = await BillManagerEmulator.StartAsync(new() { TimeProvider = _time });

    public async Task DisposeAsync() => await _panel.DisposeAsync();

    [Fact]
    public async Task A_panel_that_answers_is_healthy_and_no_session_comes_about()
    {
        await using var host = Host();

        var entry = await CheckAsync(host);

        entry.Status.Should().Be(HealthStatus.Healthy);
        var call = _panel.Calls.All.Should().ContainSingle().Which;
        call.Function.Should().Be("whoami");
        call.Parameters.Select(parameter => parameter.Key).Should().BeEquivalentTo("func", "out", "lang");
    }

    [Fact]
    public async Task A_check_leaves_the_clients_session_alone()
    {
        await using var host = Host();
        var client = host.GetRequiredService<BillManagerClient>();
        await client.WhoAmIAsync();
        await CheckAsync(host);

        await client.ListAccountsAsync().ToListAsync();

        _panel.Calls.CountOf("auth").Should().Be(1);
    }

    [Theory]
    [InlineData(502, HealthStatus.Unhealthy, "Unavailable")]
    [InlineData(404, HealthStatus.Unhealthy, "NotFound")]
    [InlineData(429, HealthStatus.Degraded, "Overloaded")]
    public async Task What_stands_before_the_panel_and_answers_in_its_place_is_told(int status, HealthStatus expected, string error)
    {
        _panel.Faults.Always(BillManagerFault.HttpStatus(status));
        await using var host = Host();

        var entry = await CheckAsync(host);

        entry.Status.Should().Be(expected);
        entry.Data.Should().Contain("error", error);
        _panel.Calls.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_page_for_a_browser_is_no_panel()
    {
        _panel.Faults.Always(BillManagerFault.HtmlPage());
        await using var host = Host();

        (await CheckAsync(host)).Status.Should().Be(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task A_refused_login_is_unhealthy_and_nothing_is_sent_while_it_pauses_the_client()
    {
        await using var host = Host(options => options.Password = "wrong");
        await FluentActions
            .Awaiting(() => host.GetRequiredService<BillManagerClient>().WhoAmIAsync())
            .Should()
            .ThrowAsync<BillManagerException>();
        var calls = _panel.Calls.Count;

        var entry = await CheckAsync(host);

        entry.Status.Should().Be(HealthStatus.Unhealthy);
        entry.Data.Should().Contain("error", "NotAuthenticated");
        _panel.Calls.Count.Should().Be(calls);
        _time.Advance(TimeSpan.FromMinutes(1));
        (await CheckAsync(host)).Status.Should().Be(HealthStatus.Healthy, "the pause is over, and the next call shows");
    }

    [Fact]
    public async Task A_silent_panel_is_unhealthy_after_ten_seconds()
    {
        _panel.Faults.Always(BillManagerFault.SilenceBefore());
        await using var host = Host();

        var check = CheckAsync(host);
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(10));

        (await check).Data.Should().Contain("error", "Timeout");
    }

    private static async Task<HealthReportEntry> CheckAsync(ServiceProvider host) =>
        (await host.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["billmanager"];

    private ServiceProvider Host(Action<BillManagerOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddLogging();
        services
            .AddSettlements()
            .AddBillManager(options =>
            {
                _panel.ConfigureClient(options);
                configure?.Invoke(options);
            });
        services.AddHealthChecks().AddBillManager();
        return services.BuildServiceProvider();
    }
}
