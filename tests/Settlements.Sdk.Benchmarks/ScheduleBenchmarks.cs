using BenchmarkDotNet.Attributes;
using NodaTime;
using Settlements.Terms;

namespace Settlements.Benchmarks;

/// <summary>Schedules per second and bytes for the terms that shops have, and for long ones.</summary>
[MemoryDiagnoser]
public class ScheduleBenchmarks
{
    private static readonly Money Total = Money.Rub(1_234_567.89m);
    private static readonly TermsDates Dates = TermsDates.OrderedOn(new LocalDate(2026, 4, 20));

    private readonly PaymentTerms _deferred = PaymentTerms.Deferred(30);
    private readonly PaymentTerms _mixed = PaymentTerms.Mixed(30m, 14);
    private readonly PaymentTerms _twelve = PaymentTerms.FromLines(
        Enumerable
            .Range(1, 11)
            .Select(month => new PaymentTermsLine(PaymentShare.PercentOfTotal(8.33m))
            {
                Due = DueRule.OnBaseDate.AddMonths(month).EndOfMonth(),
            })
            .Append(new PaymentTermsLine(PaymentShare.Remainder) { Due = DueRule.OnBaseDate.AddMonths(12).EndOfMonth() })
    );
    private readonly PaymentTerms _shrinking = PaymentTerms.FromLines(
        Enumerable
            .Range(1, 11)
            .Select(month => new PaymentTermsLine(PaymentShare.PercentOfRemainder(12.5m)) { Due = DueRule.OnBaseDate.AddMonths(month) })
            .Append(new PaymentTermsLine(PaymentShare.Remainder) { Due = DueRule.OnBaseDate.AddMonths(12) })
    );

    [Benchmark(Baseline = true)]
    public PaymentSchedule Deferred() => _deferred.Schedule(Total, Dates);

    [Benchmark]
    public PaymentSchedule Mixed() => _mixed.Schedule(Total, Dates);

    [Benchmark]
    public PaymentSchedule Twelve_lines() => _twelve.Schedule(Total, Dates);

    [Benchmark]
    public PaymentSchedule Twelve_lines_of_what_is_left() => _shrinking.Schedule(Total, Dates);

    [Benchmark]
    public Money Deferred_part_of_mixed() => _mixed.DeferredPart(Total);
}
