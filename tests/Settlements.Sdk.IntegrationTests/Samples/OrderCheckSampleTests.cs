using System.Text.Json;
using Settlements.Testing;

namespace Settlements.IntegrationTests.Samples;

public sealed class OrderCheckSampleTests : IAsyncLifetime
{
    private static readonly CounterpartyId Customer = CounterpartyId.Parse("0d8bb2a6-4c0f-4a53-9b55-8a1c7e6f1d20");

    private static readonly EmulatedBalance GoodStanding = new()
    {
        Currency = "RUB",
        Debt = 125_000m,
        Advance = 0m,
        OverdueDebt = 0m,
        CreditLimit = 500_000m,
    };

    private OneCEmulator _server = null!;

    public async Task InitializeAsync() => _server = await OneCEmulator.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Shows_its_telling_orders_without_arguments()
    {
        var run = await SampleProgram.RunAsync("OrderCheck", []);

        run.ExitCode.Should().Be(0, run.Error);
        run.Error.Should().BeEmpty();
        run.Output.Should()
            .ContainAll("ALLOW", "WARN", "BLOCK", "limitNear", "limitExceeded", "overdue", "limitUnknown", "balanceUnavailable");
        run.Output.Should().Contain("Today is 2026-11-21");
    }

    [Theory]
    [InlineData("1000.00", 0, "allow")]
    [InlineData("330000", 10, "warn")]
    [InlineData("400000.01", 20, "block")]
    public async Task Exits_by_the_verdict_and_prints_one_json_object(string total, int exitCode, string verdict)
    {
        _server.SetBalance(Customer, GoodStanding);

        var run = await Check("--total", total, "--json");

        run.ExitCode.Should().Be(exitCode, run.Error);
        run.Error.Should().BeEmpty();
        var answer = JsonDocument.Parse(run.Output).RootElement;
        answer.GetProperty("verdict").GetString().Should().Be(verdict);
        answer
            .EnumerateObject()
            .Select(property => property.Name)
            .Should()
            .Equal("verdict", "findings", "exposure", "available", "currency", "balance", "error");
        answer.GetProperty("balance").GetProperty("limit").GetRawText().Should().Be("""{"amount":"500000.00","enforced":true}""");
    }

    [Theory]
    [InlineData("prepay", "0.00")]
    [InlineData("deferred:30", "1000.00")]
    [InlineData("mixed:33.33:14", "666.70")]
    public async Task Counts_on_credit_what_the_terms_say(string terms, string onCredit)
    {
        _server.SetBalance(Customer, GoodStanding);

        var run = await Check("--total", "1000.00", "--terms", terms, "--json");

        JsonDocument.Parse(run.Output).RootElement.GetProperty("exposure").GetProperty("order").GetString().Should().Be(onCredit);
    }

    [Fact]
    public async Task Shares_holds_between_runs_through_its_state_file()
    {
        _server.SetBalance(Customer, GoodStanding);
        var folder = Directory.CreateTempSubdirectory("settlements-order-check-");
        string[] order = ["--total", "300000", "--terms", "deferred:30", "--json", "--state", Path.Combine(folder.FullName, "shop.db")];

        var first = await Check(order);
        var second = await Check(order);
        folder.Delete(recursive: true);

        first.ExitCode.Should().Be(0, first.Error);
        second.ExitCode.Should().Be(20, second.Error);
        var exposure = JsonDocument.Parse(second.Output).RootElement.GetProperty("exposure");
        exposure.GetProperty("holds").GetString().Should().Be("300000.00");
    }

    [Fact]
    public async Task Refuses_a_state_file_that_is_none_of_its_own()
    {
        _server.SetBalance(Customer, GoodStanding);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, new string('x', 4096));

        var run = await Check("--total", "1.00", "--state", file);
        File.Delete(file);

