using Settlements.OneC;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>Kept sessions: used in turn, never at one time, replaced once when 1C forgot them, ended with the client.</summary>
public sealed class OneCClientSessionTests : OneCClientTest
{
    protected override OneCEmulatorOptions Publication => new() { Sessions = OneCSessionMode.Use };

    [Fact]
    public async Task Without_the_option_no_session_is_started()
    {
        await AskAsync(Client());
        Server.Requests.All.Single().Header("IBSession").Should().BeNull();
        Server.Sessions.Started.Should().Be(0);
    }

    [Fact]
    public async Task One_session_serves_calls_that_follow_each_other_and_ends_with_the_client()
    {
        var provider = Provider(options => options.ReuseSessions = true);
        var client = (OneCBalanceClient)provider.GetService(typeof(OneCBalanceClient))!;
        for (var i = 0; i < 20; i++)
            await AskAsync(client);
        Server.Sessions.Started.Should().Be(1);
        Server.Sessions.Reused.Should().Be(19);

        await provider.DisposeAsync();
        Server.Sessions.Finished.Should().Be(1);
        Server.Sessions.Open.Should().Be(0);
    }

    [Fact]
    public async Task Calls_at_one_time_never_share_a_session_and_never_take_more_than_allowed()
    {
        var client = Keeping(options =>
        {
            options.MaxSessions = 3;
            options.Resilience.MaxConcurrentRequests = 20;
            options.Resilience.MaxQueuedRequests = 1000;
        });
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => AskAsync(client))));
        Server.Sessions.Overlapping.Should().Be(0);
        Server.Sessions.HighWaterMark.Should().BeLessThanOrEqualTo(3);
        Server.Requests.HighWaterMark.Should().BeLessThanOrEqualTo(3);
        Server.Sessions.Refused.Should().Be(0);
    }

    [Fact]
    public async Task A_session_that_1c_ended_is_replaced_once()
    {
        var client = Keeping();
        await AskAsync(client);
        Server.EndSessions();
        (await AskAsync(client)).Debt.Should().Be(Money.Rub(125000.50m));
        Server.Sessions.Lost.Should().Be(1);
        Server.Sessions.Started.Should().Be(2);
        Server.Requests.Count.Should().Be(3);
    }

    [Fact]
    public async Task A_session_that_ended_by_its_age_is_replaced_once()
    {
        var client = Keeping();
        await AskAsync(client);
        Clock.Advance(TimeSpan.FromSeconds(20));
        await AskAsync(client);
        Server.Sessions.Expired.Should().Be(1);
        Server.Sessions.Started.Should().Be(2);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(406)]
    public async Task Each_status_by_which_1c_forgets_a_session_leads_to_one_new_try(int status)
    {
        var client = Keeping();
        await AskAsync(client);
        Server.Faults.When(request => request.Header("Cookie") is not null, OneCFault.Status(status));
        await AskAsync(client);
        Server.Requests.Count.Should().Be(3);
    }

    [Fact]
    public async Task A_new_session_that_meets_the_same_status_is_not_tried_a_third_time()
    {
        var client = Keeping();
        await AskAsync(client);
        Server.Faults.Always(OneCFault.NotFound());
        (await FailureAsync(client)).Error.Should().Be(SettlementsError.NotFound);
        Server.Requests.Count.Should().Be(3);
    }

    [Fact]
    public async Task An_old_session_that_cannot_be_ended_costs_the_caller_nothing()
    {
        var client = Keeping();
        await AskAsync(client);
        Server.Remove(Romashka);
        Server.Faults.When(request => request.Header("IBSession") == "finish", OneCFault.Reset());
        (await FailureAsync(client)).Error.Should().Be(SettlementsError.NotFound);
        Server.Requests.All.Select(request => request.Header("IBSession")).Should().Equal("start", null, "start", "finish");
    }

    [Theory]
    [InlineData("reset in the body")]
    [InlineData("reset before the headers")]
    [InlineData("401")]
    [InlineData("503")]
    [InlineData("truncated gzip")]
    [InlineData("not there")]
    public async Task A_session_that_cannot_be_ended_does_not_fail_the_shutdown(string trouble)
    {
        var provider = Provider(options => options.ReuseSessions = true);
        await AskAsync((OneCBalanceClient)provider.GetService(typeof(OneCBalanceClient))!);
        Server.Faults.Always(
            trouble switch
            {
                "reset in the body" => OneCFault.Reset(),
                "reset before the headers" => OneCFault.ResetBeforeHeaders(),
                "401" => OneCFault.NotAuthenticated(),
                "truncated gzip" => OneCFault.TruncatedGzip(),
                _ => OneCFault.Proxy(503),
            }
        );
        if (trouble == "not there")
            await Server.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_says_nothing_holds_the_shutdown_up_for_five_seconds_at_most()
    {
        var provider = Provider(options => options.ReuseSessions = true);
        await AskAsync((OneCBalanceClient)provider.GetService(typeof(OneCBalanceClient))!);
        Server.Faults.Always(OneCFault.Silence());
        var shutdown = provider.DisposeAsync().AsTask();
        await Server.Requests.WaitForCountAsync(2);
        Clock.Advance(TimeSpan.FromSeconds(5));
        await shutdown;
    }

    [Fact]
    public async Task A_full_pool_is_overload()
    {
        await using var server = await OneCEmulator.StartAsync(new OneCEmulatorOptions { Sessions = OneCSessionMode.Use, PoolSize = 1 });
        server.SetBalance(Romashka, new EmulatedBalance { Debt = 1m });
        var first = Client(Reuse);
        await AskAsync(first);
        var failure = await FailureAsync(Client(Reuse));
        failure.Error.Should().Be(SettlementsError.Overloaded);
        failure.IsTransient.Should().BeTrue();
        await AskAsync(first);

        void Reuse(OneCOptions options)
        {
            options.BaseUrl = server.BaseUrl;
            options.ReuseSessions = true;
        }
    }

    [Fact]
    public async Task Unknown_counterparties_do_not_use_the_pool_up()
    {
        var client = Keeping();
        for (var i = 1; i <= 30; i++)
        {
            var unknown = new CounterpartyId(new Guid(i, 0, 0, new byte[8]));
            (await FailureAsync(client.GetBalanceAsync(unknown, CancellationToken.None))).Error.Should().Be(SettlementsError.NotFound);
        }
        (await AskAsync(client)).Debt.Should().Be(Money.Rub(125000.50m));
        Server.Sessions.Refused.Should().Be(0);
        Server.Sessions.Open.Should().Be(1);
    }

    [Fact]
    public async Task An_automatic_pool_that_is_full_is_overload()
    {
        await using var server = await OneCEmulator.StartAsync(
            new OneCEmulatorOptions { Sessions = OneCSessionMode.AutoUse, PoolSize = 1 }
        );
        server.SetBalance(Romashka, new EmulatedBalance { Debt = 1m });
        var client = Client(options => options.BaseUrl = server.BaseUrl);
        var gate = new OneCGate();
        server.Faults.Next(OneCFault.Delay(gate));
        var first = AskAsync(client);
        await gate.WaitForArrivalsAsync();
        (await FailureAsync(client)).Error.Should().Be(SettlementsError.Overloaded);
        gate.Open();
        (await first).Debt.Should().Be(Money.Rub(1m));
    }

    private OneCBalanceClient Keeping(Action<OneCOptions>? configure = null) =>
        Client(options =>
        {
            options.ReuseSessions = true;
            configure?.Invoke(options);
        });
}
