using BenchmarkDotNet.Attributes;
using NodaTime;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.Terms;

namespace Settlements.Benchmarks;

/// <summary>The pure decision: bytes on the allow path, and time over a growing list of open documents.</summary>
[MemoryDiagnoser]
public class CreditDecisionBenchmarks
{
    private static readonly LocalDate Today = new(2026, 11, 21);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 21, 9, 0);

    private readonly CreditPolicy _computed = new() { OverdueBasis = OverdueBasis.Computed };
    private CreditFacts _allowed = null!;
    private CreditFacts _blocked = null!;
    private CreditFacts _tenDocuments = null!;
    private CreditFacts _thousandDocuments = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _allowed = Facts(debt: 100_000m, documents: 0);
        _blocked = Facts(debt: 900_000m, documents: 0);
        _tenDocuments = Facts(debt: 100_000m, documents: 10);
        _thousandDocuments = Facts(debt: 100_000m, documents: 1_000);
    }

    [Benchmark(Baseline = true)]
    public CreditDecision Allow() => CreditPolicy.Default.Decide(_allowed);

    [Benchmark]
    public CreditDecision Block() => CreditPolicy.Default.Decide(_blocked);

    [Benchmark]
    public CreditDecision ComputedOverTenDocuments() => _computed.Decide(_tenDocuments);

    [Benchmark]
    public CreditDecision ComputedOverThousandDocuments() => _computed.Decide(_thousandDocuments);

    private static CreditFacts Facts(decimal debt, int documents)
    {
        var customer = CounterpartyId.Parse("0d8bb2a6-4c0f-4a53-9b55-8a1c7e6f1d20");
        var balance = new CounterpartyBalance(customer, Currency.Rub, Now)
        {
            Debt = Money.Rub(debt),
            Advance = Money.Rub(0m),
            Overdue = Money.Rub(0m),
            Limit = new CreditLimit(Money.Rub(500_000m)),
            Documents =
            [
                .. Enumerable
                    .Range(0, documents)
                    .Select(number => new OpenDocument { Outstanding = Money.Rub(100m), DueDate = Today.PlusDays(number % 30) }),
            ],
        };
        return new CreditFacts(new OrderToCheck("A-1001", customer, Money.Rub(1_000m), Today, PaymentTerms.Deferred(30)), Today)
        {
            Reading = new BalanceReading(balance, BalanceOrigin.Live, Now, Duration.Zero),
        };
    }
}
