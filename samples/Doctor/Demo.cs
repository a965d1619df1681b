using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Settlements;
using Settlements.Diagnosis;
using Settlements.Testing;

namespace Doctor;

/// <summary>Both emulated servers over real HTTP on loopback ports, healthy or sick.</summary>
internal static class Demo
{
    private static readonly CounterpartyId Romashka = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");

    public static async Task<DoctorReport> ExamineAsync(bool isSick, CancellationToken cancellationToken)
    {
        var publication = new OneCEmulatorOptions
        {
            Key = "demo-key",
            UnknownCounterparty = isSick ? OneCFault.Status(200, """{"debt":0,"overdue_debt":0}""") : OneCFault.UnknownCounterparty(),
        };
        await using var oneC = await OneCEmulator.StartAsync(publication, cancellationToken);
        await using var panel = await BillManagerEmulator.StartAsync(cancellationToken: cancellationToken);
        oneC.SetBalance(Romashka, Balance());
        Fill(panel.Panel);
        if (isSick)
        {
            Sicken(oneC);
            Sicken(panel);
        }

        await using var provider = Services(oneC, panel, isSick);
        return await provider.GetRequiredService<SettlementsDoctor>().ExamineAsync([Romashka], cancellationToken);
    }

    private static ServiceProvider Services(OneCEmulator oneC, BillManagerEmulator panel, bool isSick)
    {
        var services = new ServiceCollection();
        var settlements = services.AddSettlements().AddDoctor();
        settlements.AddOneC(options =>
        {
            options.BaseUrl = oneC.BaseUrl;
            options.Key = "demo-key";
            options.Resilience.MaxConcurrentRequests = isSick ? 50 : 8;
        });
        settlements.AddBillManager(panel.ConfigureClient);
        settlements.AddPaymentExport();
        return services.BuildServiceProvider();
    }

    private static EmulatedBalance Balance() =>
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
                    Number = "УТ00-000101",
                    Date = "2026-11-14T00:00:00",
                    Sum = 40_000m,
                },
            ],
        };

    private static string InMoscow(Duration ahead) =>
        LocalDateTimePattern.GeneralIso.Format(
            Instant
                .FromDateTimeOffset(TimeProvider.System.GetUtcNow())
                .Plus(ahead)
                .InZone(DateTimeZoneProviders.Tzdb["Europe/Moscow"])
                .LocalDateTime
        );

    private static void Fill(BillManagerPanel panel)
    {
        var account = panel.AddClient("ООО «Ромашка»", "7707083893", accountingCode: "000000101");
        var (payer, company) = (panel.Payers[0].Id, panel.Companies[0].Id);
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
            Number = "А-000001",
            Date = new LocalDate(2026, 11, 20),
            CompanyId = company,
            PayerId = payer,
            CurrencyId = account.CurrencyId,
            Amount = 1000m,
        });
    }

    private static void Sicken(OneCEmulator oneC)
    {
        oneC.UpdateBalance(
            Romashka,
            balance =>
                (
                    balance with
                    {
                        OverdueDebt = null,
                        Advance = "",
                        CreditLimit = OneCValue.Null,
                        UpdatedAt = InMoscow(Duration.FromHours(3)),
                        Documents = [balance.Documents![0] with { DueDate = null, OrderId = OneCValue.Null }],
                    }
                ).With("overdue", 25_000.5m)
        );
        oneC.Faults.Always(OneCFault.Custom("sessions", (_, answer) => answer.WithHeader("Set-Cookie", "ibsession=6f0c; path=/demo")));
    }

    private static void Sicken(BillManagerEmulator panel)
    {
        panel.Panel.ChangeUser(
            BillManagerPanel.AdministratorName,
            user => user with { HiddenColumns = ["randomnumber"], ForbiddenFunctions = ["invoice"] }
        );
        panel.Panel.SaveFilter(
            BillManagerPanel.AdministratorName,
            "payment",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["status"] = "4" }
        );
        panel.Panel.ChangePaymentMethod(panel.Panel.PaymentMethods[0].Id, method => method with { IsActive = false });
        panel.Panel.AddPaymentMethod("Оплата банковской картой (старая)");
        panel.Panel.AddCompany("ООО «Опечатка»", "7701234567");
    }
}
