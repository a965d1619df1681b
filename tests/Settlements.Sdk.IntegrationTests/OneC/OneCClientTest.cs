using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Settlements.Balances;
using Settlements.OneC;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>The 1C client against the emulated server over real sockets, both on one manual clock.</summary>
public abstract class OneCClientTest : IAsyncLifetime
{
    private readonly List<ServiceProvider> _providers = [];

    protected static CounterpartyId Romashka { get; } = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");

    protected static CounterpartyId Vasilek { get; } = CounterpartyId.Parse("0a94d6f5-1be0-4b2e-9c3f-5d6e7f809a1b");

    protected ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero));

    protected CapturedLog Log { get; } = new();

    protected OneCEmulator Server { get; private set; } = null!;

    protected virtual OneCEmulatorOptions Publication => new();

    public async Task InitializeAsync()
    {
        Server = await OneCEmulator.StartAsync(Publication with { TimeProvider = Clock });
        Server.SetBalance(
            Romashka,
            new EmulatedBalance
            {
                Currency = "RUB",
                Debt = 125000.50m,
                OverdueDebt = 0m,
            }
        );
        Server.SetBalance(Vasilek, new EmulatedBalance { Currency = "RUB", Debt = 7m });
    }

    public async Task DisposeAsync()
    {
        foreach (var provider in _providers)
            await provider.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>A client of a process of its own; repetitions follow at once unless the test says otherwise.</summary>
    protected OneCBalanceClient Client(Action<OneCOptions>? configure = null) =>
        Provider(configure).GetRequiredService<OneCBalanceClient>();

    protected ServiceProvider Provider(Action<OneCOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        Extend(
            services
                .AddSettlements()
                .AddOneC(options =>
                {
                    options.BaseUrl = Server.BaseUrl;
                    options.Resilience.RetryDelay = TimeSpan.Zero;
                    configure?.Invoke(options);
                })
        );
        var provider = services.BuildServiceProvider(validateScopes: true);
        _providers.Add(provider);
        return provider;
    }

    /// <summary>Adds what a test needs besides balances.</summary>
    protected virtual void Extend(OneCBuilder onec) { }

    protected static Task<CounterpartyBalance> AskAsync(OneCBalanceClient client, CancellationToken cancellationToken = default) =>
        client.GetBalanceAsync(Romashka, cancellationToken);

    /// <summary>The exception of a call that must fail.</summary>
    protected static async Task<OneCException> FailureAsync(Task call) =>
        (await FluentActions.Awaiting(() => call).Should().ThrowAsync<OneCException>()).Which;

    protected static Task<OneCException> FailureAsync(OneCBalanceClient client) => FailureAsync(AskAsync(client));
}
