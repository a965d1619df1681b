using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Settlements.BillManager;
using Settlements.Diagnosis;
using Settlements.OneC;
using Settlements.Testing;

namespace Settlements.IntegrationTests.Diagnosis;

/// <summary>A shop's program with both emulated servers behind it, healthy unless a test makes it sick.</summary>
internal sealed class DoctorHost : IAsyncDisposable
{
    private ServiceProvider? _services;

    private DoctorHost(OneCEmulator oneC, BillManagerEmulator panel) => (OneC, Panel) = (oneC, panel);

    internal static CounterpartyId Romashka { get; } = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");

    internal OneCEmulator OneC { get; }

    internal BillManagerEmulator Panel { get; }

    internal TimeProvider Time { get; set; } = TimeProvider.System;

    internal Action<OneCOptions> OneCOptions { get; set; } = _ => { };

    internal Action<OneCBuilder> OneCBuilder { get; set; } = _ => { };

    internal Action<BillManagerOptions> PanelOptions { get; set; } = _ => { };

    internal Action<DoctorOptions> DoctorOptions { get; set; } = _ => { };

    internal bool HasExport { get; set; } = true;

    internal static async Task<DoctorHost> StartAsync(OneCEmulatorOptions? publication = null, BillManagerEmulatorOptions? panel = null)
    {
        var host = new DoctorHost(await OneCEmulator.StartAsync(publication), await BillManagerEmulator.StartAsync(panel));
        host.OneC.SetBalance(Romashka, Healthy());
        Fill(host.Panel.Panel);
        return host;
    }

    internal static EmulatedBalance Healthy() =>
        new()
        {
            Currency = "RUB",
            Debt = 125_000.5m,
            Advance = 0m,
            OverdueDebt = 25_000.5m,
            CreditLimit = 500_000m,
            CreditLimitEnforced = true,
            Blocked = false,
            LastPaymentDate = "2026-11-14T00:00:00",
            LastPaymentSum = 40_000m,
            UpdatedAt = InMoscow(Duration.FromMinutes(-3)),
            Documents =
            [
                new EmulatedDocument
                {
                    Id = "5a0c9f1e-6b27-4d38-8e49-1f2a3b4c5d6e",
                    Number = "УТ00-000417",
                    Date = "2026-10-12T10:15:00",
                    DueDate = "2026-11-11T00:00:00",
                    Amount = 65_000.5m,
                    Outstanding = 25_000.5m,
                    OrderId = "A-0944",
                },
            ],
            Payments =
            [
                new EmulatedPayment
                {
                    Id = "7c2eb03a-8d49-4f5a-8a6b-3b4c5d6e7f80",
                    Number = "101",
                    Date = "2026-11-14T00:00:00",
                    Sum = 40_000m,
                },
            ],
        };

    /// <summary>A moment near now as 1C's server in Moscow would write it.</summary>
    internal static string InMoscow(Duration ahead) =>
        LocalDateTimePattern.GeneralIso.Format(
            Instant
                .FromDateTimeOffset(TimeProvider.System.GetUtcNow())
                .Plus(ahead)
                .InZone(DateTimeZoneProviders.Tzdb["Europe/Moscow"])
                .LocalDateTime
        );

    internal void Change(Func<EmulatedBalance, EmulatedBalance> change) => OneC.UpdateBalance(Romashka, change);

    internal SettlementsDoctor Doctor() => Provider().GetRequiredService<SettlementsDoctor>();

    internal Task<DoctorReport> ExamineAsync(params CounterpartyId[] counterparties) =>
        Doctor().ExamineAsync(counterparties.Length == 0 ? [Romashka] : counterparties);

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await OneC.DisposeAsync();
        await Panel.DisposeAsync();
    }

    internal ServiceProvider Provider()
    {
        if (_services is not null)
            return _services;
        var services = new ServiceCollection();
        services.AddSingleton(Time);
        var settlements = services.AddSettlements().AddDoctor(DoctorOptions);
        var oneC = settlements.AddOneC(options =>
        {
            options.BaseUrl = OneC.BaseUrl;
            options.Resilience.MaxRetries = 0;
            OneCOptions(options);
        });
        OneCBuilder(oneC);
        settlements.AddBillManager(options =>
        {
            Panel.ConfigureClient(options);
            options.Resilience.MaxRetries = 0;
            PanelOptions(options);
        });
        if (HasExport)
            settlements.AddPaymentExport();
        return _services = services.BuildServiceProvider(validateScopes: true);
    }

    private static void Fill(BillManagerPanel panel)
    {
        var account = panel.AddClient("ООО Ромашка", "7707083893", accountingCode: "000123");
        var payer = panel.Payers[0].Id;
        var company = panel.Companies[0].Id;
        panel.AddPayment(id => new PanelPayment
        {
            Id = id,
            Number = "1",
            Status = 4,
            AccountId = account.AccountId,
            SubaccountId = account.Id,
            PayerId = payer,
            CompanyId = company,
            PaymentMethodId = panel.PaymentMethods[0].Id,
            CurrencyId = account.CurrencyId,
            Amount = 1000m,
            SubaccountAmount = 1000m,
            CreatedAt = new LocalDateTime(2026, 11, 20, 10, 0),
            PaidAt = new LocalDateTime(2026, 11, 20, 10, 5),
        });
        panel.AddInvoice(id => new PanelInvoice
        {
            Id = id,
            Number = "А-1",
            Date = new LocalDate(2026, 11, 20),
            CompanyId = company,
            PayerId = payer,
            CurrencyId = account.CurrencyId,
            Amount = 1000m,
        });
    }
}
