using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.Reminders;
using Settlements.Testing;

namespace Settlements.IntegrationTests.Stores;

/// <summary>Reminders wired as a host does it: documents, log, register and flags all from one database, and the order check that reads the flag.</summary>
public sealed class StoredReminderRunTests : IAsyncLifetime
{
    private static readonly CounterpartyId Company = new(Guid.Parse("5f2b0c1e-0000-4000-8000-000000000001"));
    private static readonly LocalDate Today = new(2026, 11, 22);

    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private readonly Outbox _outbox = new();
    private readonly StoreFile _file = new();
    private readonly List<ServiceProvider> _processes = [];

    public async Task InitializeAsync()
    {
        for (var process = 0; process < 2; process++)
        {
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(_time);
            services.AddSingleton<IReminderChannel>(_outbox);
            services.AddSingleton<IBalanceSource>(provider => new Kept(provider.GetRequiredService<IBalanceStore>()));
            services.AddSettlements().AddSqliteStores(_file.Path).AddOrderCheck().AddReminders().UseStoredReceivables();
            _processes.Add(services.BuildServiceProvider());
        }

        await SaveAsync(Document("late", Today.PlusDays(-1)), Document("soon", Today.PlusDays(3)), Document("later", Today.PlusDays(30)));
    }

    public async Task DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        _file.Remove();
    }

    [Fact]
    public async Task Two_processes_at_one_moment_send_each_message_once()
    {
        var reports = await Task.WhenAll(_processes.Select(process => Task.Run(() => RunAsync(process))));
        var again = await RunAsync(_processes[0]);

        _outbox.Sent.Select(message => $"{message.Action} {message.Receivable.Id}").Should().Equal($"MailCustomer {Company}/soon");
        reports.Sum(report => report.Count(ReminderActionKind.MailCustomer)).Should().Be(1);
        reports.Sum(report => report.Count(ReminderActionKind.RecordOverdue)).Should().Be(1);
        reports.SelectMany(report => report.Problems).Should().BeEmpty();
        again.Results.Should().BeEmpty();
    }

    [Fact]
    public async Task Who_is_late_gets_no_credit_in_any_process_until_he_has_paid()
    {
        (await VerdictAsync("A-1")).Should().Be(CreditVerdict.Allow);

        await RunAsync(_processes[0]);
        var flagged = await VerdictAsync("A-2");
        _time.Advance(TimeSpan.FromHours(1));
        await SaveAsync(Document("soon", Today.PlusDays(3)));
        await RunAsync(_processes[0]);

        flagged.Should().Be(CreditVerdict.Block);
        (await VerdictAsync("A-3")).Should().Be(CreditVerdict.Allow);
        var register = _processes[1].GetRequiredService<ICreditStatusStore>();
        (await register.ListOverdueAsync(null, null, 10, default)).Entries.Should().BeEmpty();
    }

    private static OpenDocument Document(string id, LocalDate due) =>
        new()
        {
            Id = id,
            DueDate = due,
            Amount = Money.Rub(100m),
            Outstanding = Money.Rub(100m),
        };

    private static Task<ReminderReport> RunAsync(ServiceProvider process) => process.GetRequiredService<ReminderRunner>().RunOnceAsync();

    private async Task<CreditVerdict> VerdictAsync(string order)
    {
        var check = _processes[1].GetRequiredService<OrderCheck>();
        return (await check.CheckAsync(new OrderToCheck(order, Company, Money.Rub(1m), Today))).Decision.Verdict;
    }

    private Task<bool> SaveAsync(params OpenDocument[] documents)
    {
        var now = Instant.FromDateTimeOffset(_time.GetUtcNow());
        var balance = new CounterpartyBalance(Company, Currency.Rub, now)
        {
            Debt = Money.Rub(100m * documents.Length),
            Advance = Money.Rub(0m),
            Overdue = Money.Rub(0m),
            Limit = new CreditLimit(Money.Rub(10_000m), IsEnforced: true),
            IsBlocked = false,
            Documents = documents,
        };
        return _processes[0].GetRequiredService<IBalanceStore>().SaveAsync(new StoredBalance(balance, now), default);
    }

    private sealed class Outbox : IReminderChannel
    {
        private readonly Lock _lock = new();
        private readonly List<ReminderMessage> _sent = [];

        public IReadOnlyList<ReminderMessage> Sent
        {
            get
            {
                lock (_lock)
                    return [.. _sent];
            }
        }

        public Task DeliverAsync(ReminderMessage message, CancellationToken cancellationToken)
        {
            lock (_lock)
                _sent.Add(message);
            return Task.CompletedTask;
        }
    }

    private sealed class Kept(IBalanceStore store) : IBalanceSource
    {
        public async Task<CounterpartyBalance> GetBalanceAsync(CounterpartyId counterparty, CancellationToken cancellationToken) =>
            (await store.FindAsync(counterparty, cancellationToken))!.Balance;
    }
}
