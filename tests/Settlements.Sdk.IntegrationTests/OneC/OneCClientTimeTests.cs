using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>Slow and silent servers, and callers who do not want to wait.</summary>
public sealed class OneCClientTimeTests : OneCClientTest
{
    [Fact]
    public async Task A_silent_server_is_a_timeout_after_the_time_of_the_whole_call()
    {
        Server.Faults.Always(OneCFault.Silence());
        var call = AskAsync(Client());
        await Server.Requests.WaitForCountAsync(1);
        Clock.Advance(TimeSpan.FromSeconds(7));
        await Server.Requests.WaitForCountAsync(2);
        Clock.Advance(TimeSpan.FromSeconds(7));
        await Server.Requests.WaitForCountAsync(3);
        call.IsCompleted.Should().BeFalse();
        Clock.Advance(TimeSpan.FromSeconds(1));

        var failure = await FailureAsync(call);
        failure.Error.Should().Be(SettlementsError.Timeout);
        failure.IsTransient.Should().BeTrue();
        await Server.Requests.WaitUntilIdleAsync();
        Server.Requests.Count.Should().Be(3);
    }

    [Fact]
    public async Task A_body_that_stops_in_the_middle_is_a_timeout()
    {
        var gate = new OneCGate();
        Server.Faults.Always(OneCFault.Stall(gate));
        var call = AskAsync(Client(options => options.Resilience.MaxRetries = 0));
        await gate.WaitForArrivalsAsync();
        Clock.Advance(TimeSpan.FromSeconds(7));
        (await FailureAsync(call)).Error.Should().Be(SettlementsError.Timeout);
    }

    [Fact]
    public async Task A_body_that_drips_may_not_take_longer_than_an_attempt()
    {
        Server.Faults.Always(OneCFault.Drip(1, TimeSpan.FromSeconds(1)));
        var call = AskAsync(Client(options => options.Resilience.MaxRetries = 0));
        for (var second = 0; second < 7; second++)
        {
            await Clock.WaitForTimerAsync(TimeSpan.FromSeconds(1));
            call.IsCompleted.Should().BeFalse();
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
        (await FailureAsync(call)).Error.Should().Be(SettlementsError.Timeout);
    }

    [Fact]
    public async Task A_slow_answer_within_the_time_is_an_answer()
    {
        Server.Faults.Next(OneCFault.Delay(TimeSpan.FromSeconds(6)));
        var call = AskAsync(Client());
        await Clock.WaitForTimerAsync(TimeSpan.FromSeconds(6));
        Clock.Advance(TimeSpan.FromSeconds(6));
        (await call).Debt.Should().Be(Money.Rub(125000.50m));
        Server.Requests.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_timeout_of_one_attempt_is_followed_by_another()
    {
        Server.Faults.Next(OneCFault.Silence());
        var call = AskAsync(Client());
        await Server.Requests.WaitForCountAsync(1);
        Clock.Advance(TimeSpan.FromSeconds(7));
        (await call).Debt.Should().Be(Money.Rub(125000.50m));
        Server.Requests.Count.Should().Be(2);
    }

    [Fact]
    public async Task A_caller_who_cancels_gets_a_cancellation_and_the_server_no_further_request()
    {
        Server.Faults.Always(OneCFault.Silence());
        await CancelAsync(server => server.Requests.WaitForCountAsync(1));
        await Server.Requests.WaitUntilIdleAsync();
        Server.Requests.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_caller_may_cancel_in_the_middle_of_the_body()
    {
        var gate = new OneCGate();
        Server.Faults.Always(OneCFault.Stall(gate));
        await CancelAsync(_ => gate.WaitForArrivalsAsync());
        Server.Requests.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_caller_may_cancel_in_the_pause_between_two_attempts()
    {
        Server.Faults.Always(OneCFault.TooManyRequests(TimeSpan.FromSeconds(9)));
        await CancelAsync(_ => Clock.WaitForTimerAsync(TimeSpan.FromSeconds(9)));
        Server.Requests.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_it_began_asks_nobody()
    {
        await CancelAsync(_ => Task.CompletedTask, beforehand: true);
        Server.Requests.Count.Should().Be(0);
    }

    private async Task CancelAsync(Func<OneCEmulator, Task> until, bool beforehand = false)
    {
        using var source = new CancellationTokenSource();
        if (beforehand)
            await source.CancelAsync();
        var call = AskAsync(Client(), source.Token);
        await until(Server);
        await source.CancelAsync();
        var thrown = await FluentActions.Awaiting(() => call).Should().ThrowAsync<OperationCanceledException>();
        thrown.Which.CancellationToken.Should().Be(source.Token);
    }
}
