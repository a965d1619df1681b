using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements.BillManager;
using Settlements.Payers;
using Settlements.Payments;
using Settlements.Testing;

namespace Settlements.IntegrationTests.Payments;

/// <summary>An emulated panel with one client, an exporter, and a store that outlives the exporter as it does in a restarted program.</summary>
internal sealed class ExportBench : IAsyncDisposable
{
    public const string BuyerTin = "7707083893";

    private readonly List<IDisposable> _disposables = [];
    private int _documents;

    private ExportBench(BillManagerEmulator emulator, ManualTimeProvider time)
    {
        (Emulator, Time) = (emulator, time);
        Store = new InMemoryPaymentExportStore(time);
        Account = emulator.Panel.AddClient("ООО «Покупатель»", BuyerTin);
        Exporter = NewExporter();
    }

    public BillManagerEmulator Emulator { get; }

    public BillManagerPanel Panel => Emulator.Panel;

    public BillManagerFaultPlan Faults => Emulator.Faults;

    public ManualTimeProvider Time { get; }

    public InMemoryPaymentExportStore Store { get; private set; }

    public InMemoryAccountDirectory Accounts { get; } = new();

    public PaymentExportOptions Options { get; } = new();

    public PanelSubaccount Account { get; }

    public PaymentExporter Exporter { get; private set; }

    public string OrganizationTin => Panel.Companies[0].TaxId;

    public static async Task<ExportBench> StartAsync(Func<BillManagerEmulatorOptions, BillManagerEmulatorOptions>? configure = null)
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));
        var options = new BillManagerEmulatorOptions { TimeProvider = time };
        return new ExportBench(await BillManagerEmulator.StartAsync(configure?.Invoke(options) ?? options), time);
    }

    /// <summary>A new program over the same store: no session, nothing in memory.</summary>
    public void Restart() => Exporter = NewExporter();

    /// <summary>A new program whose state file is gone.</summary>
    public void LoseStore()
    {
        Store = new InMemoryPaymentExportStore(Time);
        Restart();
    }

    public Task<AccountLoadReport> LoadAccountsAsync() => new AccountLoader(NewClient(), Accounts, Time).RunOnceAsync();

    public PaymentDocument Document(decimal amount = 1000m, PanelSubaccount? account = null) =>
        new()
        {
            Id = NewId(),
            Version = 1,
            Kind = PaymentDocumentKind.IncomingPayment,
            Number = "ПП-" + _documents.ToString(CultureInfo.InvariantCulture),
            Date = new LocalDate(2026, 11, 20),
            Amount = Money.Rub(amount),
            OrganizationTin = OrganizationTin,
            Counterparty = new PaymentCounterparty
            {
                Id = new CounterpartyId(NewId()),
                Kind = CounterpartyKind.Company,
                Tin = BuyerTin,
            },
            AccountId = (account ?? Account).Id.ToString(CultureInfo.InvariantCulture),
            Purpose = "Оплата по счёту",
        };

    public async Task<PaymentDocument> EnqueueAsync(PaymentDocument? document = null)
    {
        var given = document ?? Document();
        await Store.EnqueueAsync(given, CancellationToken.None);
        return given;
    }

    public Task<ExportReport> RunAsync() => Exporter.RunOnceAsync(ignorePauses: true);

    public async Task<PaymentExportResult> ExportAsync(PaymentDocument document)
    {
        await EnqueueAsync(document);
        var report = await RunAsync();
        return report.Results.Single(result => result.DocumentId == document.Id);
    }

    public async Task<PaymentExportStatus> StatusAsync(PaymentDocument document) =>
        await Store.GetAsync(document.Id, CancellationToken.None);

    public IReadOnlyList<PanelPayment> CreditedFor(PaymentDocument document) =>
        [.. Panel.Payments.Where(payment => payment.Status == 4 && payment.ExternalId == document.Id.ToString("D"))];

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        _disposables.ForEach(disposable => disposable.Dispose());
    }

    private Guid NewId() => new(++_documents, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    private PaymentExporter NewExporter() => new(NewClient(), Store, Accounts, Options, Time);

    private BillManagerClient NewClient()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services
            .AddSettlements()
            .AddBillManager(options =>
            {
                Emulator.ConfigureClient(options);
                options.Resilience.RetryDelay = TimeSpan.Zero;
            });
        var provider = services.BuildServiceProvider();
        _disposables.Add(provider);
        return provider.GetRequiredService<BillManagerClient>();
    }
}
