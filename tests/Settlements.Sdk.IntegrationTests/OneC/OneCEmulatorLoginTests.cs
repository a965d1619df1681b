using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

public sealed class OneCEmulatorLoginTests : IDisposable
{
    private static readonly CounterpartyId Romashka = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
    private readonly ManualTimeProvider _clock = new();
    private readonly HttpClient _http = new();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Without_a_login_it_challenges_and_counts_no_failure()
    {
        await using var server = await StartAsync(new OneCEmulatorOptions { UserName = "Сайт", Password = "пароль" });
        using var response = await SendAsync(server, login: null);
        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().Should().Be("Basic realm=\"1C:Enterprise 8.3\"");
        server.FailedLogins.Should().Be(0);
    }

    [Fact]
    public async Task The_right_login_in_utf_8_passes()
    {
        await using var server = await StartAsync(new OneCEmulatorOptions { UserName = "Сайт", Password = "пароль" });
        using var response = await SendAsync(server, "Сайт:пароль");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Failed_logins_lock_the_user_out_for_a_time_the_right_password_too()
    {
        await using var server = await StartAsync(new OneCEmulatorOptions { UserName = "Сайт", LockOutAfter = 2 });
        (await StatusAsync(server, "Сайт:1")).Should().Be(HttpStatusCode.Unauthorized);
        (await StatusAsync(server, "Сайт:2")).Should().Be(HttpStatusCode.Unauthorized);
        (await StatusAsync(server, "Сайт:")).Should().Be(HttpStatusCode.Forbidden);
        server.FailedLogins.Should().Be(2);

        _clock.Advance(TimeSpan.FromMinutes(5));
        (await StatusAsync(server, "Сайт:")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_right_login_begins_the_count_of_failures_anew()
    {
        await using var server = await StartAsync(new OneCEmulatorOptions { UserName = "Сайт", LockOutAfter = 2 });
        await StatusAsync(server, "Сайт:1");
        await StatusAsync(server, "Сайт:");
        await StatusAsync(server, "Сайт:1");
        (await StatusAsync(server, "Сайт:")).Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("&key=k-1", null, HttpStatusCode.OK)]
    [InlineData("", "k-1", HttpStatusCode.OK)]
    [InlineData("&key=k-2", null, HttpStatusCode.Unauthorized)]
    [InlineData("", null, HttpStatusCode.Unauthorized)]
    public async Task The_key_may_come_in_the_query_or_in_a_header(string query, string? header, HttpStatusCode status)
    {
        await using var server = await StartAsync(new OneCEmulatorOptions { Key = "k-1", KeyHeader = "X-Api-Key" });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.BaseUrl}/get?counterparty_id={Romashka}{query}");
        if (header is not null)
            request.Headers.Add("X-Api-Key", header);
        using var response = await _http.SendAsync(request);
        response.StatusCode.Should().Be(status);
    }

    private static async Task<OneCEmulator> StartedAsync(OneCEmulatorOptions options)
    {
        var server = await OneCEmulator.StartAsync(options);
        server.SetBalance(Romashka, new EmulatedBalance());
        return server;
    }

    private Task<OneCEmulator> StartAsync(OneCEmulatorOptions options) => StartedAsync(options with { TimeProvider = _clock });

    private async Task<HttpStatusCode> StatusAsync(OneCEmulator server, string login)
    {
        using var response = await SendAsync(server, login);
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(OneCEmulator server, string? login)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.BaseUrl}/get?counterparty_id={Romashka}");
        if (login is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(login)));
        return await _http.SendAsync(request);
    }
}
