using System.Globalization;
using System.Text;
using NodaTime;
using Settlements.Credit;
using Settlements.Reminders;
using Settlements.Terms;
using Settlements.Testing;
using static Settlements.Reminders.ReminderActionKind;

namespace Settlements.Tests.Reminders;

/// <summary>A year of receivables that are paid, part-paid, cancelled, moved and opened again, with missed days and deliveries that fail.</summary>
internal sealed class ReminderYear : IReminderCustomers, IDisposable
{
    private static readonly LocalDate First = new(2026, 1, 1);
    private static readonly LocalDate Last = new(2026, 11, 30);

    private static readonly ReminderPlan Strict = new(
        [
            Step("working4", -4, ReminderUnit.WorkingDays, MailCustomer),
            Step("after2", 2, ReminderUnit.CalendarDays, ManagerTask, MailCustomer),
            Step("overdue1", 1, ReminderUnit.CalendarDays, SetCreditFlag, RecordOverdue),
            Step("working10", 10, ReminderUnit.WorkingDays, MailCustomer),
        ],
        ProductionCalendar.Russia,
        graceDays: 5,
        minimumAmounts: [Money.Rub(100m)]
    );

    private readonly int _count;
    private readonly int _seed;
    private readonly Random _random;
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 6, 0, 0, TimeSpan.Zero));
    private readonly FakeReceivables _source = new();
    private readonly RecordingChannel _channel = new();
    private readonly InMemoryCreditStatusStore _status = new();
    private readonly ReminderYearOracle _oracle;
    private readonly ReminderRunner _runner;
    private readonly Dictionary<string, LocalDate> _closed = new(StringComparer.Ordinal);
    private int _made;

    public ReminderYear(int count, int seed)
    {
        (_count, _seed, _random) = (count, seed, new Random(seed));
        _oracle = new ReminderYearOracle(PlanOf, Fails);
        var options = new ReminderOptions
        {
            Plans = new Dictionary<string, ReminderPlan>(StringComparer.Ordinal) { ["strict"] = Strict },
            FirstPause = TimeSpan.Zero,
            LongestPause = TimeSpan.Zero,
            StopAfterFailures = 1000,
        };
        _runner = new ReminderRunner(_source, new InMemoryReminderLog(_time), _channel, _status, options, _time, this);
        _channel.OnDeliver = (message, _) =>
            Fails(message.IdempotencyKey, message.Attempt) ? throw new IOException("by chance") : Task.CompletedTask;
    }

    public int Messages { get; private set; }

    public int Flags { get; private set; }

    public async Task LiveAsync()
    {
        for (var today = First; today <= Last; today = today.PlusDays(1))
        {
            Happen(today);
            if (_random.Next(6) > 0)
                await RunAsync(today);
            if (_random.Next(6) == 0)
                await RunAsync(today);
            _time.Advance(TimeSpan.FromDays(1));
        }
    }

    public void Dispose() => _runner.Dispose();

    public Task<IReadOnlyDictionary<string, ReminderCustomer>> ListAsync(
        IReadOnlyCollection<string> counterparties,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyDictionary<string, ReminderCustomer>>(
            counterparties.Where(IsStrict).ToDictionary(who => who, _ => new ReminderCustomer { Plan = "strict" }, StringComparer.Ordinal)
        );

    private async Task RunAsync(LocalDate today)
    {
        var because = $"seed {_seed}, {today}";
        _channel.Clear();
        var report = await _runner.RunOnceAsync();
        var expected = _oracle.Run(today, [.. _source.All]);

        report.Problems.Should().BeEmpty(because);
        var delivered = _channel
            .Delivered.Select(message => $"{message.IdempotencyKey} {message.Receivable.Outstanding}")
            .Order(StringComparer.Ordinal);
        delivered.Should().Equal(expected.Order(StringComparer.Ordinal), because);
        Messages += _channel.Delivered.Count;

        var flags = await _status.ListFlagsAsync(null, int.MaxValue, default);
        flags
            .Select(flag => flag.Counterparty.ToString())
            .Order(StringComparer.Ordinal)
            .Should()
            .Equal(_oracle.Flagged.Order(StringComparer.Ordinal), because);
        Flags = Math.Max(Flags, flags.Count);
        (await _status.ListOverdueAsync(null, null, int.MaxValue - 1, default))
            .Entries.Select(entry => $"{entry.Receivable} {entry.Due}")
            .Order(StringComparer.Ordinal)
            .Should()
            .Equal(_oracle.Overdue.Order(StringComparer.Ordinal), because);
    }

    private void Happen(LocalDate today)
    {
        foreach (var receivable in _source.All.ToList())
            Happen(receivable, today);
        var days = Period.DaysBetween(First, Last) + 1;
        var due = (int)((long)_count * (Period.DaysBetween(First, today) + 1) / days);
        for (; _made < due; _made++)
            _source.Add(AnyReceivable(today));
    }

    private void Happen(Receivable receivable, LocalDate today)
    {
        if (_closed.TryGetValue(receivable.Id, out var closed))
        {
            if (Period.DaysBetween(closed, today) > 12)
                _source.Remove(receivable.Id);
            else if (_random.Next(150) == 0 && _closed.Remove(receivable.Id))
                _source[receivable.Id] = receivable with { Status = ReceivableStatus.PartlyPaid, Outstanding = Money.Rub(300m) };
            return;
        }

        var late = Period.DaysBetween(receivable.Due, today);
        var changed = _random.Next(1000) switch
        {
            < 20 => receivable with { Due = Earliest(receivable.Due.PlusDays(_random.Next(-8, 15))) },
            < 45 => receivable with { Outstanding = receivable.Outstanding * 0.5m, Status = ReceivableStatus.PartlyPaid },
            < 50 => receivable with { Status = ReceivableStatus.Cancelled },
            < 70 => receivable with { Outstanding = Money.Rub(0m) },
            < 200 when late > 0 => receivable with { Status = ReceivableStatus.Paid },
            _ => receivable,
        };
        if (!changed.IsOpen)
            _closed[receivable.Id] = today;
        if (changed != receivable)
            _source[receivable.Id] = changed;
    }

    private Receivable AnyReceivable(LocalDate today) =>
        new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"A-{_made}"),
            Counterparty = ReminderWorld.Counterparty(_random.Next(Math.Max(2, _count / 4))).ToString(),
            Due = Earliest(today.PlusDays(_random.Next(-2, 15))),
            Outstanding = Money.Rub(_random.Next(50, 5000)),
            Status = ReceivableStatus.AwaitingPayment,
        };

    private static LocalDate Earliest(LocalDate due) => due < First ? First : due;

    private static bool IsStrict(string counterparty) => (counterparty[7] & 1) == 1;

    private static ReminderPlan PlanOf(string counterparty) => IsStrict(counterparty) ? Strict : ReminderPlan.Default;

    /// <summary>By chance, and the same whoever asks.</summary>
    private bool Fails(string idempotencyKey, int attempt)
    {
        var hash = (uint)_seed;
        foreach (var letter in Encoding.UTF8.GetBytes(idempotencyKey))
            hash = (hash ^ letter) * 16777619;
        return (hash ^ (uint)attempt) * 2654435761 >> 28 == 0;
    }

    private static ReminderStep Step(string name, int offset, ReminderUnit unit, params ReminderActionKind[] actions) =>
        new()
        {
            Name = name,
            OffsetDays = offset,
            Unit = unit,
            Actions = actions,
        };
}
