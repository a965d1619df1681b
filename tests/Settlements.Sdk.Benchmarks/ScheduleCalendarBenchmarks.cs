using BenchmarkDotNet.Attributes;
using NodaTime;
using Settlements.Terms;

namespace Settlements.Benchmarks;

/// <summary>What working days cost: a roll over the longest holidays of the year, and terms counted in working days.</summary>
[MemoryDiagnoser]
public class ScheduleCalendarBenchmarks
{
    private static readonly Money Total = Money.Rub(1_234_567.89m);

    private readonly TermsDates _december = TermsDates.OrderedOn(new LocalDate(2025, 12, 2));
    private readonly PaymentTerms _rolled = PaymentTerms.Deferred(30).WithRoll(HolidayRoll.Following);
    private readonly PaymentTerms _tenDays = InWorkingDays(10);
    private readonly PaymentTerms _year = InWorkingDays(250);
    private readonly WorkingCalendar _own = WorkingCalendar.FromDays([new LocalDate(2026, 1, 1)]);

    [Benchmark(Baseline = true)]
    public PaymentSchedule Deferred_and_rolled_over_the_new_year() => _rolled.Schedule(Total, _december, ProductionCalendar.Russia);

    [Benchmark]
    public PaymentSchedule Ten_working_days() => _tenDays.Schedule(Total, _december, ProductionCalendar.Russia);

    [Benchmark]
    public PaymentSchedule Ten_working_days_of_a_calendar_of_lists() => _tenDays.Schedule(Total, _december, _own);

    [Benchmark]
    public PaymentSchedule A_year_of_working_days() => _year.Schedule(Total, _december, ProductionCalendar.Russia);

    private static PaymentTerms InWorkingDays(int days) =>
        PaymentTerms.FromLines(new PaymentTermsLine(PaymentShare.Remainder) { Due = DueRule.OnBaseDate.AddWorkingDays(days) });
}
