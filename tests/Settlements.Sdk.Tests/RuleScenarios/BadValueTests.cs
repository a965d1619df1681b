namespace Settlements.Tests.RuleScenarioFiles;

/// <summary>A bad value in <c>given</c> is an answer with one of five words; here are the forms that a scenario file would make tedious reading of.</summary>
public sealed class BadValueTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("+1")]
    [InlineData("--1")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e3")]
    [InlineData("1_000")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("١")]
    [InlineData("1.000000000000000000000000000000001")]
    [InlineData("100000000000000000000000000000000000")]
    public void Is_no_amount(string total) => Answers("schedule", Order(total: total), "amount");

    [Theory]
    [InlineData("7")]
    [InlineData("007.5")]
    [InlineData("7.50000000000000000000000000000000000000")]
    public void Is_an_amount_of_roubles(string total)
    {
        _folder
            .With("a.json", ScenarioFolder.One("schedule", Order(total: total), """{ "finalDue": "2026-01-01" }"""))
            .Run()
            .Should()
            .Be(0, _folder.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-1-01")]
    [InlineData("26-01-01")]
    [InlineData("2026-01-01T00:00")]
    [InlineData("2026-01-01Z")]
    [InlineData("20260101")]
    [InlineData("2026-00-01")]
    [InlineData("12026-01-01")]
    [InlineData("-2026-01-01")]
    public void Is_no_date(string order) => Answers("schedule", Order(order: order), "date");

    [Theory]
    [InlineData("")]
    [InlineData("R")]
    [InlineData("ROUBLE")]
    [InlineData("XXX")]
    [InlineData("000")]
    public void Is_no_currency(string currency) => Answers("schedule", Order(currency: currency), "currency");

    [Theory]
    [InlineData("""{ "type": "prepay", "delayDays": 5 }""")]
    [InlineData("""{ "type": "deferred", "delayDays": 5, "prepayPercent": "10" }""")]
    [InlineData("""{ "type": "deferred", "delayDays": 5000000000 }""")]
    [InlineData("""{ "type": "deferred", "delayDays": 2000000000 }""")]
    [InlineData("""{ "type": "mixed", "delayDays": 5 }""")]
    [InlineData("""{ "type": "mixed", "prepayPercent": "50" }""")]
    [InlineData("""{ "delayDays": 5 }""")]
    [InlineData("""{ "lines": [ { "remainder": true } ], "delayDays": 5 }""")]
    [InlineData("""{ "lines": [ { "remainder": false } ] }""")]
    [InlineData("""{ "lines": [ { "remainder": true, "percent": "1" } ] }""")]
    [InlineData("""{ "lines": [ { "remainder": true, "of": "remainder" } ] }""")]
    [InlineData("""{ "lines": [ { "percent": "100", "of": "total" } ] }""")]
    [InlineData("""{ "lines": [ { "percent": "1e2" } ] }""")]
    [InlineData("""{ "lines": [ { "remainder": true, "due": [ { "endOfMonth": false } ] } ] }""")]
    [InlineData("""{ "lines": [ { "remainder": true, "due": [ { "addDays": 5000000000 } ] } ] }""")]
    public void Are_no_terms(string terms) => Answers("schedule", Order(terms: terms), "terms");

    [Theory]
    [InlineData(""" "rate": "0" """)]
    [InlineData(""" "rate": "-90" """)]
    [InlineData(""" "rate": "ninety" """)]
    [InlineData(""" "holds": [ "-1" ] """)]
    [InlineData(""" "override": { "sum": "-1", "until": "2026-01-01" } """)]
    [InlineData(""" "policy": { "overdueTolerance": "-1" } """)]
    [InlineData(""" "policy": { "overdueTolerance": "none" } """)]
    [InlineData(""" "policy": { "warnAtUtilization": "1.1" } """)]
    [InlineData(""" "policy": { "warnAtUtilization": "90 %" } """)]
    public void Are_no_amounts_of_a_credit_question(string property) =>
        Answers("credit", $$"""{ "order": { "total": "1", "currency": "JPY" }, "today": "2026-01-01", {{property}} }""", "amount");

    [Theory]
    [InlineData("""{ "country": "UZ" }""")]
    [InlineData("""{ "country": "" }""")]
    [InlineData("""{ "nonWorking": ["2026-01-02"], "working": ["2026-01-02"] }""")]
    public void Is_no_calendar(string calendar) => Answers("schedule", Order(calendar: calendar), "calendar");

    [Fact]
    public void The_currency_of_holds_is_not_known_without_a_balance()
    {
        const string Given =
            """{ "balance": null, "holds": ["0.55"], "order": { "total": "1", "currency": "JPY" }, "today": "2026-01-01" }""";

        _folder
            .With("a.json", ScenarioFolder.One("credit", Given, """{ "verdict": "block", "exposure": null }"""))
            .Run()
            .Should()
            .Be(0, _folder.Output);
    }

    private static string Order(
        string total = "1",
        string currency = "RUB",
        string order = "2026-01-01",
        string terms = """{ "type": "prepay" }""",
        string calendar = "null"
    ) =>
        $$"""{ "terms": {{terms}}, "total": "{{total}}", "currency": "{{currency}}", "dates": { "order": "{{order}}" }, "calendar": {{calendar}} }""";

    private void Answers(string rule, string given, string word)
    {
        _folder
            .With("a.json", ScenarioFolder.One(rule, given, $$"""{ "error": "{{word}}" }"""))
            .Run()
            .Should()
            .Be(0, _folder.Output + _folder.Errors);
    }
}
