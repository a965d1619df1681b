using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.Testing;

namespace Settlements.Benchmarks;

/// <summary>
/// One live order check over loopback against a bare <see cref="HttpClient"/> that gets the same bytes from the same emulated server and looks at none of them. The server runs in
/// this process and is part of every figure; allocations are those of client and server together.
/// </summary>
[MemoryDiagnoser]
[MedianColumn]
public class LiveCheckBenchmarks
{
    private static readonly CounterpartyId Customer = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
    private static readonly HttpClient Bare = new();
    private static readonly LocalDate Today = new(2026, 11, 21);

    private readonly OrderToCheck _order = new("A-1001", Customer, Money.Rub(12_500m), Today);
    private OneCEmulator _server = null!;
    private ServiceProvider _services = null!;
    private IBalanceSource _source = null!;
    private OrderCheck _check = null!;
    private Uri _address = null!;
    private int _calls;

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        _server = await OneCEmulator.StartAsync();
        _server.SetBalance(Customer, Balance());
        _address = new Uri($"{_server.BaseUrl}/get?counterparty_id={Customer}");
        var services = new ServiceCollection();
        services.AddSettlements().AddOrderCheck().AddOneC(options => options.BaseUrl = _server.BaseUrl);
        _services = services.BuildServiceProvider();
        _source = _services.GetRequiredService<IBalanceSource>();
        _check = _services.GetRequiredService<OrderCheck>();
        if ((await CheckAsync()).Decision.Verdict != CreditVerdict.Allow)
            throw new InvalidOperationException("The order must be allowed, so that its hold is placed too.");
    }

    [GlobalCleanup]
    public async Task CleanAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public Task<byte[]> BareHttpClientAsync()
    {
        ForgetRequests();
        return Bare.GetByteArrayAsync(_address);
    }

    [Benchmark]
    public Task<CounterpartyBalance> BalanceClientAsync()
    {
        ForgetRequests();
        return _source.GetBalanceAsync(Customer, CancellationToken.None);
    }

    [Benchmark]
    public Task<OrderCheckResult> CheckAsync()
    {
        ForgetRequests();
        return _check.CheckAsync(_order);
    }

    // The server's log would grow with every call.
    private void ForgetRequests()
    {
        if (++_calls % 1024 == 0)
            _server.Requests.Clear();
    }

    private static EmulatedBalance Balance() =>
        new()
        {
            Currency = "RUB",
            Debt = 125_000.50m,
            OverdueDebt = 0m,
            Advance = 0m,
            CreditLimit = 500_000m,
            CreditLimitEnforced = true,
            Blocked = false,
            UpdatedAt = Today,
            Documents =
            [
                .. Enumerable
                    .Range(1, 14)
                    .Select(number => new EmulatedDocument
                    {
                        Id = new Guid(number, 0, 0, new byte[8]),
                        Number = $"УТ-{number:000000}",
                        Date = Today.PlusDays(-number),
                        DueDate = Today.PlusDays(30 - number),
                        Amount = 10_000m + number,
                        Outstanding = 5_000m + number,
                    }),
            ],
        };
}
