using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>What each answer that is no balance becomes, and how often the server was asked until then.</summary>
public sealed class OneCClientRefusalTests : OneCClientTest
{
    private const int Once = 1;
    private const int WithRepetitions = 3;

    private static readonly Dictionary<string, OneCFault> Faults = new(StringComparer.Ordinal)
    {
        ["401"] = OneCFault.NotAuthenticated(),
        ["403 maintenance"] = OneCFault.Maintenance(),
        ["403 locked out"] = OneCFault.LockedOut(),
        ["403 no rights"] = OneCFault.NoRights(),
        ["403 address list"] = OneCFault.AddressDenied(),
        ["404"] = OneCFault.NotFound(),
        ["404 of the handler"] = OneCFault.UnknownCounterparty(),
        ["406"] = OneCFault.NoFreeSession(),
        ["409"] = OneCFault.VersionMismatch(),
        ["429"] = OneCFault.TooManyRequests(),
        ["500 no licence"] = OneCFault.NoLicence(),
        ["500 no licence, English"] = OneCFault.NoLicence("There are no free licenses!"),
        ["500 of the platform"] = OneCFault.PlatformError(),
        ["500 handler exception"] = OneCFault.HandlerException(),
        ["200 handler exception"] = OneCFault.HandlerException(status: 200),
        ["200 success false"] = OneCFault.SuccessFalse(),
        ["200 error field"] = OneCFault.ErrorField(),
        ["400 error field"] = OneCFault.ErrorField(status: 400),
        ["500 error field"] = OneCFault.ErrorField(status: 500),
        ["500 pseudo-JSON"] = OneCFault.PseudoJson(),
        ["200 pseudo-JSON"] = OneCFault.PseudoJson(status: 200),
        ["502"] = OneCFault.Proxy(502),
        ["503"] = OneCFault.Proxy(503),
        ["504"] = OneCFault.Proxy(504),
        ["302"] = OneCFault.Redirect(new Uri("http://127.0.0.1:9/elsewhere")),
        ["login page"] = OneCFault.LoginPage(),
        ["empty body"] = OneCFault.EmptyBody(),
        ["truncated"] = OneCFault.Truncated(),
        ["truncated before the end"] = OneCFault.Truncated(0.99),
        ["nothing but the byte order mark"] = OneCFault.Custom("BOM alone", (_, answer) => answer with { Body = answer.Body[..3] }),
        ["duplicate key"] = OneCFault.DuplicateKey("debt", 0m),
        ["another counterparty"] = OneCFault.AnotherCounterparty(Vasilek),
        ["truncated gzip"] = OneCFault.TruncatedGzip(),
        ["text that claims to be gzip"] = OneCFault.Custom("no gzip", (_, answer) => answer.WithHeader("Content-Encoding", "gzip")),
        ["array of two"] = OneCFault.Custom("array of two", (_, answer) => answer.WithText($"[{answer.Text},{answer.Text}]")),
        ["empty object"] = OneCFault.Status(200, "{}", "application/json"),
        ["empty array"] = OneCFault.Status(200, "[]", "application/json"),
        ["the word null"] = OneCFault.Status(200, "null", "application/json"),
        ["a number"] = OneCFault.Status(200, "0", "application/json"),
        ["an empty string"] = OneCFault.Status(200, "\"\"", "application/json"),
        ["an envelope around nothing"] = OneCFault.Status(
            200,
            "{\"success\":\"true\",\"response\":null,\"error\":\"\"}",
            "application/json"
        ),
        ["closed early"] = OneCFault.ClosedEarly(),
        ["reset in the body"] = OneCFault.Reset(),
        ["reset before the headers"] = OneCFault.ResetBeforeHeaders(),
        ["huge, length told"] = OneCFault.HugeBody(5 * 1024 * 1024),
        ["huge, in chunks"] = OneCFault.HugeBody(5 * 1024 * 1024).Then(OneCFault.Chunked()),
        ["gzip bomb"] = OneCFault.GzipBomb(),
        ["too deep"] = OneCFault.DeepBody(200),
    };

