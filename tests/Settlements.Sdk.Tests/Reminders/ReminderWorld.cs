using NodaTime;
using Settlements.Credit;
using Settlements.Reminders;
using Settlements.Testing;

namespace Settlements.Tests.Reminders;

/// <summary>A runner with everything around it in memory, at nine in the morning of 2026-11-21 in Moscow.</summary>
internal sealed class ReminderWorld
{
    public static readonly LocalDate Start = new(2026, 11, 21);

    public ReminderWorld() => Log = new InMemoryReminderLog(Time);

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero));

    public FakeReceivables Source { get; } = new();

    public RecordingChannel Channel { get; } = new();

    public InMemoryReminderLog Log { get; }

    public InMemoryCreditStatusStore Status { get; } = new();

    public ReminderOptions Options { get; } = new() { MaxParallel = 1 };

    public IReminderCustomers? Customers { get; set; }

    public static CounterpartyId Counterparty(int number) => new(new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));

    public static Receivable Owed(string id, int dueIn, decimal outstanding = 100m, int counterparty = 1) =>
        new()
        {
            Id = id,
            Counterparty = Counterparty(counterparty).ToString(),
            Due = Start.PlusDays(dueIn),
            Outstanding = Money.Rub(outstanding),
            Status = ReceivableStatus.AwaitingPayment,
        };

    public async Task<ReminderReport> RunAsync(bool ignorePauses = false, CancellationToken cancellationToken = default)
    {
        using var runner = Runner();
        return await runner.RunOnceAsync(ignorePauses, cancellationToken);
    }

    public ReminderRunner Runner() => new(Source, Log, Channel, Status, Options, Time, Customers);

    /// <summary>Runs, and says what was delivered by it: action, step and receivable of each message.</summary>
    public async Task<string> DeliveriesAsync()
    {
        Channel.Clear();
        await RunAsync();
        return string.Join("; ", Channel.Delivered.Select(message => $"{message.Action} {message.Key.Step} {message.Key.Receivable}"));
    }

    public void NextDay(int days = 1) => Time.Advance(TimeSpan.FromDays(days));

    public async Task<IReadOnlyList<CounterpartyId>> FlaggedAsync() =>
        [.. (await Status.ListFlagsAsync(null, 1000, default)).Select(flag => flag.Counterparty)];

    public async Task<IReadOnlyList<string>> OverdueAsync() =>
        [.. (await Status.ListOverdueAsync(null, null, 1000, default)).Entries.Select(entry => entry.Receivable)];

    public async Task<string> StateAsync(string receivable) =>
        string.Join(
            "; ",
            (await Log.ListAsync([receivable], default))
                .OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal)
                .ThenBy(entry => entry.Action)
                .Select(entry => $"{entry.Key.Step} {entry.Action} {entry.State}")
        );
}
