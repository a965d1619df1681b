using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

public sealed class OneCFaultTests : IAsyncLifetime
{
    private static readonly CounterpartyId Romashka = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
    private static readonly CounterpartyId Vasilek = CounterpartyId.Parse("0a94d6f5-1be0-4b2e-9c3f-5d6e7f809a1b");
    private readonly ManualTimeProvider _clock = new();
    private static readonly HttpClient Http = new();
    private OneCEmulator _server = null!;

    public static TheoryData<string, int, string> Refusals =>
        new()
        {
            { nameof(OneCFault.NotAuthenticated), 401, "" },
            { nameof(OneCFault.Maintenance), 403, "\"Начало сеанса с информационной базой запрещено.\\nИдёт обновление" },
            { nameof(OneCFault.LockedOut), 403, "временно закрыт" },
            { nameof(OneCFault.NoRights), 403, "Нарушение прав" },
            { nameof(OneCFault.AddressDenied), 403, "<title>403 Forbidden" },
            { nameof(OneCFault.NotFound), 404, "" },
            { nameof(OneCFault.UnknownCounterparty), 404, "\"error\": " },
            { nameof(OneCFault.MethodNotAllowed), 405, "" },
            { nameof(OneCFault.NoFreeSession), 406, "reason=\"406\"" },
            { nameof(OneCFault.VersionMismatch), 409, "Различаются версии" },
            { nameof(OneCFault.TooManyRequests), 429, "Too Many" },
            { nameof(OneCFault.NoLicence), 500, "\"descr\":\"Не обнаружено свободной лицензии!\"" },
            { nameof(OneCFault.PlatformError), 500, "1C:Enterprise 8 application error" },
            { nameof(OneCFault.Proxy), 502, "502 Bad Gateway" },
            { nameof(OneCFault.LoginPage), 200, "type=\"password\"" },
            { nameof(OneCFault.HandlerException), 500, "{HTTPСервис." },
            { nameof(OneCFault.SuccessFalse), 200, "\"success\": \"false\"" },
            { nameof(OneCFault.ErrorField), 200, "\"Ошибка\": \"Регистр" },
            { nameof(OneCFault.PseudoJson), 500, "{'error':'%D0%9D" },
            { nameof(OneCFault.EmptyBody), 200, "" },
        };

    public async Task InitializeAsync()
    {
        _server = await OneCEmulator.StartAsync(new OneCEmulatorOptions { TimeProvider = _clock });
        _server.SetBalance(Romashka, new EmulatedBalance { Currency = "RUB", Debt = 125000.50m });
        _server.SetBalance(Vasilek, new EmulatedBalance { Debt = 7m });
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Each_answer_has_its_status_and_the_shape_of_its_body(string name, int status, string body)
    {
        _server.Faults.Next(ByName(name));
        using var response = await GetAsync();
        ((int)response.StatusCode).Should().Be(status);
        var text = await response.Content.ReadAsStringAsync();
        (body.Length == 0 ? text.Length == 0 : text.Contains(body, StringComparison.Ordinal)).Should().BeTrue(text);
        _server.Requests.All.Single().Fault.Should().NotBeNull();
    }

    [Theory]
    [InlineData(nameof(OneCFault.Maintenance))]
    [InlineData(nameof(OneCFault.NoRights))]
    [InlineData(nameof(OneCFault.NoLicence))]
    [InlineData(nameof(OneCFault.UnknownCounterparty))]
    public async Task Errors_of_the_platform_in_json_are_json(string name)
    {
        _server.Faults.Next(ByName(name));
        using var response = await GetAsync();
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.ValueKind.Should().Be(JsonValueKind.Object);
    }

    [Fact]
    public async Task Too_many_requests_says_when_to_come_again_in_seconds_or_as_a_date()
    {
        var at = new DateTimeOffset(2026, 11, 5, 10, 0, 0, TimeSpan.FromHours(3));
        _server.Faults.Next(OneCFault.TooManyRequests(TimeSpan.FromMilliseconds(1500)), OneCFault.TooManyRequests(at));
        using var seconds = await GetAsync();
        seconds.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(2));
        using var date = await GetAsync();
        date.Headers.RetryAfter!.Date.Should().Be(at);
    }

    [Fact]
    public async Task Faults_for_a_number_of_requests_go_before_lasting_ones_in_the_order_of_planning()
    {
        _server.Faults.Always(OneCFault.Status(500));
        _server.Faults.Next(OneCFault.Status(501), OneCFault.Status(502));
        _server.Faults.For(Vasilek, OneCFault.Status(503), times: 1);
        _server.Faults.Remaining.Should().Be(3);

        (await StatusAsync(Romashka)).Should().Be(501);
        (await StatusAsync(Vasilek)).Should().Be(502);
        (await StatusAsync(Romashka)).Should().Be(500);
        (await StatusAsync(Vasilek)).Should().Be(503);
        (await StatusAsync(Vasilek)).Should().Be(500);
        _server.Faults.Remaining.Should().Be(0);
        _server.Faults.Clear();
        (await StatusAsync(Romashka)).Should().Be(200);
        _server
            .Requests.All.Select(request => request.Fault)
            .Should()
            .Equal("status 501", "status 502", "status 500", "status 503", "status 500", null);
    }

