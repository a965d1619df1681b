using System.Net;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

public sealed class OneCEmulatorSessionTests : IDisposable
{
    private static readonly CounterpartyId Romashka = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
    private readonly ManualTimeProvider _clock = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_session_is_started_used_again_and_finished()
    {
        await using var server = await StartAsync(OneCSessionMode.Use);
        var cookie = await StartSessionAsync(server);
        (await StatusAsync(server, null, cookie)).Should().Be(HttpStatusCode.OK);
        server.Sessions.Open.Should().Be(1);
        (await StatusAsync(server, "finish", cookie)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(server, null, cookie)).Should().Be(HttpStatusCode.NotFound);

        server
            .Sessions.Should()
            .Be(
                new OneCSessionCounts
                {
                    Open = 0,
                    Started = 1,
                    Finished = 1,
                    Reused = 2,
                    Lost = 1,
                    HighWaterMark = 1,
                }
            );
    }

    [Fact]
    public async Task A_full_pool_refuses_a_new_session_with_406_and_a_finished_one_makes_room()
    {
        await using var server = await StartAsync(OneCSessionMode.Use, poolSize: 2);
        var first = await StartSessionAsync(server);
        await StartSessionAsync(server);
        using (var refused = await SendAsync(server, "start", null))
        {
            refused.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
            (await refused.Content.ReadAsStringAsync())
                .Should()
                .StartWith("<?xml")
                .And.Contain("reason=\"406\"")
                .And.Contain("Истекло время");
        }
        await StatusAsync(server, "finish", first);
        (await StatusAsync(server, "start", null)).Should().Be(HttpStatusCode.OK);
        server.Sessions.Refused.Should().Be(1);
        server.Sessions.HighWaterMark.Should().Be(2);
    }

    [Fact]
    public async Task A_session_that_nobody_used_for_too_long_is_gone()
    {
        await using var server = await StartAsync(OneCSessionMode.Use);
        var cookie = await StartSessionAsync(server);
        _clock.Advance(TimeSpan.FromSeconds(19));
        (await StatusAsync(server, null, cookie)).Should().Be(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromSeconds(20));
        (await StatusAsync(server, null, cookie)).Should().Be(HttpStatusCode.NotFound);
        server.Sessions.Expired.Should().Be(1);
        server.Sessions.Open.Should().Be(0);
    }

    [Fact]
    public async Task Sessions_that_an_administrator_ended_are_gone()
    {
        await using var server = await StartAsync(OneCSessionMode.Use);
        var cookie = await StartSessionAsync(server);
        server.EndSessions();
        (await StatusAsync(server, null, cookie)).Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_requests_at_one_time_on_one_session_are_counted()
    {
        await using var server = await StartAsync(OneCSessionMode.Use);
        var cookie = await StartSessionAsync(server);
        var gate = new OneCGate();
        server.Faults.Always(OneCFault.Delay(gate));
        var first = StatusAsync(server, null, cookie);
        await gate.WaitForArrivalsAsync(1);
        var second = StatusAsync(server, null, cookie);
        await gate.WaitForArrivalsAsync(2);
        gate.Open();
        await Task.WhenAll(first, second);
        server.Sessions.Overlapping.Should().Be(1);
    }

    [Fact]
    public async Task One_session_used_in_turn_never_overlaps_and_lives_while_it_runs()
    {
        await using var server = await StartAsync(OneCSessionMode.Use);
        var cookie = await StartSessionAsync(server);
        for (var i = 0; i < 100; i++)
            await StatusAsync(server, null, cookie);
        server.Sessions.Overlapping.Should().Be(0);
        server.Sessions.Reused.Should().Be(100);
    }

    [Fact]
    public async Task The_automatic_pool_has_one_session_for_each_running_request()
    {
        await using var server = await StartAsync(OneCSessionMode.AutoUse, poolSize: 2);
        var gate = new OneCGate();
        server.Faults.Next(2, OneCFault.Delay(gate));
        var running = new[] { StatusAsync(server), StatusAsync(server) };
        await gate.WaitForArrivalsAsync(2);
        (await StatusAsync(server)).Should().Be(HttpStatusCode.NotAcceptable);
        gate.Open();
        (await Task.WhenAll(running)).Should().AllBeEquivalentTo(HttpStatusCode.OK);
        (await StatusAsync(server)).Should().Be(HttpStatusCode.OK);
        server.Sessions.HighWaterMark.Should().Be(2);
    }

    [Fact]
    public async Task A_request_waits_for_a_place_in_the_pool_as_long_as_the_publication_says()
    {
        await using var server = await StartAsync(OneCSessionMode.AutoUse, poolSize: 1, poolTimeout: TimeSpan.FromSeconds(5));
        var gate = new OneCGate();
        server.Faults.Next(OneCFault.Delay(gate));
        var running = StatusAsync(server);
        await gate.WaitForArrivalsAsync();

        var impatient = StatusAsync(server);
        await _clock.WaitForTimersAsync();
        _clock.Advance(TimeSpan.FromSeconds(5));
        (await impatient).Should().Be(HttpStatusCode.NotAcceptable);

        var patient = StatusAsync(server);
        await _clock.WaitForTimersAsync();
        gate.Open();
        (await patient).Should().Be(HttpStatusCode.OK);
        (await running).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_session_reuse_the_headers_do_nothing()
    {
        await using var server = await StartAsync(OneCSessionMode.DontUse);
        using var response = await SendAsync(server, "start", null);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.Contains("Set-Cookie").Should().BeFalse();
        server.Sessions.Should().Be(new OneCSessionCounts());
    }

    [Fact]
    public async Task A_fault_in_place_of_the_answer_starts_no_session()
    {
        await using var server = await StartAsync(OneCSessionMode.Use);
        server.Faults.Next(OneCFault.Maintenance());
        (await StatusAsync(server, "start", null)).Should().Be(HttpStatusCode.Forbidden);
        server.Sessions.Started.Should().Be(0);
    }

    private async Task<OneCEmulator> StartAsync(OneCSessionMode mode, int poolSize = 10, TimeSpan poolTimeout = default)
    {
        var options = new OneCEmulatorOptions
        {
            TimeProvider = _clock,
            Sessions = mode,
            PoolSize = poolSize,
            PoolTimeout = poolTimeout,
        };
        var server = await OneCEmulator.StartAsync(options);
        server.SetBalance(Romashka, new EmulatedBalance());
        return server;
    }

    private async Task<string> StartSessionAsync(OneCEmulator server)
    {
        using var response = await SendAsync(server, "start", null);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        cookie.Should().MatchRegex("^ibsession=[0-9a-f-]{36}$");
        return cookie;
    }

    private async Task<HttpStatusCode> StatusAsync(OneCEmulator server, string? session = null, string? cookie = null)
    {
        using var response = await SendAsync(server, session, cookie);
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(OneCEmulator server, string? session, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.BaseUrl}/get?counterparty_id={Romashka}");
        if (session is not null)
            request.Headers.Add("IBSession", session);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return await _http.SendAsync(request);
    }
}
