using System.Globalization;
using System.Text.Json;
using Settlements.IntegrationTests.Samples;
using Settlements.Payments;
using Settlements.Testing;

namespace Settlements.IntegrationTests.Payments;

/// <summary>The sample as a user runs it: arguments, output and exit code.</summary>
public sealed class PaymentExportSampleTests : IAsyncLifetime
{
    private const string Password = "SETTLEMENTS_BILLMANAGER_PASSWORD";

    private readonly string _folder = Directory.CreateTempSubdirectory("payment-export-").FullName;
    private ExportBench _bench = null!;

    private string StatePath => Path.Combine(_folder, "state.db");

    public async Task InitializeAsync() => _bench = await ExportBench.StartAsync();

    public async Task DisposeAsync()
    {
        await _bench.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Shows_its_story_without_arguments()
    {
        var run = await SampleProgram.RunAsync("PaymentExport", []);

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        run.Error.Should().BeEmpty();
        run.Output.Should().ContainAll("exported", "waiting", "needsAttention", "creditedWithdrawn", "creditedChanged");
        run.Output.Should().Contain("Each document has exactly one credited payment.");
    }

    [Fact]
    public async Task Plans_without_sending_and_then_exports()
    {
        var document = _bench.Document();

        var planned = await RunAsync([document], "--json", "--dry-run");
        var line = Lines(planned).Single();
        planned.ExitCode.Should().Be(0, planned.Error);
        line.GetProperty("state").GetString().Should().Be("planned");
        line.GetProperty("payer").GetString().Should().NotBeNull();
        line.GetProperty("payment").ValueKind.Should().Be(JsonValueKind.Null);
        line.GetProperty("error").ValueKind.Should().Be(JsonValueKind.Null);
        _bench.Panel.Payments.Should().BeEmpty();
        File.Exists(StatePath).Should().BeFalse();

        var exported = await RunAsync([document], "--json", "--once");
        line = Lines(exported).Single();
        exported.ExitCode.Should().Be(0, exported.Error);
        line.EnumerateObject()
            .Select(property => property.Name)
            .Should()
            .Equal("document", "state", "payment", "payer", "matchedBy", "error");
        line.GetProperty("document").GetString().Should().Be(document.Id.ToString());
        line.GetProperty("state").GetString().Should().Be("exported");
        line.GetProperty("matchedBy").GetString().Should().Be("tin");
        line.GetProperty("payment").GetString().Should().Be(_bench.Panel.Payments.Single().Id.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Exports_nothing_a_second_time()
    {
        var document = _bench.Document();
        await RunAsync([document], "--json");

        var again = await RunAsync([document], "--json");

        again.ExitCode.Should().Be(0, again.Error);
        Lines(again).Single().GetProperty("state").GetString().Should().Be("exported");
        _bench.Panel.Creditings.Values.Should().Equal(1);
    }

    [Fact]
    public async Task Reports_a_bad_row_with_its_place_and_exports_the_others()
    {
        var (first, second) = (_bench.Document(), _bench.Document(5m));
        var file = $"[{PaymentDocumentJson.Write(first)}, {{ \"id\": 1 }}, {PaymentDocumentJson.Write(second)}]";

        var run = await RunFileAsync(file, "--json");

        run.ExitCode.Should().Be(20);
        var lines = Lines(run);
        lines.Count(line => line.GetProperty("state").GetString() == "exported").Should().Be(2);
        var bad = lines.Single(line => line.GetProperty("document").ValueKind == JsonValueKind.Null);
        bad.GetProperty("row").GetInt32().Should().Be(2);
        bad.GetProperty("state").GetString().Should().Be("failed");
        bad.GetProperty("error").GetProperty("kind").GetString().Should().Be("badDocument");
    }

    [Fact]
    public async Task Says_waiting_when_the_panel_is_down_and_exports_at_the_next_run()
    {
        var document = _bench.Document();
        _bench.Faults.On("payment.setpaid", BillManagerFault.ResetAfter());

        var run = await RunAsync([document], "--json");
        run.ExitCode.Should().Be(10, run.Error);
        Lines(run).Single().GetProperty("state").GetString().Should().Be("waiting");

        (await RunAsync([document], "--json")).ExitCode.Should().Be(0);
        _bench.Panel.Creditings.Values.Should().Equal(1);
    }

    [Theory]
    [InlineData("--user", "a")]
    [InlineData("--unknown")]
    [InlineData("--billmanager-url", "http://example.test/billmgr", "--user", "a", "--documents", "d.json", "--state", "s.db")]
    [InlineData("--billmanager-url", "ftp://localhost", "--user", "a", "--documents", "d.json", "--state", "s.db")]
    [InlineData("--billmanager-url", "https://localhost", "--user", "a", "--documents", "no-such-file.json", "--state", "s.db")]
    [InlineData("--billmanager-url", "https://localhost", "--user", "a", "--documents", "d.json", "--state", "s.db", "--every", "soon")]
    [InlineData("--billmanager-url", "https://localhost", "--user", "a", "--documents", "d.json", "--state", "s.db", "--every", "50d")]
    [InlineData(
        "--billmanager-url",
        "https://localhost",
        "--user",
        "a",
        "--documents",
        "d.json",
        "--state",
        "s.db",
        "--every",
        "1h",
        "--once"
    )]
    public async Task Says_what_is_wrong_with_the_arguments(params string[] arguments)
    {
        var run = await SampleProgram.RunAsync("PaymentExport", arguments, (Password, "secret-word"));

        run.ExitCode.Should().Be(64);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("Usage:").And.NotContain("secret-word");
    }

    [Fact]
    public async Task Wants_the_password_in_the_environment()
    {
        var run = await SampleProgram.RunAsync(
            "PaymentExport",
            ["--billmanager-url", "https://localhost", "--user", "a", "--documents", "d.json", "--state", StatePath],
            (Password, null)
        );

        run.ExitCode.Should().Be(64);
        run.Error.Should().Contain(Password);
    }

    private Task<SampleRun> RunAsync(IEnumerable<PaymentDocument> documents, params string[] more) =>
        RunFileAsync("[" + string.Join(",", documents.Select(PaymentDocumentJson.Write)) + "]", more);

    private async Task<SampleRun> RunFileAsync(string json, params string[] more)
    {
        var file = Path.Combine(_folder, "documents.json");
        await File.WriteAllTextAsync(file, json);
        return await SampleProgram.RunAsync(
            "PaymentExport",
            [
                "--billmanager-url",
                _bench.Emulator.Endpoint.ToString(),
                "--user",
                BillManagerPanel.AdministratorName,
                "--documents",
                file,
                "--state",
                StatePath,
                .. more,
            ],
            (Password, BillManagerPanel.AdministratorPassword)
        );
    }

    private static List<JsonElement> Lines(SampleRun run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
