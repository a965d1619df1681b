using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Settlements.Http;
using Settlements.Testing;

namespace Settlements.Tests.Http;

public sealed class ResilientCallsTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ScriptedWire _wire = new();
    private readonly SettlementsMeter _meter = new(factory: null);
    private readonly ResilienceOptions _options = new() { RetryDelay = TimeSpan.Zero };

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task Repeats_a_request_that_may_be_repeated(HttpStatusCode status)
    {
        _wire.Then(status).Then(status).Then(HttpStatusCode.OK);

        (await SendAsync()).Should().Be(HttpStatusCode.OK);
        _wire.Requests.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.NotAcceptable)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Does_not_repeat_what_would_end_the_same_way(HttpStatusCode status)
    {
        _wire.Then(status).Then(HttpStatusCode.OK);

        (await SendAsync()).Should().Be(status);
        _wire.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task Does_not_repeat_a_request_without_the_mark()
    {
        _wire.Then(HttpStatusCode.ServiceUnavailable).Then(HttpStatusCode.OK);

        (await SendAsync(mark: false)).Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Gives_up_after_the_repetitions_allowed()
    {
        _wire.Then(HttpStatusCode.BadGateway);

        (await SendAsync()).Should().Be(HttpStatusCode.BadGateway);
        _wire.Requests.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, 3)]
    [InlineData(HttpRequestError.NameResolutionError, 3)]
    [InlineData(HttpRequestError.ResponseEnded, 3)]
    [InlineData(HttpRequestError.Unknown, 3)]
    [InlineData(HttpRequestError.SecureConnectionError, 1)]
    [InlineData(HttpRequestError.InvalidResponse, 1)]
    public async Task Repeats_after_a_broken_connection_but_not_after_one_that_stays_wrong(HttpRequestError error, int attempts)
    {
        _wire.Then(new HttpRequestException(error));

        await FluentActions.Awaiting(() => SendAsync()).Should().ThrowAsync<HttpRequestException>();
        _wire.Requests.Should().HaveCount(attempts);
    }

    [Fact]
    public async Task Waits_as_long_as_the_server_asks()
    {
        _wire.Then(HttpStatusCode.TooManyRequests, "", ("Retry-After", "4")).Then(HttpStatusCode.OK);

        var answer = SendAsync();
        await _clock.WaitForTimerAsync(TimeSpan.FromSeconds(4));
        _wire.Requests.Should().HaveCount(1);
        _clock.Advance(TimeSpan.FromSeconds(4));

        (await answer).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Waits_until_the_moment_the_server_names()
    {
        var moment = _clock.GetUtcNow().AddSeconds(6).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        _wire.Then(HttpStatusCode.ServiceUnavailable, "", ("Retry-After", moment)).Then(HttpStatusCode.OK);

        var answer = SendAsync();
        await _clock.WaitForTimerAsync(TimeSpan.FromSeconds(6));
        _clock.Advance(TimeSpan.FromSeconds(6));

        (await answer).Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("15")]
    [InlineData("3600")]
    [InlineData("Wed, 01 Jan 2031 00:00:00 GMT")]
    public async Task Does_not_wait_longer_than_the_whole_call_may_take(string retryAfter)
    {
        _wire.Then(HttpStatusCode.ServiceUnavailable, "", ("Retry-After", retryAfter));

        (await SendAsync()).Should().Be(HttpStatusCode.ServiceUnavailable);
        _wire.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task Ends_a_silent_attempt_and_tries_again_within_the_time_for_the_whole_call()
    {
        _wire.ThenSilence();

        var answer = SendAsync();
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await _clock.WaitForTimerAsync(_options.AttemptTimeout);
            _clock.Advance(_options.AttemptTimeout);
        }

        await _clock.WaitForTimerAsync(_options.AttemptTimeout);
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await FluentActions.Awaiting(() => answer).Should().ThrowAsync<TimeoutRejectedException>())
            .Which.Timeout.Should()
            .Be(_options.TotalTimeout);
        _wire.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task The_callers_cancellation_stays_a_cancellation()
    {
        _wire.ThenSilence();
        using var cancellation = new CancellationTokenSource();

        var answer = SendAsync(cancellationToken: cancellation.Token);
        await _clock.WaitForTimersAsync(2, CancellationToken.None);
        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => answer).Should().ThrowAsync<OperationCanceledException>();
        _wire.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task After_many_failures_nothing_is_asked_for_a_while()
    {
        _options.MaxRetries = 0;
        _wire.Then(HttpStatusCode.BadGateway);
        using var client = Client();

        for (var call = 0; call < _options.BreakerMinimumThroughput; call++)
            (await SendAsync(client)).Should().Be(HttpStatusCode.BadGateway);
        await FluentActions.Awaiting(() => SendAsync(client)).Should().ThrowAsync<BrokenCircuitException>();
        _wire.Requests.Should().HaveCount(_options.BreakerMinimumThroughput);

        _clock.Advance(_options.BreakerPause);
        (await SendAsync(client)).Should().Be(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task Requests_above_the_cap_wait_and_those_above_the_queue_are_turned_away_at_once()
    {
        _options.MaxConcurrentRequests = 2;
        _options.MaxQueuedRequests = 3;
        var gate = new TaskCompletionSource();
        _wire.Then(
            async (_, cancellationToken) =>
            {
                await gate.Task.WaitAsync(cancellationToken);
                return new HttpResponseMessage();
            }
        );
        using var client = Client();

        var admitted = Enumerable.Range(0, 5).Select(_ => SendAsync(client)).ToList();
        await FluentActions.Awaiting(() => SendAsync(client)).Should().ThrowAsync<QueueFullException>();
        _wire.Requests.Should().HaveCount(2);
        gate.SetResult();

        (await Task.WhenAll(admitted)).Should().OnlyContain(status => status == HttpStatusCode.OK);
        _wire.Requests.Should().HaveCount(5);
        (await SendAsync(client)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Waiting_for_a_turn_counts_into_the_time_for_the_whole_call()
    {
        _options.MaxConcurrentRequests = 1;
        _options.MaxRetries = 0;
        _options.AttemptTimeout = TimeSpan.FromSeconds(10);
        _options.TotalTimeout = TimeSpan.FromSeconds(10);
        _wire.ThenSilence();
        using var client = Client();

        var first = SendAsync(client);
        await _clock.WaitForTimersAsync(2);
        _clock.Advance(TimeSpan.FromSeconds(4));
        var second = SendAsync(client);
        await _clock.WaitForTimersAsync(3);
        _clock.Advance(TimeSpan.FromSeconds(6));
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<TimeoutRejectedException>();
        await _clock.WaitForTimerAsync(TimeSpan.FromSeconds(10));
        _clock.Advance(TimeSpan.FromSeconds(4));

        await FluentActions.Awaiting(() => second).Should().ThrowAsync<TimeoutRejectedException>();
    }

    public void Dispose()
    {
        _meter.Dispose();
        _wire.Dispose();
    }

    private HttpClient Client() =>
        new(
            new ResilienceHandler(
                new ResilientCalls(_options, _clock, new ClientTelemetry(_meter, "onec", "", _clock), NullLogger.Instance)
            )
            {
                InnerHandler = _wire,
            },
            disposeHandler: false
        )
        {
            BaseAddress = new Uri("https://1c.example"),
            Timeout = Timeout.InfiniteTimeSpan,
        };

    private Task<HttpStatusCode> SendAsync(bool mark = true, CancellationToken cancellationToken = default) =>
        SendAsync(Client(), mark, cancellationToken);

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, bool mark = true, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (mark)
            request.MarkRepeatable();
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return response.StatusCode;
    }
}