        run.ExitCode.Should().Be(64);
        run.Error.Should().Contain("is damaged, or no database");
    }

    [Fact]
    public async Task Says_why_there_is_no_balance()
    {
        _server.Faults.Always(OneCFault.NotAuthenticated());

        var run = await Check("--total", "1.00", "--currency", "EUR", "--json");

        run.ExitCode.Should().Be(20);
        var answer = JsonDocument.Parse(run.Output).RootElement;
        answer.GetProperty("balance").ValueKind.Should().Be(JsonValueKind.Null);
        answer.GetProperty("currency").GetString().Should().Be("EUR");
        answer
            .GetProperty("exposure")
            .GetRawText()
            .Should()
            .Be("""{"total":null,"debt":null,"advance":null,"holds":"0.00","order":"1.00"}""");
        answer.GetProperty("error").GetProperty("kind").GetString().Should().Be("notAuthenticated");
    }

    [Fact]
    public async Task Figures_without_a_currency_are_roubles_whatever_the_order_is_in()
    {
        _server.SetBalance(Customer, GoodStanding with { Currency = null });

        var run = await Check("--total", "1.00", "--currency", "USD", "--json");

        run.ExitCode.Should().Be(20);
        run.Output.Should().Contain("currencyMismatch").And.Contain("\"currency\":\"RUB\"");
    }

    [Fact]
    public async Task Judges_overdue_by_documents_as_of_the_orders_date()
    {
        _server.SetBalance(
            Customer,
            GoodStanding with
            {
                Documents = [new EmulatedDocument { Outstanding = 500m, DueDate = "2026-11-20" }],
            }
        );
        var policy = Path.GetTempFileName();
        await File.WriteAllTextAsync(policy, """{ "overdueBasis": "computed" /* by the documents */ }""");

        var dueDay = await Check("--total", "1.00", "--date", "2026-11-20", "--policy", policy);
        var dayAfter = await Check("--total", "1.00", "--date", "2026-11-21", "--policy", policy, "--lang", "ru");

        File.Delete(policy);
        dueDay.ExitCode.Should().Be(0, dueDay.Error);
        dayAfter.ExitCode.Should().Be(20, dayAfter.Error);
        dayAfter.Output.Should().Contain("Просрочена оплата");
    }

    [Fact]
    public async Task Sends_the_key_from_the_environment_and_the_password_of_the_user_and_shows_neither()
    {
        await using var guarded = await OneCEmulator.StartAsync(
            new OneCEmulatorOptions
            {
                Key = "k3y-s3cret",
                UserName = "Обмен",
                Password = "pa55-s3cret",
            }
        );
        guarded.SetBalance(Customer, GoodStanding);
        string[] arguments =
        [
            "--base-url",
            guarded.BaseUrl.ToString(),
            "--user",
            "Обмен",
            "--counterparty",
            Customer.ToString(),
            "--total",
            "1.00",
        ];

        var right = await SampleProgram.RunAsync(
            "OrderCheck",
            arguments,
            ("SETTLEMENTS_ONEC_KEY", "k3y-s3cret"),
            ("SETTLEMENTS_ONEC_PASSWORD", "pa55-s3cret")
        );
        var wrong = await SampleProgram.RunAsync(
            "OrderCheck",
            arguments,
            ("SETTLEMENTS_ONEC_KEY", "k3y-s3cret"),
            ("SETTLEMENTS_ONEC_PASSWORD", "wr0ng-s3cret")
        );

        right.ExitCode.Should().Be(0, right.Error + right.Output);
        wrong.ExitCode.Should().Be(20);
        (right.Output + right.Error + wrong.Output + wrong.Error).Should().NotContain("s3cret");
    }

    [Theory]
    [InlineData("--total is '0'; it must be above zero", "--total", "0")]
    [InlineData("--total is '-5'; it must be above zero", "--total", "-5")]
    [InlineData("--total is '1.001'; it must be above zero and have at most 2 digits", "--total", "1.001")]
    [InlineData("--total is '1.5'; it must be above zero and have at most 0 digits", "--total", "1.5", "--currency", "JPY")]
    [InlineData("--total is '1,5'; give a decimal number with a dot", "--total", "1,5")]
    [InlineData("--total is missing", "--lang", "en")]
    [InlineData("--total is given twice", "--total", "1", "--total", "2")]
    [InlineData("--total needs a value", "--total")]
    [InlineData("--currency is 'ABC'", "--total", "1", "--currency", "ABC")]
    [InlineData("--terms is 'deferred:0'", "--total", "1", "--terms", "deferred:0")]
    [InlineData("--terms is 'mixed:100:5'", "--total", "1", "--terms", "mixed:100:5")]
    [InlineData("--terms is 'later'", "--total", "1", "--terms", "later")]
    [InlineData("--date is '21.11.2026'", "--total", "1", "--date", "21.11.2026")]
    [InlineData("--policy /no/such/file.json cannot be read", "--total", "1", "--policy", "/no/such/file.json")]
    [InlineData("--lang is 'de'", "--total", "1", "--lang", "de")]
    [InlineData("'--tota' is no option", "--tota", "1")]
    [InlineData("--policy is empty", "--total", "1", "--policy", "")]
    [InlineData("'--password' is no option", "--password=s3cret")]
    [InlineData("Argument 5 is no option", "s3cret")]
    [InlineData("Key holds a character that a header cannot carry", "--total", "1", "--key", "ключ", "--key-header", "X-Key")]
    [InlineData("--user needs its password", "--total", "1", "--user", "shop")]
    public async Task Wrong_usage_says_which_option_and_what_to_give(string message, params string[] arguments)
    {
        var run = await Check([.. arguments, "--json"]);

        run.ExitCode.Should().Be(64);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(message).And.Contain("Usage:").And.NotContain("s3cret");
    }

    [Theory]
    [InlineData("http://erp.example.com/ut/hs/balance")]
    [InlineData("ftp://erp.example.com/ut/hs/balance")]
    [InlineData("erp.example.com/ut")]
    public async Task An_address_that_is_not_https_is_wrong_usage(string url)
    {
        var run = await SampleProgram.RunAsync("OrderCheck", ["--base-url", url, "--counterparty", Customer.ToString(), "--total", "1"]);

        run.ExitCode.Should().Be(64, run.Output + run.Error);
        run.Output.Should().BeEmpty();
    }

    private Task<SampleRun> Check(params string[] arguments) =>
        SampleProgram.RunAsync(
            "OrderCheck",
            ["--base-url", _server.BaseUrl.ToString(), "--counterparty", Customer.ToString(), .. arguments],
            ("SETTLEMENTS_ONEC_KEY", null),
            ("SETTLEMENTS_ONEC_PASSWORD", null)
        );
}
