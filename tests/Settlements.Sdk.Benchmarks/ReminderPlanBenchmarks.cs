using BenchmarkDotNet.Attributes;
using NodaTime;
using Settlements.Reminders;
using Settlements.Terms;

namespace Settlements.Benchmarks;

/// <summary>One business day of 100,000 open receivables, a third of which have reached a step; the log has what was sent before, action by action.</summary>
[MemoryDiagnoser]
public class ReminderPlanBenchmarks
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    private Receivable[] _receivables = [];
    private SentReminder[] _sent = [];
    private ReminderPlan _working = ReminderPlan.Default;

    [Params(100_000)]
    public int Receivables { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _receivables = [.. Enumerable.Range(0, Receivables).Select(AReceivable)];
        _sent = [.. _receivables.Where(receivable => receivable.Due <= Today.PlusDays(2)).SelectMany(Sent)];
        _working = new ReminderPlan(
            ReminderPlan.Default.Steps.Select(step => step with { Unit = ReminderUnit.WorkingDays }),
            ProductionCalendar.Russia
        );
    }

    [Benchmark(Baseline = true)]
    public ReminderPlanResult DefaultPlan() => ReminderPlanner.Plan(Today, _receivables, _sent, []);

    [Benchmark]
    public ReminderPlanResult WorkingDays() => ReminderPlanner.Plan(Today, _receivables, _sent, [], _working);

    private static Receivable AReceivable(int i) =>
        new()
        {
            Id = $"A-{i}",
            Counterparty = $"C-{i / 4}",
            Due = Today.PlusDays((i % 45) - 10),
            Outstanding = Money.Rub(100m + i),
            Status = ReceivableStatus.AwaitingPayment,
        };

    private static IEnumerable<SentReminder> Sent(Receivable receivable)
    {
        var days = Period.DaysBetween(receivable.Due, Today);
        foreach (var step in ReminderPlan.Default.Steps.Where(step => step.OffsetDays < days))
        {
            foreach (var action in step.Actions)
                yield return new SentReminder(new ReminderKey(receivable.Id, receivable.Due, step.Name), receivable.Due)
                {
                    Action = action,
                };
        }
    }
}
