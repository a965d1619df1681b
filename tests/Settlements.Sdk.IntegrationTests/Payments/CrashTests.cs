using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Settlements.Payers;
using Settlements.Payments;
using Settlements.Testing;
using Xunit.Abstractions;

namespace Settlements.IntegrationTests.Payments;

/// <summary>The sample killed by signal in the middle of its work, again and again: in the end the panel has each document's payment, once.</summary>
public sealed class CrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Clients = 4;
    private const int DocumentsAKill = 6;

    /// <summary>Calls of one run over that many new documents, so that a kill falls anywhere from the login to the last reading.</summary>
    private const int CallsARun = 50;

    private static readonly HttpClient Http = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("payment-crash-").FullName;
    private readonly List<PaymentDocument> _documents = [];
    private Process _emulator = null!;
    private Uri _endpoint = null!;
    private BillManagerPanel _panel = null!;

    public async Task InitializeAsync()
    {
        _panel = new BillManagerPanel();
        for (var i = 0; i < Clients; i++)
            _panel.AddClient(string.Create(CultureInfo.InvariantCulture, $"Клиент {i}"), TinOf(i));
        var file = Path.Combine(_folder, "panel.json");
        await File.WriteAllTextAsync(file, _panel.ToJson());
        _emulator = PaymentExportProcess.Start(["emulate", "--panel", file, "--latency", "4"], redirectInput: true);
        _endpoint = new Uri((await _emulator.StandardOutput.ReadLineAsync())!);
    }

    public async Task DisposeAsync()
    {
        _emulator.StandardInput.Close();
        await _emulator.WaitForExitAsync();
        _emulator.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_at_any_moment_it_credits_each_document_once_in_the_end()
    {
        var seed = Setting("SETTLEMENTS_CRASH_SEED") ?? 20261121;
        var kills = Setting("SETTLEMENTS_CRASH_KILLS") ?? 20;
        var random = new Random(seed);
        output.WriteLine("seed {0}, {1} kills", seed, kills);

        var killed = 0;
        for (var i = 0; i < kills; i++)
        {
            await AddDocumentsAsync();
            killed += await RunAndKillAsync(random.Next(1, CallsARun), random.Next(0, 12)) ? 1 : 0;
        }
        var code = await RunToTheEndAsync();

        output.WriteLine("{0} of {1} runs were killed before they ended, {2} documents", killed, kills, _documents.Count);
        var because = string.Create(CultureInfo.InvariantCulture, $"the seed was {seed}");
        code.Should().Be(0, because);
        killed.Should().BeGreaterThan(kills / 2, "kills should fall into the work; " + because);
        var panel = BillManagerPanel.FromJson(await Http.GetStringAsync(new Uri(_endpoint, "/emulator/panel")));
        panel.Payments.Should().HaveCount(_documents.Count, because).And.OnlyContain(payment => payment.Status == 4, because);
        panel
            .Payments.Select(payment => Guid.Parse(payment.ExternalId))
            .Should()
            .BeEquivalentTo(_documents.Select(document => document.Id), because);
        foreach (var (subaccount, i) in panel.Subaccounts.Select((s, i) => (s, i)))
            subaccount.Balance.Should().Be(_documents.Where((_, at) => at % Clients == i).Sum(document => document.Amount.Amount), because);
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static string TinOf(int client) => string.Create(CultureInfo.InvariantCulture, $"77070838{90 + client}");

    private async Task AddDocumentsAsync()
    {
        for (var i = 0; i < DocumentsAKill; i++)
            _documents.Add(NewDocument(_documents.Count));
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "documents.json"),
            "[" + string.Join(",", _documents.Select(PaymentDocumentJson.Write)) + "]"
        );
    }

    private PaymentDocument NewDocument(int place)
    {
        var id = new Guid(place + 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        return new PaymentDocument
        {
            Id = id,
            Version = 1,
            Kind = (PaymentDocumentKind)(place % 3),
            Number = string.Create(CultureInfo.InvariantCulture, $"Д-{place}"),
            Date = new LocalDate(2026, 11, 20),
            // Many documents of one client with one amount: only the mark tells their payments apart.
            Amount = Money.Rub(100m + place % 3),
            OrganizationTin = _panel.Companies[0].TaxId,
            Counterparty = new PaymentCounterparty
            {
                Id = new CounterpartyId(id),
                Kind = CounterpartyKind.Company,
                Tin = TinOf(place % Clients),
            },
            AccountId = _panel.Subaccounts[place % Clients].Id.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <returns>False when the run ended before its time came.</returns>
    private async Task<bool> RunAndKillAsync(int afterCalls, int afterMilliseconds)
    {
        var before = await CallsAsync();
        using var process = StartExport();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        while (!ended.IsCompleted && await CallsAsync() - before < afterCalls) { }
        await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(afterMilliseconds), TimeProvider.System));
        var isKilled = !process.HasExited;
        process.Kill();
        await ended;
        return isKilled;
    }

    private async Task<int> RunToTheEndAsync()
    {
        var code = -1;
        for (var i = 0; i < 5 && code != 0; i++)
        {
            using var process = StartExport();
            var error = process.StandardError.ReadToEndAsync();
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            code = process.ExitCode;
            foreach (
                var line in said.Split('\n').Where(line => line.Length > 0 && !line.Contains("\"exported\"", StringComparison.Ordinal))
            )
                output.WriteLine(line);
            output.WriteLine(await error);
        }
        return code;
    }

    private Process StartExport() =>
        PaymentExportProcess.Start(
            [
                "--billmanager-url",
                _endpoint.ToString(),
                "--user",
                BillManagerPanel.AdministratorName,
                "--documents",
                Path.Combine(_folder, "documents.json"),
                "--state",
                Path.Combine(_folder, "state.db"),
                "--json",
            ],
            redirectInput: false
        );

    private async Task<int> CallsAsync()
    {
        using var counts = JsonDocument.Parse(await Http.GetStringAsync(new Uri(_endpoint, "/emulator/calls")));
        return counts.RootElement.EnumerateObject().Sum(function => function.Value.GetInt32());
    }
}
