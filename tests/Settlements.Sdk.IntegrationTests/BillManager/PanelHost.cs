using Microsoft.Extensions.DependencyInjection;
using Settlements.BillManager;
using Settlements.Testing;

namespace Settlements.IntegrationTests.BillManager;

/// <summary>An emulated panel with a client as a host gets it.</summary>
internal sealed class PanelHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private PanelHost(BillManagerEmulator emulator, ManualTimeProvider time, Action<BillManagerOptions>? configure)
    {
        (Emulator, Time) = (emulator, time);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services
            .AddSettlements()
            .AddBillManager(options =>
            {
                emulator.ConfigureClient(options);
                options.Resilience.MaxRetries = 0;
                configure?.Invoke(options);
            });
        _services = services.BuildServiceProvider();
        Client = _services.GetRequiredService<BillManagerClient>();
        Account = emulator.Panel.AddClient("ООО Ромашка", "7707083893", accountingCode: "000123");
    }

    internal BillManagerEmulator Emulator { get; }

    /// <summary>The clock of both sides; 2026-01-01 at midnight in Moscow's 03:00.</summary>
    internal ManualTimeProvider Time { get; }

    internal BillManagerClient Client { get; }

    /// <summary>A client's account in roubles, with one payer.</summary>
    internal PanelSubaccount Account { get; }

    internal BillManagerNewPayment NewPayment =>
        new()
        {
            AccountId = Account.AccountId,
            ProviderId = Account.ProviderId,
            PayerId = Emulator.Panel.Payers[0].Id,
            PaymentMethodId = Emulator.Panel.PaymentMethods[0].Id,
            CurrencyId = Account.CurrencyId,
            Amount = Money.Rub(1000.5m),
            RandomNumber = BillManagerRandomNumber.For(Guid.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b"), 1),
        };

    internal static async Task<PanelHost> StartAsync(
        Func<BillManagerEmulatorOptions, BillManagerEmulatorOptions>? emulate = null,
        Action<BillManagerOptions>? configure = null
    )
    {
        var time = new ManualTimeProvider();
        var options = new BillManagerEmulatorOptions { TimeProvider = time };
        return new PanelHost(await BillManagerEmulator.StartAsync(emulate?.Invoke(options) ?? options), time, configure);
    }

    /// <summary>What a call fails with.</summary>
    internal async Task<BillManagerException> FailingAsync(Func<BillManagerClient, Task> call) =>
        (await FluentActions.Awaiting(() => call(Client)).Should().ThrowAsync<BillManagerException>()).Which;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
