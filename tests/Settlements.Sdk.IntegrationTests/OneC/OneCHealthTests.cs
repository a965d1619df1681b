using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Settlements.OneC;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>Whether 1C can be reached, found out without a trace.</summary>
public sealed class OneCHealthTests : OneCClientTest
{
    private const string Secret = "Пароль-77";

    protected override OneCEmulatorOptions Publication =>
        new()
        {
            UserName = "site",
            Password = Secret,
            LockOutAfter = 3,
        };

    public static TheoryData<OneCFault, HealthStatus> Answers =>
        new()
        {
            { OneCFault.NotAuthenticated(), HealthStatus.Healthy },
            { OneCFault.MethodNotAllowed(), HealthStatus.Healthy },
            { OneCFault.Status(204), HealthStatus.Healthy },
            { OneCFault.Status(400), HealthStatus.Healthy },
            { OneCFault.Status(501), HealthStatus.Healthy },
            { OneCFault.Maintenance(), HealthStatus.Degraded },
            { OneCFault.NoFreeSession(), HealthStatus.Degraded },
            { OneCFault.TooManyRequests(), HealthStatus.Degraded },
            { OneCFault.NotFound(), HealthStatus.Unhealthy },
            { OneCFault.Redirect(new Uri("https://login.example.com/")), HealthStatus.Unhealthy },
            { OneCFault.VersionMismatch(), HealthStatus.Unhealthy },
            { OneCFault.NoLicence(), HealthStatus.Unhealthy },
            { OneCFault.Proxy(), HealthStatus.Unhealthy },
            { OneCFault.ResetBeforeHeaders(), HealthStatus.Unhealthy },
        };

    [Fact]
    public async Task A_publication_that_answers_is_healthy_and_notices_nothing()
    {
        await using var host = Host();

        var entry = await CheckAsync(host);

        entry.Status.Should().Be(HealthStatus.Healthy);
        entry.Data.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create<string, object>("status", 401));
        var request = Server.Requests.All.Should().ContainSingle().Which;
        request.Method.Should().Be("OPTIONS");
        request.Target.Should().NotContain("?");
        request.Headers.Keys.Should().NotContain(["Authorization", "IBSession", "Cookie", "X-Api-Key"]);
        Server.FailedLogins.Should().Be(0);
        Server.Sessions.Started.Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Each_answer_has_its_meaning(OneCFault fault, HealthStatus expected)
    {
        Server.Faults.Always(fault);
        await using var host = Host();

        (await CheckAsync(host)).Status.Should().Be(expected, "{0}", fault);
        Server.Requests.Count.Should().Be(1, "it is asked once");
    }

    [Fact]
    public async Task A_refused_login_is_unhealthy_and_nothing_is_sent_while_it_pauses_the_client()
    {
        await using var host = Host(options => options.Password = "wrong");
        await FailureAsync(host.GetRequiredService<OneCBalanceClient>());
        Server.Requests.Clear();

        var entry = await CheckAsync(host);

        entry.Status.Should().Be(HealthStatus.Unhealthy);
        entry.Data.Should().Contain("error", "NotAuthenticated").And.ContainKey("authenticationPauseSeconds");
        Server.Requests.Count.Should().Be(0);
        Server.FailedLogins.Should().Be(1);
    }

    [Fact]
    public async Task An_open_breaker_does_not_hide_that_1c_is_back()
    {
        await using var host = Host(options => options.Resilience.MaxRetries = 0);
        Server.Faults.Always(OneCFault.Proxy());
        for (var call = 0; call < 20; call++)
            await FailureAsync(host.GetRequiredService<OneCBalanceClient>());
        Server.Faults.Clear();

        (await CheckAsync(host)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_silent_server_is_unhealthy_after_as_long_as_a_request_may_take()
    {
        Server.Faults.Always(OneCFault.Silence());
        await using var host = Host();

        var check = CheckAsync(host);
        await Clock.WaitForTimerAsync(TimeSpan.FromSeconds(7));
        Clock.Advance(TimeSpan.FromSeconds(7));

        var entry = await check;
        entry.Status.Should().Be(HealthStatus.Unhealthy);
        entry.Data.Should().Contain("error", "Timeout");
    }

    [Fact]
    public async Task A_server_that_is_gone_is_what_the_host_wants_to_call_it_and_no_secret_is_told()
    {
        await using var host = Host(
            configure: null,
            health => health.AddOneC("moscow", name: "1c", failureStatus: HealthStatus.Degraded, tags: ["erp"])
        );
        await Server.DisposeAsync();

        var report = await host.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        report.Entries["1c"].Status.Should().Be(HealthStatus.Degraded);
        report.Entries["1c"].Tags.Should().Equal("erp");
        report.Entries["onec"].Data.Should().Contain("error", "Unavailable");
        report.Entries["onec"].Description.Should().NotContain(Secret).And.NotContain("127.0.0.1");
    }

    private static async Task<HealthReportEntry> CheckAsync(ServiceProvider host) =>
        (await host.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["onec"];

    private ServiceProvider Host(Action<OneCOptions>? configure = null, Action<IHealthChecksBuilder>? health = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging();
        void Options(OneCOptions options)
        {
            options.BaseUrl = Server.BaseUrl;
            (options.User, options.Password, options.Key) = ("site", Secret, "top-key");
            options.ReuseSessions = true;
            configure?.Invoke(options);
        }

        services.AddSettlements().AddOneC(Options).Settlements.AddOneC("moscow", Options);
        var checks = services.AddHealthChecks().AddOneC();
        health?.Invoke(checks);
        return services.BuildServiceProvider();
    }
}