    [Fact]
    public async Task A_fault_may_be_for_requests_that_meet_a_condition()
    {
        _server.Faults.When(request => request.Number % 2 == 0, OneCFault.Status(500));
        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
            statuses.Add(await StatusAsync(Romashka));
        statuses.Should().Equal(200, 500, 200, 500);
    }

    [Fact]
    public async Task A_fault_of_ones_own_changes_the_answer()
    {
        _server.Faults.Next(
            OneCFault.Custom("teapot", (request, answer) => answer.WithText(answer.Text + request.Number) with { Status = 418 })
        );
        using var response = await GetAsync();
        ((int)response.StatusCode).Should().Be(418);
        (await response.Content.ReadAsStringAsync()).Should().EndWith("}1");
        _server.Requests.All.Single().Fault.Should().Be("teapot");
    }

    [Fact]
    public async Task A_fault_that_does_not_fit_the_answer_shows_itself()
    {
        _server.Faults.Next(OneCFault.Truncated(0).Then(OneCFault.DuplicateKey("debt", 0m)));
        using var response = await GetAsync();
        ((int)response.StatusCode).Should().Be(500);
        (await response.Content.ReadAsStringAsync()).Should().StartWith("OneCEmulator failed at #1 GET").And.Contain("not a JSON object");
    }

    [Fact]
    public async Task Envelopes_keep_the_answer_within()
    {
        _server.Faults.Next(
            OneCFault.Envelope("data"),
            OneCFault.ArrayOfOne(),
            OneCFault.SuccessEnvelope(),
            OneCFault.JsonInString(),
            OneCFault.Envelope("result").Then(OneCFault.ArrayOfOne())
        );
        Debt((await JsonAsync()).GetProperty("data")).Should().Be(125000.50m);
        Debt((await JsonAsync())[0]).Should().Be(125000.50m);
        Debt((await JsonAsync()).GetProperty("response")).Should().Be(125000.50m);
        Debt(JsonDocument.Parse((await JsonAsync()).GetString()!).RootElement).Should().Be(125000.50m);
        Debt((await JsonAsync())[0].GetProperty("result")).Should().Be(125000.50m);
    }

    [Fact]
    public async Task Duplicate_keys_and_another_counterparty_are_written_without_complaint()
    {
        _server.Faults.Next(OneCFault.DuplicateKey("debt", 0m), OneCFault.AnotherCounterparty(Vasilek));
        (await JsonAsync()).EnumerateObject().Count(member => member.Name == "debt").Should().Be(2);
        (await JsonAsync()).GetProperty("counterparty_id").GetString().Should().Be(Vasilek.ToString());
    }

    [Fact]
    public async Task Other_encodings_and_content_types_are_sent_as_they_are_said()
    {
        _server.UpdateBalance(Romashka, balance => balance with { Currency = "руб." });
        _server.Faults.Next(
            OneCFault.Windows1251(),
            OneCFault.ContentType("application/json; charset=utf8"),
            OneCFault.ContentType(null),
            OneCFault.ByteOrderMark(present: false)
        );
        using var cyrillic = await GetAsync();
        cyrillic.Content.Headers.ContentType!.CharSet.Should().Be("windows-1251");
        var bytes = await cyrillic.Content.ReadAsByteArrayAsync();
        CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(bytes).Should().StartWith("{").And.Contain("\"руб.\"");
        using var misnamed = await GetAsync();
        misnamed.Content.Headers.ContentType!.CharSet.Should().Be("utf8");
        using var unnamed = await GetAsync();
        unnamed.Content.Headers.ContentType.Should().BeNull();
        using var unmarked = await GetAsync();
        (await unmarked.Content.ReadAsByteArrayAsync())[0].Should().Be((byte)'{');
    }

    [Fact]
    public async Task Packed_bodies_unpack_to_the_answer_break_off_or_blow_up()
    {
        _server.Faults.Next(OneCFault.Gzip(), OneCFault.TruncatedGzip(), OneCFault.GzipBomb(10_000_000));
        using var packed = await GetAsync();
        packed.Content.Headers.ContentEncoding.Should().Equal("gzip");
        Debt(JsonDocument.Parse(await UnpackAsync(packed)).RootElement).Should().Be(125000.50m);
        using var truncated = await GetAsync();
        await FluentActions.Awaiting(() => UnpackAsync(truncated)).Should().ThrowAsync<Exception>();
        using var bomb = await GetAsync();
        (await bomb.Content.ReadAsByteArrayAsync()).Length.Should().BeLessThan(200_000);
        using var again = new MemoryStream(await bomb.Content.ReadAsByteArrayAsync());
        (await UnpackAsync(bomb)).Length.Should().BeGreaterThan(10_000_000);
    }