    public static TheoryData<string, SettlementsError, bool, int> Refusals =>
        new()
        {
            { "401", SettlementsError.NotAuthenticated, false, Once },
            { "403 maintenance", SettlementsError.Unavailable, true, Once },
            { "403 locked out", SettlementsError.Forbidden, false, Once },
            { "403 no rights", SettlementsError.Forbidden, false, Once },
            { "403 address list", SettlementsError.Forbidden, false, Once },
            { "404", SettlementsError.NotFound, false, Once },
            { "404 of the handler", SettlementsError.NotFound, false, Once },
            { "406", SettlementsError.Overloaded, true, Once },
            { "409", SettlementsError.Unavailable, true, Once },
            { "429", SettlementsError.Overloaded, true, WithRepetitions },
            { "500 no licence", SettlementsError.Unavailable, true, Once },
            { "500 no licence, English", SettlementsError.Unavailable, true, Once },
            { "500 of the platform", SettlementsError.Unavailable, true, Once },
            { "500 handler exception", SettlementsError.Rejected, false, Once },
            { "200 handler exception", SettlementsError.Rejected, false, Once },
            { "200 success false", SettlementsError.Rejected, false, Once },
            { "200 error field", SettlementsError.Rejected, false, Once },
            { "400 error field", SettlementsError.Rejected, false, Once },
            { "500 error field", SettlementsError.Rejected, false, Once },
            { "500 pseudo-JSON", SettlementsError.Rejected, false, Once },
            { "200 pseudo-JSON", SettlementsError.Rejected, false, Once },
            { "502", SettlementsError.Unavailable, true, WithRepetitions },
            { "503", SettlementsError.Unavailable, true, WithRepetitions },
            { "504", SettlementsError.Unavailable, true, WithRepetitions },
            { "302", SettlementsError.InvalidResponse, false, Once },
            { "login page", SettlementsError.InvalidResponse, false, Once },
            { "empty body", SettlementsError.InvalidResponse, false, Once },
            { "truncated", SettlementsError.InvalidResponse, false, Once },
            { "truncated before the end", SettlementsError.InvalidResponse, false, Once },
            { "nothing but the byte order mark", SettlementsError.InvalidResponse, false, Once },
            { "duplicate key", SettlementsError.InvalidResponse, false, Once },
            { "another counterparty", SettlementsError.InvalidResponse, false, Once },
            { "truncated gzip", SettlementsError.InvalidResponse, false, Once },
            { "text that claims to be gzip", SettlementsError.InvalidResponse, false, Once },
            { "array of two", SettlementsError.InvalidResponse, false, Once },
            { "empty object", SettlementsError.InvalidResponse, false, Once },
            { "empty array", SettlementsError.InvalidResponse, false, Once },
            { "the word null", SettlementsError.InvalidResponse, false, Once },
            { "a number", SettlementsError.InvalidResponse, false, Once },
            { "an empty string", SettlementsError.InvalidResponse, false, Once },
            { "an envelope around nothing", SettlementsError.InvalidResponse, false, Once },
            { "closed early", SettlementsError.Unavailable, true, WithRepetitions },
            { "reset in the body", SettlementsError.Unavailable, true, WithRepetitions },
            { "reset before the headers", SettlementsError.Unavailable, true, WithRepetitions },
            { "huge, length told", SettlementsError.TooLarge, false, Once },
            { "huge, in chunks", SettlementsError.TooLarge, false, Once },
            { "gzip bomb", SettlementsError.TooLarge, false, Once },
            { "too deep", SettlementsError.TooLarge, false, Once },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Each_answer_becomes_its_kind_of_error(string fault, SettlementsError error, bool isTransient, int calls)
    {
        Server.Faults.Always(Faults[fault]);

        var failure = await FailureAsync(Client());

        failure.Error.Should().Be(error, failure.Message);
        failure.IsTransient.Should().Be(isTransient, failure.Message);
        Server.Requests.Count.Should().Be(calls);
    }

    [Fact]
    public void Every_fault_of_the_list_is_expected_to_be_something() =>
        Refusals.Select(row => (string)row[0]).Should().BeEquivalentTo(Faults.Keys);

    [Theory]
    [InlineData("502")]
    [InlineData("503")]
    [InlineData("504")]
    [InlineData("429")]
    [InlineData("closed early")]
    [InlineData("reset in the body")]
    [InlineData("reset before the headers")]
    public async Task A_repetition_that_succeeds_is_a_success(string fault)
    {
        Server.Faults.Next(2, Faults[fault]);
        (await AskAsync(Client())).Debt.Should().Be(Money.Rub(125000.50m));
        Server.Requests.Count.Should().Be(3);
    }

    [Theory]
    [InlineData("403 maintenance", "Идёт обновление базы, вернёмся в 14:00")]
    [InlineData("500 no licence", "Не обнаружено свободной лицензии")]
    [InlineData("409", "Различаются версии")]
    [InlineData("200 success false", "Контрагент не обслуживается")]
    [InlineData("200 error field", "Регистр расчётов закрыт")]
    [InlineData("500 pseudo-JSON", "Нет данных")]
    [InlineData("500 handler exception", "ПолучитьСсылку")]
    public async Task The_error_says_what_the_service_said(string fault, string words)
    {
        Server.Faults.Always(Faults[fault]);
        (await FailureAsync(Client())).Message.Should().Contain(words).And.NotContain("HTTPСервис.").And.NotContain(".dll");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unavailable()
    {
        var client = Client();
        await Server.DisposeAsync();
        var failure = await FailureAsync(client);
        failure.Error.Should().Be(SettlementsError.Unavailable);
        failure.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task One_unknown_counterparty_does_not_stop_the_others()
    {
        Server.Remove(Romashka);
        (await FailureAsync(Client())).Error.Should().Be(SettlementsError.NotFound);
        (await Client().GetBalanceAsync(Vasilek, CancellationToken.None)).Debt.Should().Be(Money.Rub(7m));
    }

    [Fact]
    public async Task A_pause_that_the_server_asks_for_is_kept_on_the_clock()
    {
        Server.Faults.Next(OneCFault.TooManyRequests(TimeSpan.FromSeconds(3)));
        var call = AskAsync(Client());
        await Clock.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        Server.Requests.Count.Should().Be(1);
        Clock.Advance(TimeSpan.FromSeconds(3));
        (await call).Debt.Should().Be(Money.Rub(125000.50m));
        Server.Requests.Count.Should().Be(2);
    }

    [Fact]
    public async Task A_pause_longer_than_the_call_may_take_is_not_waited_for()
    {
        Server.Faults.Always(OneCFault.TooManyRequests(TimeSpan.FromMinutes(10)));
        (await FailureAsync(Client())).Error.Should().Be(SettlementsError.Overloaded);
        Server.Requests.Count.Should().Be(1);
    }
}
