using BenchmarkDotNet.Attributes;
using Settlements.Payers;

namespace Settlements.Benchmarks;

/// <summary>One resolution among many payers of one client: found by tax number, by code, and as the last active.</summary>
[MemoryDiagnoser]
public class PayerBenchmarks
{
    private Payer[] _payers = [];
    private PayerQuery _byTin = null!;
    private PayerQuery _byCode = null!;
    private PayerQuery _last = null!;

    [Params(10, 1_000, 10_000)]
    public int Payers { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _payers = [.. Enumerable.Range(0, Payers).Select(APayer)];
        var middle = _payers[Payers / 2];
        _byTin = new PayerQuery
        {
            Kind = CounterpartyKind.Company,
            Tin = middle.Tin,
            Kpp = middle.Kpp,
        };
        _byCode = new PayerQuery { Kind = CounterpartyKind.Person, AccountingCode = middle.AccountingCode };
        _last = new PayerQuery
        {
            Kind = CounterpartyKind.Company,
            Tin = "7707083893",
            AccountingCode = "none",
        };
    }

    [Benchmark]
    public PayerResolution ByTin() => PayerResolver.Resolve(_byTin, _payers);

    [Benchmark]
    public PayerResolution ByAccountingCode() => PayerResolver.Resolve(_byCode, _payers);

    [Benchmark]
    public PayerResolution LastActive() => PayerResolver.Resolve(_last, _payers);

    private static Payer APayer(int i) =>
        new()
        {
            Id = $"{i}",
            Kind = CounterpartyKind.Company,
            IsActive = i % 7 != 6,
            Tin = $"77{i:00000000}",
            Kpp = "773601001",
            AccountingCode = $"{i:000000}",
            CreationOrder = i,
        };
}
