using System.Net;
using System.Text;
using NodaTime;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

public sealed class OneCEmulatorTests : IAsyncLifetime
{
    private static readonly CounterpartyId Romashka = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
    private static readonly HttpClient Http = new();
    private OneCEmulator _server = null!;

    public async Task InitializeAsync() => _server = await OneCEmulator.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Answers_letter_for_letter_as_the_platform_writes_json()
    {
        _server.SetBalance(
            Romashka,
            new EmulatedBalance
            {
                Currency = "RUB",
                Debt = 125000.50m,
                OverdueDebt = 0m,
                Advance = OneCValue.Null,
                CreditLimit = OneCValue.NumberAsText(500000m),
                CreditLimitEnforced = true,
                LastPaymentDate = OneCValue.EmptyDate,
                Documents =
                [
                    new()
                    {
                        Number = "УТ-000012",
                        DueDate = new LocalDate(2026, 11, 5),
                        Outstanding = 25000m,
                    },
                ],
                Payments = [],
            }
        );

        var bytes = await Http.GetByteArrayAsync(For(Romashka));

        var json = string.Join(
            '\n',
            "{",
            "\"counterparty_id\": \"6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b\",",
            "\"currency\": \"RUB\",",
            "\"debt\": 125000.5,",
            "\"overdue_debt\": 0,",
            "\"advance\": null,",
            "\"credit_limit\": \"500\u00A0000\",",
            "\"credit_limit_enforced\": true,",
            "\"last_payment_date\": \"0001-01-01T00:00:00\",",
            "\"documents\": [",
            "{",
            "\"number\": \"УТ-000012\",",
            "\"due_date\": \"2026-11-05T00:00:00\",",
            "\"outstanding\": 25000",
            "}",
            "],",
            "\"payments\": []",
            "}"
        );
        bytes.Should().Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(json)]);
    }

    [Fact]
    public async Task Layout_and_byte_order_mark_follow_the_options()
    {
        await using var server = await OneCEmulator.StartAsync(
            new OneCEmulatorOptions { Layout = OneCJsonLayout.Compact, WritesByteOrderMark = false }
        );
        server.SetBalance(Romashka, new EmulatedBalance { Debt = 1m });
        var bytes = await Http.GetByteArrayAsync($"{server.BaseUrl}/get?counterparty_id={Romashka}");
        Encoding.Latin1.GetString(bytes).Should().Be($"{{\"counterparty_id\":\"{Romashka}\",\"debt\":1}}");
    }

    [Fact]
    public async Task The_balance_may_change_between_two_requests()
    {
        _server.SetBalance(Romashka, new EmulatedBalance { Counterparty = null, Debt = 1m });
        _server.UpdateBalance(Romashka, balance => balance with { Debt = 2m });
        _server.AddDocument(Romashka, new EmulatedDocument { Id = "1" });
        _server.AddDocument(Romashka, new EmulatedDocument { Id = "2" });
        _server.AddPayment(Romashka, new EmulatedPayment { Sum = 5m });

        (await TextAsync(For(Romashka)))
            .Replace("\n", "", StringComparison.Ordinal)
            .Should()
            .Be("{\"debt\": 2,\"documents\": [{\"id\": \"1\"},{\"id\": \"2\"}],\"payments\": [{\"sum\": 5}]}");
        _server.FindBalance(Romashka)!.Documents.Should().HaveCount(2);

        _server.Remove(Romashka);
        (await StatusAsync(For(Romashka))).Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Any_key_may_have_any_value_or_be_left_out()
    {
        _server.SetBalance(
            Romashka,
            new EmulatedBalance { Debt = 1m, Documents = [] }
                .With("documents", OneCValue.Object(("0", "x")))
                .With("debt", null)
                .With("Долг", "")
        );
        (await TextAsync(For(Romashka)))
            .Should()
            .Be($"{{\n\"counterparty_id\": \"{Romashka}\",\n\"documents\": {{\n\"0\": \"x\"\n}},\n\"Долг\": \"\"\n}}");
    }

    [Fact]
    public async Task Json_and_bytes_of_other_shapes_are_answered_as_given()
    {
        _server.SetAnswer(Romashka, OneCValue.Object(("Итог", OneCValue.Object(("Ид", OneCValue.AskedCounterparty)))));
        (await TextAsync(For(Romashka))).Should().Be($"{{\n\"Итог\": {{\n\"Ид\": \"{Romashka}\"\n}}\n}}");

        _server.SetAnswer(Romashka, new byte[] { 1, 2, 0 }, contentType: null);
        using var response = await Http.GetAsync(For(Romashka));
        response.Content.Headers.ContentType.Should().BeNull();
        (await response.Content.ReadAsByteArrayAsync()).Should().Equal(1, 2, 0);
    }

    [Theory]
    [InlineData("GET", "/other", HttpStatusCode.NotFound)]
    [InlineData("GET", "/demo/hs/balance", HttpStatusCode.NotFound)]
    [InlineData("GET", "/demo/hs/balances/get", HttpStatusCode.NotFound)]
    [InlineData("POST", "/demo/hs/balance/get", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/demo/hs/balance/get", HttpStatusCode.InternalServerError)]
    [InlineData("GET", "/demo/hs/balance/get?counterparty_id=12", HttpStatusCode.InternalServerError)]
    [InlineData("GET", "/demo/hs/balance/get?counterparty_id=00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound)]
    public async Task Only_the_declared_method_of_the_declared_template_answers(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_server.BaseUrl, path));
        using var response = await Http.SendAsync(request);
        response.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task A_wrong_guid_gives_the_handler_s_exception() =>
        (await TextAsync(new Uri(_server.BaseUrl + "/get?counterparty_id=12")))
            .Should()
            .MatchRegex(@"^\{HTTPСервис\.\w+\.Модуль\(\d+\)\}: .+");

    [Fact]
    public async Task An_unknown_counterparty_gets_what_the_options_say()
    {
        await using var server = await OneCEmulator.StartAsync(
            new OneCEmulatorOptions { UnknownCounterparty = OneCFault.SuccessFalse("нет такого") }
        );
        var text = await TextAsync(new Uri($"{server.BaseUrl}/get?counterparty_id={Romashka}"));
        text.Should().Contain("\"success\": \"false\"").And.Contain("нет такого");
    }

    [Fact]
    public async Task The_log_tells_what_was_asked_without_showing_secrets()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, For(Romashka) + "&key=s3cret%20key");
        request.Headers.Add("X-Trace", "7");
        using var response = await Http.SendAsync(request);

        var logged = _server.Requests.All.Should().ContainSingle().Subject;
        logged.Method.Should().Be("GET");
        logged.Path.Should().Be("/demo/hs/balance/get");
        logged.Target.Should().EndWith("key=s3cret%20key");
        logged.Query.Should().Contain("key", "s3cret key");
        logged.Header("x-trace").Should().Be("7");
        logged.Header("absent").Should().BeNull();
        logged.Counterparty.Should().Be(Romashka);
        logged.ToString().Should().Be("#1 GET /demo/hs/balance/get?counterparty_id&key");
        _server.Requests.CountFor(Romashka).Should().Be(1);
        _server.Requests.Clear();
        _server.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task The_log_knows_how_many_requests_ran_at_one_time()
    {
        var gate = new OneCGate();
        _server.Faults.Always(OneCFault.Delay(gate));
        var calls = Enumerable.Range(0, 5).Select(_ => StatusAsync(For(Romashka))).ToList();
        await gate.WaitForArrivalsAsync(5);
        _server.Requests.Running.Should().Be(5);
        gate.Open();
        await Task.WhenAll(calls);
        _server.Requests.Running.Should().Be(0);
        _server.Requests.HighWaterMark.Should().Be(5);
    }

    [Fact]
    public async Task Requests_one_after_another_never_overlap_in_the_log()
    {
        for (var i = 0; i < 200; i++)
            await StatusAsync(For(Romashka));
        _server.Requests.Count.Should().Be(200);
        _server.Requests.HighWaterMark.Should().Be(1);
    }

    [Fact]
    public async Task A_server_that_was_disposed_refuses_connections_and_breaks_off_what_it_held()
    {
        _server.Faults.Always(OneCFault.Silence());
        var call = StatusAsync(For(Romashka));
        await _server.Requests.WaitForCountAsync(1);
        await _server.DisposeAsync();
        await call.Invoking(pending => pending).Should().ThrowAsync<HttpRequestException>();
        (await FluentActions.Awaiting(() => StatusAsync(For(Romashka))).Should().ThrowAsync<HttpRequestException>())
            .Which.HttpRequestError.Should()
            .Be(HttpRequestError.ConnectionError);
    }

    [Theory]
    [InlineData("Path", "no-slash")]
    [InlineData("Template", "/get")]
    [InlineData("PoolSize", "0")]
    [InlineData("LockOutAfter", "0")]
    [InlineData("SessionMaxAge", "00:00:00")]
    public async Task A_wrong_option_names_itself(string name, string value)
    {
        var options = name switch
        {
            "Path" => new OneCEmulatorOptions { Path = value },
            "Template" => new OneCEmulatorOptions { Template = value },
            "PoolSize" => new OneCEmulatorOptions { PoolSize = 0 },
            "LockOutAfter" => new OneCEmulatorOptions { LockOutAfter = 0 },
            _ => new OneCEmulatorOptions { SessionMaxAge = TimeSpan.Zero },
        };
        var thrown = await FluentActions.Awaiting(() => OneCEmulator.StartAsync(options)).Should().ThrowAsync<ArgumentException>();
        thrown.Which.Message.Should().Contain(name).And.Contain(value);
    }

    [Fact]
    public void The_options_show_no_secret() =>
        new OneCEmulatorOptions
        {
            UserName = "site",
            Password = "p4ss",
            Key = "k3y",
        }
            .ToString()
            .Should()
            .Be("1C emulator at /demo/hs/balance/get");

    private Uri For(CounterpartyId counterparty) => new($"{_server.BaseUrl}/get?counterparty_id={counterparty}");

    private static async Task<string> TextAsync(Uri address)
    {
        using var response = await Http.GetAsync(address);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<HttpStatusCode> StatusAsync(Uri address)
    {
        using var response = await Http.GetAsync(address);
        return response.StatusCode;
    }
}
