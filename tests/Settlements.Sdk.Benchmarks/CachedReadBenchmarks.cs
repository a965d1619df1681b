using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using NodaTime;
using Settlements.Balances;

namespace Settlements.Benchmarks;

/// <summary>
/// A cached reading whose figures are in memory, against a bare hit of the same kind of memory cache by the same key. The reading also tells the age of the figures, by the
/// clock.
/// </summary>
[MemoryDiagnoser]
public class CachedReadBenchmarks : IBalanceSource, IDisposable
{
    private static readonly CounterpartyId Customer = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");

    private readonly MemoryCache _bare = new(Options.Create(new MemoryCacheOptions { SizeLimit = 10_000 }));
    private BalanceReader _reader = null!;

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        var time = TimeProvider.System;
        var options = new BalanceReaderOptions { MemoryLifetime = Duration.FromHours(12), Lifetime = Duration.FromHours(12) };
        _reader = new BalanceReader(this, options, time);
        var reading = await _reader.GetAsync(Customer, Freshness.Cached);
        _bare.Set(
            Customer,
            reading.Balance,
            new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(12), Size = 1 }
        );
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _reader.Dispose();
        _bare.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public CounterpartyBalance? BareMemoryCache() => _bare.TryGetValue(Customer, out CounterpartyBalance? balance) ? balance : null;

    [Benchmark]
    public ValueTask<BalanceReading> BalanceReaderAsync() => _reader.GetAsync(Customer, Freshness.Cached);

    Task<CounterpartyBalance> IBalanceSource.GetBalanceAsync(CounterpartyId counterparty, CancellationToken cancellationToken) =>
        Task.FromResult(
            new CounterpartyBalance(counterparty, Currency.Rub, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()))
            {
                Debt = Money.Rub(125_000.50m),
            }
        );
}
