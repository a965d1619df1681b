using System.Net;
using System.Text;
using Settlements.Balances;

namespace Settlements.Tests.OneC;

/// <summary>What a balance may come wrapped in, and what it may be written in.</summary>
public sealed class BodyTests
{
    private static readonly Encoding Windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    [Theory]
    [InlineData("""{"debt":12.5}""")]
    [InlineData("""[{"debt":12.5}]""")]
    [InlineData("""[[{"debt":12.5}]]""")]
    [InlineData("""{"response":{"debt":12.5}}""")]
    [InlineData("""{"data":{"debt":12.5}}""")]
    [InlineData("""{"result":{"debt":12.5}}""")]
    [InlineData("""{"Результат":{"debt":12.5}}""")]
    [InlineData("""{"result":[{"debt":12.5}]}""")]
    [InlineData("""{"data":{"result":[{"debt":12.5}]}}""")]
    [InlineData("""{"success":"true","response":{"debt":12.5},"error":""}""")]
    [InlineData("""{"success":true,"data":{"success":true,"debt":12.5}}""")]
    [InlineData("""{"success":1,"debt":12.5,"error":null,"errors":[],"Ошибка":""}""")]
    [InlineData("""{"error":{"code":0,"message":""},"debt":12.5}""")]
    [InlineData("""{"Ошибка":"Нет","debt":12.5}""")]
    [InlineData("""{"error":false,"debt":12.5}""")]
    [InlineData("\"{\\\"debt\\\":12.5}\"")]
    [InlineData("""{"response":"{\"debt\":12.5}"}""")]
    [InlineData("{\r\n\"debt\": 12.5\r\n}\r\n")]
    [InlineData(" \t\n{\"debt\": 12.5} \n")]
    [InlineData("{\"\\u0064ebt\":12.5}")]
    [InlineData("""{"debt":12.5,"unknown":{"a":[1,{"b":2}],"c":null},"x":"y"}""")]
    [InlineData("""{"debt":12.5,"result":true,"data":null,"response":"ok"}""")]
    public async Task Finds_the_balance(string body)
    {
        var balance = await OneCHost.ReadAsync(body);

        balance.Debt.Should().Be(Money.Rub(12.5m));
        balance.Advance.Should().BeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("application/json; charset=windows-1251")]
    [InlineData("application/json; charset=no-such-thing")]
    [InlineData("application/octet-stream; charset=utf-16")]
    [InlineData("; nonsense =")]
    public async Task Takes_what_the_bytes_are_whatever_the_header_says(string? contentType)
    {
        await using var host = new OneCHost();
        host.Answers(Encoding.UTF8.GetBytes("""{"debt":1,"documents":[{"number":"УТ-1"}]}"""), contentType: contentType);

        var balance = await host.AskAsync();

        balance.Documents!.Single().Number.Should().Be("УТ-1");
        balance.Notes.Should().BeEmpty();
    }

