using System.Text;
using Settlements.OneC;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>Logins that pass, and refused ones that must not lock the 1C user out.</summary>
public sealed class OneCClientLoginTests : OneCClientTest
{
    private const string User = "Сайт";
    private const string Password = "пароль";

    protected override OneCEmulatorOptions Publication =>
        new()
        {
            UserName = User,
            Password = Password,
            LockOutAfter = 3,
        };

    [Fact]
    public async Task Basic_goes_at_once_in_utf_8()
    {
        await AskAsync(Client(Right));
        var request = Server.Requests.All.Should().ContainSingle().Subject;
        request.Header("Authorization").Should().Be("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("Сайт:пароль")));
    }

    [Fact]
    public async Task A_refused_user_is_not_asked_again_until_the_pause_is_over()
    {
        var client = Client(Wrong);
        for (var i = 0; i < 5; i++)
            (await FailureAsync(client)).Error.Should().Be(SettlementsError.NotAuthenticated);
        Server.Requests.Count.Should().Be(1);

        Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        await FailureAsync(client);
        Server.Requests.Count.Should().Be(1);
        Clock.Advance(TimeSpan.FromTicks(1));
        await FailureAsync(client);
        await FailureAsync(client);
        Server.Requests.Count.Should().Be(2);
    }

    [Fact]
    public async Task A_crowd_of_callers_with_a_wrong_password_is_one_failed_login()
    {
        var client = Client(Wrong);
        var failures = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => FailureAsync(client))));
        failures.Should().OnlyContain(failure => failure.Error == SettlementsError.NotAuthenticated);
        Server.FailedLogins.Should().Be(1);
        Server.Requests.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_password_that_is_changed_while_the_client_runs_stops_it_after_one_try()
    {
        var client = Client(Right);
        await AskAsync(client);
        Server.Faults.Always(OneCFault.NotAuthenticated());
        await FailureAsync(client);
        await FailureAsync(client);
        Server.Requests.Count.Should().Be(2);
    }

    [Fact]
    public async Task Without_a_pause_every_call_asks_anew_but_never_repeats()
    {
        var client = Client(options =>
        {
            Wrong(options);
            options.AuthenticationPause = TimeSpan.Zero;
        });
        await FailureAsync(client);
        Server.Requests.Count.Should().Be(1);
        await FailureAsync(client);
        Server.Requests.Count.Should().Be(2);
    }

    [Fact]
    public async Task A_locked_user_is_forbidden()
    {
        for (var i = 0; i < 3; i++)
            await FailureAsync(Client(Wrong));
        (await FailureAsync(Client(Right))).Error.Should().Be(SettlementsError.Forbidden);
    }

    [Theory]
    [InlineData(OneCKeyPlacement.Query)]
    [InlineData(OneCKeyPlacement.Header)]
    public async Task A_key_goes_where_the_option_says(OneCKeyPlacement placement)
    {
        const string Key = "k/+ &=ключ1";
        await using var server = await OneCEmulator.StartAsync(
            new OneCEmulatorOptions
            {
                Key = placement == OneCKeyPlacement.Query ? Key : "k-1",
                KeyParameter = placement == OneCKeyPlacement.Query ? "key" : null,
                KeyHeader = placement == OneCKeyPlacement.Header ? "X-Api-Key" : null,
            }
        );
        server.SetBalance(Romashka, new EmulatedBalance { Debt = 1m });
        var balance = await AskAsync(
            Client(options =>
            {
                options.BaseUrl = server.BaseUrl;
                options.Key = placement == OneCKeyPlacement.Query ? Key : "k-1";
                options.KeyPlacement = placement;
            })
        );
        balance.Debt.Should().Be(Money.Rub(1m));
        server.Requests.All.Single().Query.ContainsKey("key").Should().Be(placement == OneCKeyPlacement.Query);
    }

    [Fact]
    public async Task A_bearer_token_passes()
    {
        await using var server = await OneCEmulator.StartAsync(
            new OneCEmulatorOptions
            {
                Key = "Bearer t-1",
                KeyHeader = "Authorization",
                KeyParameter = null,
            }
        );
        server.SetBalance(Romashka, new EmulatedBalance { Debt = 1m });
        var balance = await AskAsync(
            Client(options =>
            {
                options.BaseUrl = server.BaseUrl;
                options.BearerToken = "t-1";
            })
        );
        balance.Debt.Should().Be(Money.Rub(1m));
    }

    private static void Right(OneCOptions options)
    {
        options.User = User;
        options.Password = Password;
    }

    private static void Wrong(OneCOptions options)
    {
        options.User = User;
        options.Password = "не тот";
    }
}
