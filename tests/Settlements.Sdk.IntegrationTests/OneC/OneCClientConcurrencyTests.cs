using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>How many requests a client sends at one time, and what becomes of the rest.</summary>
public sealed class OneCClientConcurrencyTests : OneCClientTest
{
    [Fact]
    public async Task No_more_requests_are_at_the_server_than_the_cap_allows()
    {
        var gate = new OneCGate();
        Server.Faults.Always(OneCFault.Delay(gate));
        var client = Client();
        var calls = Enumerable.Range(0, 60).Select(_ => AskAsync(client)).ToList();
        await gate.WaitForArrivalsAsync(8);
        Server.Requests.Running.Should().Be(8);
        gate.Open();
        await Task.WhenAll(calls);
        Server.Requests.Count.Should().Be(60);
        Server.Requests.HighWaterMark.Should().Be(8);
    }

    [Fact]
    public async Task One_call_above_the_queue_is_overload_at_once_and_never_reaches_the_server()
    {
        var gate = new OneCGate();
        Server.Faults.Always(OneCFault.Delay(gate));
        var client = Client(options =>
        {
            options.Resilience.MaxConcurrentRequests = 1;
            options.Resilience.MaxQueuedRequests = 2;
        });
        var waiting = new[] { AskAsync(client), AskAsync(client), AskAsync(client) };
        await gate.WaitForArrivalsAsync();

        var failure = await FailureAsync(client);
        failure.Error.Should().Be(SettlementsError.Overloaded);
        failure.IsTransient.Should().BeTrue();

        gate.Open();
        await Task.WhenAll(waiting);
        Server.Requests.Count.Should().Be(3);
        Server.Requests.HighWaterMark.Should().Be(1);
    }

    [Fact]
    public async Task Waiting_for_a_turn_counts_towards_the_time_of_the_call()
    {
        Server.Faults.Always(OneCFault.Silence());
        var client = Client(options =>
        {
            options.Resilience.MaxConcurrentRequests = 1;
            options.Resilience.MaxRetries = 0;
            options.Resilience.AttemptTimeout = TimeSpan.FromSeconds(15);
        });
        var first = AskAsync(client);
        await Server.Requests.WaitForCountAsync(1);
        var second = AskAsync(client);
        // Both calls and the one attempt.
        await Clock.WaitForTimersAsync(3);
        Clock.Advance(TimeSpan.FromSeconds(15));
        (await FailureAsync(first)).Error.Should().Be(SettlementsError.Timeout);
        (await FailureAsync(second)).Error.Should().Be(SettlementsError.Timeout);
        Server.Requests.Count.Should().Be(1);
    }

    [Fact]
    public async Task After_many_failures_the_server_is_left_alone_for_a_while()
    {
        var client = Client(options => options.Resilience.MaxRetries = 0);
        Server.Faults.Always(OneCFault.Proxy(503));
        for (var i = 0; i < 20; i++)
            (await FailureAsync(client)).Error.Should().Be(SettlementsError.Unavailable);
        var asked = Server.Requests.Count;
        asked.Should().BeLessThan(20);

        Server.Faults.Clear();
        await FailureAsync(client);
        Server.Requests.Count.Should().Be(asked);
        Clock.Advance(TimeSpan.FromSeconds(10));
        (await AskAsync(client)).Debt.Should().Be(Money.Rub(125000.50m));
    }

    [Fact]
    public async Task Refusals_of_the_service_do_not_open_the_breaker()
    {
        var client = Client();
        Server.Faults.Next(30, OneCFault.HandlerException());
        for (var i = 0; i < 30; i++)
            await FailureAsync(client);
        (await AskAsync(client)).Debt.Should().Be(Money.Rub(125000.50m));
        Server.Requests.Count.Should().Be(31);
    }
}
