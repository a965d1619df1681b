namespace Settlements.IntegrationTests.Samples;

public sealed class BalanceImportSampleTests : IDisposable
{
    private const string Customer = "0d8bb2a6-4c0f-4a53-9b55-8a1c7e6f1d20";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("balance-import-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Shows_a_morning_of_files_without_arguments()
    {
        var run = await SampleProgram.RunAsync("BalanceImport", []);

        run.ExitCode.Should().Be(0, run.Error + run.Output);
        run.Error.Should().BeEmpty();
        run.Output.Should().ContainAll("3 added", "1 cleared", "1 rows rejected", "REFUSED (FileUnusable)", "owes 20000.00 RUB");
    }

    [Fact]
    public async Task Imports_what_has_arrived_and_remembers_it_in_the_state_file()
    {
        Put("balances-20261120T060000Z.csv", $"counterparty_id;debt\n{Customer};100\n");
        Put("documents-20261120T060000Z.csv", $"counterparty_id;outstanding\n{Customer};100\n");
        Put("balances-20261120T070000Z.csv.part", "counterparty_id;debt\n");
        Put("notes.txt", "not for us");

        var first = await RunAsync();
        Put("balances-20261120T050000Z.csv", $"counterparty_id;debt\n{Customer};1\n");
        Put("delta-20261120T080000Z.ndjson", $"{{\"counterparty_id\":\"{Customer}\",\"debt\":50}}\n{{\"debt\":1}}\n");
        var second = await RunAsync();

        first.ExitCode.Should().Be(0, first.Error + first.Output);
        first.Output.Should().Contain("1 added");
        second.ExitCode.Should().Be(20, second.Error + second.Output);
        second.Output.Should().ContainAll("OlderThanLast", "1 changed", "1 rows rejected");
        Names("done")
            .Should()
            .BeEquivalentTo(
                "balances-20261120T060000Z.csv",
                "documents-20261120T060000Z.csv",
                "report-20261120T060000Z.txt",
                "delta-20261120T080000Z.ndjson",
                "rejects-20261120T080000Z.ndjson",
                "report-20261120T080000Z.txt"
            );
        Names("failed").Should().BeEquivalentTo("balances-20261120T050000Z.csv", "report-20261120T050000Z.txt");
        Names("").Should().Contain(["balances-20261120T070000Z.csv.part", "notes.txt"]);
        (await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "done", "rejects-20261120T080000Z.ndjson")))
            .Should()
            .Contain("\"row\":\"{\\\"debt\\\":1}\"");
    }

    [Theory]
    [InlineData("--folder", "/no/such/folder")]
    [InlineData("--folder")]
    [InlineData("--once")]
    [InlineData("--unknown")]
    [InlineData("--help")]
    public async Task Explains_wrong_usage(params string[] arguments)
    {
        var run = await SampleProgram.RunAsync("BalanceImport", arguments);

        run.ExitCode.Should().Be(64);
        run.Error.Should().Contain("Usage:");
    }

    private Task<SampleRun> RunAsync() =>
        SampleProgram.RunAsync(
            "BalanceImport",
            ["--folder", _folder.FullName, "--state", Path.Combine(_folder.FullName, "state.db"), "--once", "--settle", "0"]
        );

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private IEnumerable<string> Names(string folder) =>
        new DirectoryInfo(Path.Combine(_folder.FullName, folder)).EnumerateFiles().Select(file => file.Name);
}