    [Fact]
    public async Task Large_and_deep_bodies_are_json_with_a_length_or_in_chunks()
    {
        _server.Faults.Next(OneCFault.HugeBody(100_000), OneCFault.HugeBody(100_000).Then(OneCFault.Chunked()), OneCFault.DeepBody(60));
        using var told = await GetAsync();
        told.Content.Headers.ContentLength.Should().BeGreaterThan(100_000);
        Debt(JsonDocument.Parse(await told.Content.ReadAsStringAsync()).RootElement).Should().Be(125000.50m);
        using var untold = await Http.GetAsync(Address(Romashka), HttpCompletionOption.ResponseHeadersRead);
        untold.Headers.TransferEncodingChunked.Should().BeTrue();
        (await untold.Content.ReadAsByteArrayAsync()).Length.Should().BeGreaterThan(100_000);
        Debt(await JsonAsync()).Should().Be(125000.50m);
    }

    [Fact]
    public async Task A_truncated_body_has_a_right_length_and_half_of_the_json()
    {
        var whole = (await GetBytesAsync()).Length;
        _server.Faults.Next(OneCFault.Truncated());
        (await GetBytesAsync()).Length.Should().Be(whole / 2);
    }

    [Fact]
    public async Task A_delayed_answer_shows_the_figures_of_the_moment_of_arrival()
    {
        var gate = new OneCGate();
        _server.Faults.Next(OneCFault.Delay(gate));
        var call = JsonAsync();
        await gate.WaitForArrivalsAsync();
        _server.UpdateBalance(Romashka, balance => balance with { Debt = 1m });
        Debt(await JsonAsync()).Should().Be(1m);
        gate.Open();
        Debt(await call).Should().Be(125000.50m);
    }

    [Fact]
    public async Task A_delay_passes_on_the_emulator_s_clock()
    {
        _server.Faults.Next(OneCFault.Delay(TimeSpan.FromSeconds(30)).Then(OneCFault.Status(503)));
        var call = StatusAsync(Romashka);
        await _clock.WaitForTimerAsync(TimeSpan.FromSeconds(30));
        call.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(30));
        (await call).Should().Be(503);
    }

    [Fact]
    public async Task A_stalled_body_goes_on_when_the_gate_opens()
    {
        var gate = new OneCGate();
        _server.Faults.Next(OneCFault.Stall(gate));
        using var response = await Http.GetAsync(Address(Romashka), HttpCompletionOption.ResponseHeadersRead);
        await gate.WaitForArrivalsAsync();
        var rest = response.Content.ReadAsStringAsync();
        rest.IsCompleted.Should().BeFalse();
        gate.Open();
        Debt(JsonDocument.Parse(await rest).RootElement).Should().Be(125000.50m);
    }

    [Fact]
    public async Task A_dripping_body_comes_piece_by_piece()
    {
        _server.Faults.Next(OneCFault.Drip(50, TimeSpan.FromSeconds(1)));
        var call = JsonAsync();
        for (var pieces = 1; pieces < 3; pieces++)
        {
            await _clock.WaitForTimersAsync();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
        Debt(await call).Should().Be(125000.50m);
    }

    [Fact]
    public async Task A_silent_server_notices_that_the_client_went_away()
    {
        _server.Faults.Next(OneCFault.Silence());
        using var http = new HttpClient();
        var call = http.GetAsync(Address(Romashka));
        await _server.Requests.WaitForCountAsync(1);
        http.CancelPendingRequests();
        await call.Invoking(pending => pending).Should().ThrowAsync<OperationCanceledException>();
        await _server.Requests.WaitUntilIdleAsync();
    }

    private static OneCFault ByName(string name)
    {
        var method = typeof(OneCFault).GetMethods().First(candidate => candidate.Name == name);
        var arguments = method.GetParameters().Select(parameter => parameter.DefaultValue).ToArray();
        return (OneCFault)method.Invoke(null, arguments)!;
    }

    private static decimal Debt(JsonElement balance) => balance.GetProperty("debt").GetDecimal();

    private static async Task<byte[]> UnpackAsync(HttpResponseMessage response)
    {
        await using var gzip = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        await gzip.CopyToAsync(whole);
        var bytes = whole.ToArray();
        var body = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        _ = JsonDocument.Parse(body);
        return body;
    }

    private Uri Address(CounterpartyId counterparty) => new($"{_server.BaseUrl}/get?counterparty_id={counterparty}");

    private Task<HttpResponseMessage> GetAsync() => Http.GetAsync(Address(Romashka));

    private async Task<byte[]> GetBytesAsync()
    {
        using var response = await GetAsync();
        return await response.Content.ReadAsByteArrayAsync();
    }

    private async Task<JsonElement> JsonAsync()
    {
        using var response = await GetAsync();
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private async Task<int> StatusAsync(CounterpartyId counterparty)
    {
        using var response = await Http.GetAsync(Address(counterparty));
        return (int)response.StatusCode;
    }
}