    public static TheoryData<string> Encodings =>
        ["utf-8 with a mark", "utf-16le", "utf-16be", "utf-16le without a mark", "utf-16be without a mark"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Reads_other_encodings_of_unicode(string encoding)
    {
        const string Body = """{"debt":1,"documents":[{"number":"УТ-1"}]}""";
        await using var host = new OneCHost();
        host.Answers(
            encoding switch
            {
                "utf-8 with a mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Body)],
                "utf-16le" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Body)],
                "utf-16be" => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Body)],
                "utf-16le without a mark" => Encoding.Unicode.GetBytes(Body),
                _ => Encoding.BigEndianUnicode.GetBytes(Body),
            }
        );

        (await host.AskAsync()).Documents!.Single().Number.Should().Be("УТ-1");
    }

    [Theory]
    [InlineData("application/json; charset=windows-1251", 0)]
    [InlineData("application/json; charset=CP1251", 0)]
    [InlineData("application/json; charset=utf-8", 1)]
    [InlineData(null, 1)]
    public async Task Reads_windows_1251_and_remarks_on_it_when_it_is_not_declared(string? contentType, int remarks)
    {
        await using var host = new OneCHost(options => options.Fields.Debt = ["Долг"]);
        host.Answers(
            Windows1251.GetBytes("""{"Долг":"1 000,5","documents":[{"number":"УТ-1"}],"blocked":"Да"}"""),
            contentType: contentType
        );

        var balance = await host.AskAsync();

        balance.Debt.Should().Be(Money.Rub(1000.5m));
        balance.IsBlocked.Should().BeTrue();
        balance.Documents!.Single().Number.Should().Be("УТ-1");
        balance.Notes.Should().HaveCount(remarks);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \r\n", "empty")]
    [InlineData("\uFEFF", "empty")]
    [InlineData("{", "cut short")]
    [InlineData("""{"debt":12.5""", "cut short")]
    [InlineData("""{"debt":12.5}}""", "broken")]
    [InlineData("""{"debt":12.5} {"debt":1}""", "broken")]
    [InlineData("""{"debt":12.5}garbage""", "broken")]
    [InlineData("""{"debt":12.5,}""", "broken")]
    [InlineData("""{"debt":NaN}""", "broken")]
    [InlineData("""{"debt":012}""", "broken")]
    [InlineData("""{'debt':12.5}""", "broken")]
    [InlineData("null", "none of the keys")]
    [InlineData("true", "none of the keys")]
    [InlineData("5", "none of the keys")]
    [InlineData("[]", "none of the keys")]
    [InlineData("{}", "none of the keys")]
    [InlineData("""{"data":[]}""", "none of the keys")]
    [InlineData("""{"Долг":5}""", "none of the keys")]
    [InlineData("""{"currency":"RUB","updated_at":"2026-11-21T00:00:00"}""", "none of the keys")]
    [InlineData("""[{"debt":1},{"debt":2}]""", "several rows")]
    [InlineData("""{"result":[{"debt":1},{"debt":2}]}""", "several rows")]
    [InlineData("\"no json\"", "none of the keys")]
    [InlineData("Контрагент не найден", "Контрагент не найден")]
    [InlineData("<!DOCTYPE html><html><head><title>Вход</title></head><body><form></form></body></html>", "login")]
    [InlineData("<html><title>Sign in</title><input type=password></html>", "Sign in")]
    [InlineData("<?xml version=\"1.0\"?><balance><debt>5</debt></balance>", "page")]
    [InlineData("{\"debt\":1,\"documents\":[{\"number\":\"\\ud800\"}]}", "surrogate")]
    public async Task Refuses_what_is_no_balance(string body, string problem)
    {
        var error = await OneCHost.RefuseAsync(body);

        error.Error.Should().Be(SettlementsError.InvalidResponse);
        error.IsTransient.Should().BeFalse();
        error.StatusCode.Should().Be(HttpStatusCode.OK);
        error.Message.Should().ContainEquivalentOf(problem);
    }

    [Theory]
    [InlineData("""{"debt":1,"debt":2}""", "debt")]
    [InlineData("""{"debt":1,"debt":1}""", "debt")]
    [InlineData("{\"debt\":1,\"\\u0064ebt\":2}", "debt")]
    [InlineData("""{"debt":1,"data":{"debt":2}}""", "debt")]
    [InlineData("""{"data":{"debt":2},"result":{"debt":2}}""", "debt")]
    [InlineData("""{"debt":1,"х":1,"х":2}""", "х")]
    [InlineData("""{"debt":1,"x":{"y":[{"z":1,"z":2}]}}""", "z")]
    [InlineData("""{"debt":1,"error":"","error":""}""", "error")]
    [InlineData("""{"debt":1,"documents":[],"documents":[]}""", "documents")]
    [InlineData("""{"debt":1,"documents":[{"id":"1","outstanding":5,"outstanding":0}]}""", "outstanding")]
    [InlineData("""{"debt":1,"documents":[{"note":1,"note":2}]}""", "note")]
    public async Task Refuses_a_key_that_stands_twice(string body, string key)
    {
        var error = await OneCHost.RefuseAsync(body);

        error.Error.Should().Be(SettlementsError.InvalidResponse);
        error.Message.Should().Contain(key).And.MatchRegex("twice|second time");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(200)]
    public async Task Refuses_a_key_that_stands_twice_among_many(int keys)
    {
        var many = string.Join(',', Enumerable.Range(0, keys).Select(n => $"\"k{n}\":{n}"));

        (await OneCHost.RefuseAsync($$"""{"debt":1,{{many}},"k3":3}""")).Message.Should().StartWith("k3");
        (await OneCHost.ReadAsync($$"""{"debt":1,{{many}},"x":{ {{many}} } }""")).Debt.Should().Be(Money.Rub(1m));
    }

    [Fact]
    public async Task Refuses_a_body_above_the_limit()
    {
        var body = $$"""{"debt":1,"padding":"{{new string('x', 3000)}}"}""";

        var error = await OneCHost.RefuseAsync(body, configure: options => options.MaxResponseBytes = 2048);

        error.Error.Should().Be(SettlementsError.TooLarge);
        error.IsTransient.Should().BeFalse();
        error.Message.Should().Contain("2048").And.Contain("MaxResponseBytes");
        (await OneCHost.ReadAsync(body, options => options.MaxResponseBytes = Encoding.UTF8.GetByteCount(body))).Debt.Should().NotBeNull();
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task Refuses_a_body_that_nests_too_deep(string open, string close)
    {
        string Nested(int levels) =>
            "{\"debt\":1,\"x\":"
            + string.Concat(Enumerable.Repeat(open, levels))
            + "1"
            + string.Concat(Enumerable.Repeat(close, levels))
            + "}";

        (await OneCHost.ReadAsync(Nested(7), options => options.MaxDepth = 8)).Debt.Should().NotBeNull();
        var error = await OneCHost.RefuseAsync(Nested(8), configure: options => options.MaxDepth = 8);
        error.Error.Should().Be(SettlementsError.TooLarge);
        error.Message.Should().Contain("MaxDepth");
        (await OneCHost.RefuseAsync(Nested(100_000))).Error.Should().Be(SettlementsError.TooLarge);
    }

    [Fact]
    public async Task Reads_an_array_that_the_platform_wrote_as_an_object()
    {
        var balance = await OneCHost.ReadAsync("""{"debt":1,"documents":{"0":{"outstanding":5},"1":{"outstanding":6}}}""");

        balance.Documents!.Select(document => document.Outstanding).Should().Equal(Money.Rub(5m), Money.Rub(6m));
    }

    [Theory]
    [InlineData("""{"debt":1,"documents":{"1":{"outstanding":5}}}""", "documents")]
    [InlineData("""{"debt":1,"documents":{"id":"a"}}""", "documents")]
    [InlineData("""{"debt":1,"documents":""}""", "documents")]
    [InlineData("""{"debt":1,"documents":5}""", "documents")]
    [InlineData("""{"debt":1,"documents":[{"outstanding":1},null]}""", "documents[1]")]
    [InlineData("""{"debt":1,"documents":[5]}""", "documents[0]")]
    [InlineData("""{"debt":1,"payments":["x"]}""", "payments[0]")]
    [InlineData("""{"debt":1,"documents":[{},{},{"outstanding":"abc"}]}""", "documents[2].outstanding")]
    [InlineData("""{"debt":1,"documents":[{"due_date":"31.02.2026"}]}""", "documents[0].due_date")]
    [InlineData("""{"debt":1,"documents":[{"id":{"a":1}}]}""", "documents[0].id")]
    [InlineData("""{"debt":1,"payments":[{"sum":true}]}""", "payments[0].sum")]
    [InlineData("""{"debt":"12 рублей"}""", "debt")]
    [InlineData("""{"debt":{"sum":5}}""", "debt")]
    [InlineData("""{"debt":[5]}""", "debt")]
    [InlineData("""{"debt":true}""", "debt")]
    [InlineData("""{"debt":1,"advance":-1}""", "advance")]
    [InlineData("""{"debt":1,"overdue_debt":-0.01}""", "overdue_debt")]
    [InlineData("""{"debt":1,"credit_limit":-5}""", "credit_limit")]
    [InlineData("""{"debt":1,"blocked":"maybe"}""", "blocked")]
    [InlineData("""{"debt":1,"blocked":2}""", "blocked")]
    [InlineData("""{"debt":1,"credit_limit_enforced":[]}""", "credit_limit_enforced")]
    [InlineData("""{"debt":1,"currency":"XYZ"}""", "currency")]
    [InlineData("""{"debt":1,"currency":"974"}""", "currency")]
    [InlineData("""{"debt":1,"currency":true}""", "currency")]
    [InlineData("""{"debt":1,"updated_at":"yesterday"}""", "updated_at")]
    [InlineData("""{"debt":1,"updated_at":20261121}""", "updated_at")]
    [InlineData("""{"debt":1,"last_payment_date":"2026-13-01"}""", "last_payment_date")]
    [InlineData("""{"debt":1,"counterparty_id":"000000123"}""", "counterparty_id")]
    public async Task Names_the_value_that_cannot_be_read(string body, string field)
    {
        var error = await OneCHost.RefuseAsync(body);

        error.Error.Should().Be(SettlementsError.InvalidResponse);
        error.Message.Should().StartWith(field + ": ");
    }

    [Theory]
    [InlineData("\"6F2A1C04-93B5-4D1E-8A57-0C1D2E3F4A5B\"", true)]
    [InlineData("\"{6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b}\"", true)]
    [InlineData("null", true)]
    [InlineData("\"6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5c\"", false)]
    [InlineData("\"00000000-0000-0000-0000-000000000000\"", false)]
    [InlineData("\"\"", false)]
    public async Task Takes_no_answer_for_another_counterparty(string counterparty, bool isTaken)
    {
        var body = $$"""{"counterparty_id":{{counterparty}},"debt":1}""";

        if (isTaken)
            (await OneCHost.ReadAsync(body)).Counterparty.Should().Be(OneCHost.Counterparty);
        else
            (await OneCHost.RefuseAsync(body)).Error.Should().Be(SettlementsError.InvalidResponse);
    }

    [Fact]
    public async Task Remarks_are_bounded()
    {
        var rows = string.Join(',', Enumerable.Repeat("""{"outstanding":""}""", 200));

        var balance = await OneCHost.ReadAsync($$"""{"debt":1,"documents":[{{rows}}]}""");

        balance.Documents.Should().HaveCount(200).And.OnlyContain(document => document.Outstanding == Money.Rub(0m));
        balance.Notes.Should().HaveCount(51);
        balance.Notes[0].Field.Should().Be("documents[0].outstanding");
        balance.Notes[^1].Should().Be(new BalanceNote("", "150 more remarks of this kind were left out."));
    }
}
