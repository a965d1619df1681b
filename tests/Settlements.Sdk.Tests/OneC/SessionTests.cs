using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Settlements.OneC;
using Settlements.Tests.Http;

namespace Settlements.Tests.OneC;

public sealed class SessionTests : IDisposable
{
    private const string Balance = """{"debt":1}""";
    private readonly ScriptedWire _wire = new();

    [Fact]
    public async Task Sessions_are_not_kept_unless_asked_for()
    {
        _wire.Then(HttpStatusCode.OK, Balance, ("Set-Cookie", "ibsession=abc; path=/"));
        await using var host = Host(options => options.ReuseSessions = false);

        await host.AskAsync();
        await host.AskAsync();

        _wire.Requests.Should().OnlyContain(asked => asked.Header("IBSession") == null && asked.Header("Cookie") == null);
    }

    [Fact]
    public async Task A_session_is_started_kept_with_the_balancers_cookie_and_finished()
    {
        _wire
            .Then(HttpStatusCode.OK, Balance, ("Set-Cookie", "ibsession=abc; path=/ut; HttpOnly"), ("Set-Cookie", "SERVERID=n2"))
            .Then(HttpStatusCode.OK, Balance, ("Set-Cookie", "SERVERID=n3"))
            .Then(HttpStatusCode.OK, Balance);

        await using (var host = Host(options => options.Key = "k"))
        {
            await host.AskAsync();
            await host.AskAsync();
            await host.AskAsync();
        }

        _wire
            .Requests.Select(asked => (asked.Header("IBSession"), asked.Header("Cookie")))
            .Should()
            .Equal(
                ("start", null),
                (null, "ibsession=abc; SERVERID=n2"),
                (null, "ibsession=abc; SERVERID=n3"),
                ("finish", "ibsession=abc; SERVERID=n3")
            );
        _wire.Requests.Last().Address.Should().Be("/ut/hs/balance/get?key=k");
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.NotAcceptable)]
    public async Task A_forgotten_session_is_replaced_once(HttpStatusCode status)
    {
        _wire
            .Then(HttpStatusCode.OK, Balance, ("Set-Cookie", "ibsession=old"))
            .Then(status)
            .Then(HttpStatusCode.OK, Balance, ("Set-Cookie", "ibsession=new"))
            .Then(HttpStatusCode.OK, Balance);
        await using var host = Host(_ => { });

        await host.AskAsync();
        await host.AskAsync();
        await host.AskAsync();

        _wire
            .Requests.Select(asked => (asked.Header("IBSession"), asked.Header("Cookie")))
            .Should()
            .Equal(("start", null), (null, "ibsession=old"), ("start", null), (null, "ibsession=new"));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, SettlementsError.NotFound)]
    [InlineData(HttpStatusCode.NotAcceptable, SettlementsError.Overloaded)]
    public async Task A_new_session_that_is_refused_too_ends_the_call(HttpStatusCode status, SettlementsError error)
    {
        _wire.Then(HttpStatusCode.OK, Balance, ("Set-Cookie", "ibsession=old")).Then(status);
        await using var host = Host(_ => { });

        await host.AskAsync();
        (await host.FailAsync()).Error.Should().Be(error);

        _wire.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_session_whose_answer_did_not_come_is_not_used_again()
    {
        _wire
            .Then(HttpStatusCode.OK, Balance, ("Set-Cookie", "ibsession=old"))
            .Then(new HttpRequestException(HttpRequestError.ResponseEnded))
            .Then(HttpStatusCode.OK, Balance, ("Set-Cookie", "ibsession=new"));
        await using var host = Host(_ => { });

        await host.AskAsync();
        (await host.FailAsync()).Error.Should().Be(SettlementsError.Unavailable);
        await host.AskAsync();

        _wire.Requests.Last().Header("IBSession").Should().Be("start");
    }

    [Fact]
    public async Task There_are_never_more_sessions_than_allowed_and_none_is_used_twice_at_one_time()
    {
        var sessions = 0;
        var atWork = new HashSet<string>(StringComparer.Ordinal);
        _wire.Then(
            async (request, cancellationToken) =>
            {
                var cookie = request.Headers.TryGetValues("Cookie", out var values) ? values.Single() : null;
                var response = new HttpResponseMessage { Content = new StringContent(Balance) };
                if (cookie is null)
                    response.Headers.TryAddWithoutValidation("Set-Cookie", $"ibsession={Interlocked.Increment(ref sessions)}");
                else
                    lock (atWork)
                        atWork.Add(cookie).Should().BeTrue("a session serves one request at a time");
                await Task.Yield();
                lock (atWork)
                    atWork.Remove(cookie ?? "");
                cancellationToken.ThrowIfCancellationRequested();
                return response;
            }
        );
        await using var host = Host(options => options.MaxSessions = 3);

        for (var burst = 0; burst < 10; burst++)
            await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => host.AskAsync()));

        sessions.Should().BeInRange(1, 3);
    }

    public void Dispose() => _wire.Dispose();

    private OneCHost Host(Action<OneCOptions> configure) =>
        new(
            options =>
            {
                options.ReuseSessions = true;
                configure(options);
            },
            onec => onec.HttpClient.ConfigurePrimaryHttpMessageHandler(() => _wire)
        );
}
