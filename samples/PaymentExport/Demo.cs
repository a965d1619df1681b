using Microsoft.Extensions.DependencyInjection;
using Settlements;
using Settlements.BillManager;
using Settlements.Payments;
using Settlements.Testing;
using Spectre.Console;

namespace PaymentExport;

/// <summary>Documents of all three kinds into an emulated panel over real HTTP on a loopback port, with everything that may go wrong on the way.</summary>
internal sealed class Demo
{
    private readonly BillManagerEmulator _emulator;
    private readonly InMemoryPaymentExportStore _store = new(TimeProvider.System);
    private readonly InMemoryAccountDirectory _accounts = new();
    private readonly BillManagerClient _client;
    private readonly PaymentExporter _exporter;

    private Demo(BillManagerEmulator emulator, BillManagerClient client)
    {
        _emulator = emulator;
        _client = client;
        _exporter = new PaymentExporter(_client, _store, _accounts);
    }

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var emulator = await BillManagerEmulator.StartAsync(cancellationToken: cancellationToken);
        emulator.Panel.AddClient("ООО «Ромашка»", "7707083893");
        emulator.Panel.AddClient("ИП Петров", "500100732259", kind: 3);
        emulator.Panel.AddClient("Иванова А. А.", kind: 1, accountingCode: "000000103");
        await using var services = Services(emulator);
        return await new Demo(emulator, services.GetRequiredService<BillManagerClient>()).RunStoryAsync(cancellationToken);
    }

    private static ServiceProvider Services(BillManagerEmulator emulator)
    {
        var services = new ServiceCollection();
        services.AddSettlements().AddBillManager(emulator.ConfigureClient);
        return services.BuildServiceProvider();
    }

    private async Task<int> RunStoryAsync(CancellationToken cancellationToken)
    {
        AnsiConsole.WriteLine($"The emulated BILLmanager answers at {_emulator.Endpoint}.");
        var load = await new AccountLoader(_client, _accounts).RunOnceAsync(cancellationToken);
        AnsiConsole.WriteLine($"{load.Loaded} accounts were loaded from it.");

        var file = await DocumentFile.ReadAsync(Path.Combine(AppContext.BaseDirectory, "documents.json"), cancellationToken);
        var (documents, broken) = (file.Documents.Take(3).ToList(), file.Documents[3]);
        await ExportAsync("The first run", documents, cancellationToken);

        _emulator.Faults.On("payment.setpaid", BillManagerFault.ResetAfter());
        List<PaymentDocument> changed =
        [
            documents[0] with
            {
                Version = 2,
                Number = "ПКО-000018",
            },
            documents[1] with
            {
                Version = 2,
                IsDeleted = true,
            },
            documents[2] with
            {
                Version = 2,
                Amount = Money.Rub(999m),
            },
            broken,
        ];
        await ExportAsync(
            "One document got another number, one is marked for deletion, one has another amount; a new one loses its connection after the call to credit it",
            changed,
            cancellationToken
        );
        await ExportAsync("The next run looks before it sends", [broken], cancellationToken);
        return ShowPayments([.. documents, broken]);
    }

    private async Task ExportAsync(string title, IReadOnlyList<PaymentDocument> documents, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
            await _store.EnqueueAsync(document, cancellationToken);
        var report = await _exporter.RunOnceAsync(ignorePauses: true, cancellationToken);
        var numbers = documents.ToDictionary(document => document.Id);
        AnsiConsole.WriteLine();
        ResultTable.Show(
            title,
            report.Results.Select(result => Outcome.Of(result, numbers.GetValueOrDefault(result.DocumentId))),
            id => _emulator.Panel.Payers.FirstOrDefault(payer => payer.Id == id)?.Name
        );
        AnsiConsole.WriteLine($"{report.Calls} calls to the panel.");
    }

    /// <summary>The proof: each document has one credited payment, credited once.</summary>
    private int ShowPayments(IReadOnlyList<PaymentDocument> documents)
    {
        var table = new Table().Title("What stands in the panel").Border(TableBorder.Rounded);
        table.AddColumns("Document", "Credited payments", "Times credited");
        var isRight = _emulator.Panel.Payments.Count == documents.Count;
        foreach (var document in documents)
        {
            var payments = _emulator
                .Panel.Payments.Where(payment => payment.Status == 4 && payment.ExternalId == document.Id.ToString())
                .ToList();
            var times = payments.Sum(payment => _emulator.Panel.Creditings[payment.Id]);
            isRight &= payments.Count == 1 && times == 1;
            table.AddRow(Markup.Escape(document.Number), $"{payments.Count}", $"{times}");
        }

        AnsiConsole.WriteLine();
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(isRight ? "Each document has exactly one credited payment." : "Something is wrong: this must not happen.");
        return isRight ? ExitCode.Done : ExitCode.NeedsAttention;
    }
}
