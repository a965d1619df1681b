using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements.BillManager;
using Settlements.Payers;
using Settlements.Payments;
using Settlements.Testing;

namespace Settlements.Benchmarks;

/// <summary>
/// 2,000 documents of 400 clients into an emulated panel of a process of its own: wall time against the floor calls × latency ÷ parallel, calls per document,
/// peak memory. Run by <c>dotnet run -c Release -- payment-export [documents clients latencyMilliseconds parallel]</c>; not a part of any check.
/// </summary>
internal static class PaymentExportFigures
{
    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var given = args.Select(arg => int.Parse(arg, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        var (documents, clients, latency, parallel) = given is [var d, var c, var l, var p] ? (d, c, l, p) : (2000, 400, 100, 8);
        var file = Path.GetTempFileName();
        var panel = PanelOf(clients);
        await File.WriteAllTextAsync(file, panel.ToJson());
        using var emulator = Start(file, latency);
        var endpoint = new Uri((await emulator.StandardOutput.ReadLineAsync())!);
        try
        {
            await MeasureAsync(panel, endpoint, documents, latency, parallel, output);
            return 0;
        }
        finally
        {
            emulator.StandardInput.Close();
            await emulator.WaitForExitAsync();
            File.Delete(file);
        }
    }

    private static async Task MeasureAsync(
        BillManagerPanel panel,
        Uri endpoint,
        int documents,
        int latency,
        int parallel,
        TextWriter output
    )
    {
        await using var services = Services(endpoint, parallel);
        var client = services.GetRequiredService<BillManagerClient>();
        var accounts = new InMemoryAccountDirectory();
        var store = new InMemoryPaymentExportStore(TimeProvider.System);
        var exporter = new PaymentExporter(client, store, accounts, new PaymentExportOptions { MaxParallelClients = parallel });
        var load = await new AccountLoader(client, accounts).RunOnceAsync();
        for (var i = 0; i < documents; i++)
            await store.EnqueueAsync(DocumentOf(panel, i), CancellationToken.None);

        var watch = Stopwatch.StartNew();
        var report = await exporter.RunOnceAsync();
        watch.Stop();

        var floor = TimeSpan.FromMilliseconds((double)report.Calls * latency / parallel);
        using var self = Process.GetCurrentProcess();
        var exported = report.Results.Count(result => result.State == PaymentExportState.Exported);
        Write(
            output,
            $"{exported} of {documents} documents of {panel.Accounts.Count} clients, {latency} ms a call, {parallel} clients at one time"
        );
        Write(output, $"accounts: {load.Loaded} in {load.Calls} calls");
        Write(output, $"calls: {report.Calls}, {report.CallsPerDocument:0.000} a document");
        Write(
            output,
            $"wall time: {watch.Elapsed.TotalSeconds:0.0} s; floor {floor.TotalSeconds:0.0} s; {watch.Elapsed / floor:0.000} of it"
        );
        Write(
            output,
            $"peak working set: {self.PeakWorkingSet64 / 1024 / 1024} MiB; allocated {GC.GetTotalAllocatedBytes() / 1024 / 1024} MiB"
        );
    }

    private static ServiceProvider Services(Uri endpoint, int parallel)
    {
        var services = new ServiceCollection();
        services
            .AddSettlements()
            .AddBillManager(options =>
            {
                options.Endpoint = endpoint;
                options.UserName = BillManagerPanel.AdministratorName;
                options.Password = BillManagerPanel.AdministratorPassword;
                options.Resilience.MaxConcurrentRequests = parallel;
            });
        return services.BuildServiceProvider();
    }

    private static void Write(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static BillManagerPanel PanelOf(int clients)
    {
        var panel = new BillManagerPanel();
        for (var i = 0; i < clients; i++)
        {
            var account = panel.AddAccount(string.Create(CultureInfo.InvariantCulture, $"Клиент {i}"));
            panel.AddPayer(account.Id, account.Name, TinOf(i), kpp: "770701001");
            panel.AddSubaccount(account.Id);
        }
        return panel;
    }

    private static string TinOf(int client) => string.Create(CultureInfo.InvariantCulture, $"77{client:00000000}");

    /// <summary>With a КПП in each, so that every payer's form has to be read too.</summary>
    private static PaymentDocument DocumentOf(BillManagerPanel panel, int place)
    {
        var accounts = panel.Subaccounts;
        var client = place % accounts.Count;
        var id = new Guid(place + 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        return new PaymentDocument
        {
            Id = id,
            Version = 1,
            Kind = (PaymentDocumentKind)(place % 3),
            Number = string.Create(CultureInfo.InvariantCulture, $"Д-{place}"),
            Date = new LocalDate(2026, 11, 20),
            Amount = Money.Rub(100m + place),
            OrganizationTin = panel.Companies[0].TaxId,
            Counterparty = new PaymentCounterparty
            {
                Id = new CounterpartyId(id),
                Kind = CounterpartyKind.Company,
                Tin = TinOf(client),
                Kpp = "770701001",
            },
            AccountId = accounts[client].Id.ToString(CultureInfo.InvariantCulture),
            Purpose = "Оплата",
        };
    }

    private static Process Start(string panel, int latency)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(PaymentExportFigures).Assembly.Location);
        foreach (
            var argument in new[] { "emulate-billmanager", "--panel", panel, "--latency", latency.ToString(CultureInfo.InvariantCulture) }
        )
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
