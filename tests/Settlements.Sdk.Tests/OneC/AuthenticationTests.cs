using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Settlements.OneC;
using Settlements.Tests.Http;

namespace Settlements.Tests.OneC;

public sealed class AuthenticationTests : IDisposable
{
    private readonly ScriptedWire _wire = new();

    [Fact]
    public async Task Without_options_nothing_is_sent()
    {
        var asked = await AskedAsync(_ => { });

        asked.Address.Should().Be("/ut/hs/balance/get?counterparty_id=6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
        asked.Headers.Keys.Should().BeEquivalentTo("Accept");
    }

    [Fact]
    public async Task Basic_is_sent_at_once_in_utf8()
    {
        var asked = await AskedAsync(options =>
        {
            options.User = "Интернет-магазин";
            options.Password = "пароль";
        });

        asked.Header("Authorization").Should().Be("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("Интернет-магазин:пароль")));
    }

    [Fact]
    public async Task An_empty_password_is_sent_when_it_is_asked_for()
    {
        var asked = await AskedAsync(options =>
        {
            options.User = "web";
            options.AllowEmptyPassword = true;
        });

        asked.Header("Authorization").Should().Be("Basic " + Convert.ToBase64String("web:"u8));
    }

    [Fact]
    public async Task Bearer_and_a_header_of_ones_own()
    {
        (await AskedAsync(options => options.BearerToken = "t0ken")).Header("Authorization").Should().Be("Bearer t0ken");
        (
            await AskedAsync(options =>
            {
                options.AuthenticationHeader = "X-Auth";
                options.AuthenticationHeaderValue = "v4lue";
            })
        ).Header("X-Auth").Should().Be("v4lue");
    }

    [Fact]
    public async Task The_key_goes_into_the_query_or_into_a_header()
    {
        (await AskedAsync(options => options.Key = "a b+c&d")).Address.Should().EndWith("&key=a%20b%2Bc%26d");
        var asked = await AskedAsync(options =>
        {
            options.Key = "k3y";
            options.KeyPlacement = OneCKeyPlacement.Header;
        });
        asked.Address.Should().NotContain("k3y");
        asked.Header("X-Api-Key").Should().Be("k3y");
    }

    [Theory]
    [InlineData("https://1c.example/ut/hs/balance/", "get", "/ut/hs/balance/get?")]
    [InlineData("https://1c.example/a/bs/10420/hs/api/v1", "debts/one", "/a/bs/10420/hs/api/v1/debts/one?")]
    [InlineData("https://1c.example/ut/hs/balance", "", "/ut/hs/balance?")]
    [InlineData("https://1c.example/ut/ru_RU/hs/balance", "/get/", "/ut/ru_RU/hs/balance/get?")]
    [InlineData("https://1c.example/ут/hs/balance", "Долг", "/%D1%83%D1%82/hs/balance/%D0%94%D0%BE%D0%BB%D0%B3?")]
    public async Task The_address_is_taken_whole(string baseUrl, string path, string expected)
    {
        var asked = await AskedAsync(options =>
        {
            options.BaseUrl = new Uri(baseUrl);
            options.BalancePath = path;
        });

        asked.Address.Should().StartWith(expected);
    }

    [Fact]
    public async Task After_a_refusal_nothing_is_asked_for_a_while()
    {
        _wire.Then(HttpStatusCode.Unauthorized).Then(HttpStatusCode.OK, """{"debt":1}""");
        await using var host = Host(options => options.Resilience.MaxRetries = 2);

        (await host.FailAsync()).Error.Should().Be(SettlementsError.NotAuthenticated);
        host.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        var paused = await host.FailAsync();

        paused.Error.Should().Be(SettlementsError.NotAuthenticated);
        paused.IsTransient.Should().BeFalse();
        paused.Message.Should().Contain("AuthenticationPause");
        _wire.Requests.Should().HaveCount(1);

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await host.AskAsync()).Debt.Should().Be(Money.Rub(1m));
    }

    [Fact]
    public async Task A_pause_of_zero_asks_each_time()
    {
        _wire.Then(HttpStatusCode.Unauthorized);
        await using var host = Host(options => options.AuthenticationPause = TimeSpan.Zero);

        await host.FailAsync();
        await host.FailAsync();

        _wire.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_refusal_inside_a_successful_answer_pauses_too()
    {
        _wire.Then(HttpStatusCode.OK, """{"exception":{"descr":"Идентификация пользователя не выполнена"}}""");
        await using var host = Host(_ => { });

        await host.FailAsync();
        (await host.FailAsync()).Error.Should().Be(SettlementsError.NotAuthenticated);

        _wire.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_forbidden_answer_does_not_pause()
    {
        _wire.Then(HttpStatusCode.Forbidden).Then(HttpStatusCode.OK, """{"debt":1}""");
        await using var host = Host(_ => { });

        (await host.FailAsync()).Error.Should().Be(SettlementsError.Forbidden);
        (await host.AskAsync()).Debt.Should().Be(Money.Rub(1m));
    }

    [Fact]
    public async Task Many_calls_at_one_moment_try_a_wrong_password_once()
    {
        var gate = new TaskCompletionSource();
        _wire.Then(
            async (_, cancellationToken) =>
            {
                await gate.Task.WaitAsync(cancellationToken);
                return new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent("") };
            }
        );
        await using var host = Host(options =>
        {
            options.User = "web";
            options.Password = "wrong";
        });

        var calls = Enumerable.Range(0, 40).Select(_ => host.FailAsync()).ToList();
        gate.SetResult();

        (await Task.WhenAll(calls)).Should().OnlyContain(error => error.Error == SettlementsError.NotAuthenticated);
        _wire.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task Once_the_user_was_accepted_requests_go_side_by_side()
    {
        var bothAsked = new TaskCompletionSource();
        var asked = 0;
        _wire
            .Then(HttpStatusCode.OK, """{"debt":1}""")
            .Then(
                async (_, cancellationToken) =>
                {
                    if (Interlocked.Increment(ref asked) == 2)
                        bothAsked.SetResult();
                    await bothAsked.Task.WaitAsync(cancellationToken);
                    return new HttpResponseMessage { Content = new StringContent("""{"debt":1}""") };
                }
            );
        await using var host = Host(options =>
        {
            options.User = "web";
            options.Password = "right";
        });

        await host.AskAsync();
        await Task.WhenAll(host.AskAsync(), host.AskAsync());

        asked.Should().Be(2);
    }

    public void Dispose() => _wire.Dispose();

    private OneCHost Host(Action<OneCOptions> configure) =>
        new(configure, onec => onec.HttpClient.ConfigurePrimaryHttpMessageHandler(() => _wire));

    private async Task<ScriptedWire.Asked> AskedAsync(Action<OneCOptions> configure)
    {
        _wire.Then(HttpStatusCode.OK, """{"debt":1}""");
        await using var host = Host(configure);
        await host.AskAsync();
        return _wire.Requests.Last();
    }
}
