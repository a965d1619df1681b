using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using Settlements.Balances;
using Settlements.OneC;
using Settlements.Terms;
using Settlements.Testing;

namespace Settlements.Tests.Balances;

public sealed class BalanceSyncTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 9, 0);

    private readonly ManualTimeProvider _time = new(Now.ToDateTimeOffset());
    private readonly InMemoryBalanceStore _store;
    private readonly InMemoryPaymentTermsStore _terms = new();
    private readonly ScriptedSource _source = new();

    public BalanceSyncTests() => _store = new InMemoryBalanceStore(_time);

    [Fact]
    public async Task Asks_for_everybody_whom_the_store_knows_page_by_page()
    {
        await KnowAsync(25);

        var report = await Sync(options => options.PageSize = 10).RunOnceAsync();

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    Asked = 25L,
                    Saved = 25L,
                    Newer = 0L,
                    Failed = 0L,
                    StoppedBy = (BalanceSyncFailure?)null,
                }
            );
        _source.Asked.Should().BeEquivalentTo(Enumerable.Range(1, 25).Select(Id));
        (await _store.FindAsync(Id(7), CancellationToken.None))!.Balance.Debt.Should().Be(Money.Rub(7m));
        (await _store.FindAsync(Id(7), CancellationToken.None))!.ReadAt.Should().Be(Now);
    }

    [Fact]
    public async Task Asks_for_the_others_that_the_host_names()
    {
        var report = await Sync(options => options.Others = _ => new[] { Id(1), Id(2) }.ToAsyncEnumerable()).RunOnceAsync();

        report.Saved.Should().Be(2);
    }

    [Fact]
    public async Task Never_asks_for_more_at_one_time_than_allowed()
    {
        _source.Gate = new TaskCompletionSource();
        var running = Sync(options => options.MaxConcurrency = 3).RunOnceAsync(Enumerable.Range(1, 20).Select(Id));
        await _source.ReachedAsync(3);
        _source.Gate.SetResult();

        await running;

        _source.Most.Should().Be(3);
    }

    [Fact]
    public async Task A_failure_keeps_what_the_store_has_and_the_others_go_on()
    {
        await KnowAsync(3);
        _source.Failures[Id(2)] = new OneCException(SettlementsError.NotFound, "no such counterparty", isTransient: false);

        var report = await Sync().RunOnceAsync();

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    Asked = 3L,
                    Saved = 2L,
                    Failed = 1L,
                    StoppedBy = (BalanceSyncFailure?)null,
                }
            );
        report
            .Failures.Should()
            .Equal(new BalanceSyncFailure(Id(2), SettlementsError.NotFound, "no such counterparty", IsTransient: false));
        (await _store.FindAsync(Id(2), CancellationToken.None))!.Balance.Debt.Should().Be(Money.Rub(-1m));
    }

    [Fact]
    public async Task A_silent_source_is_not_asked_for_everybody()
    {
        _source.Failure = new OneCException(SettlementsError.Timeout, "no answer", isTransient: true);

        var report = await Sync(options => (options.MaxConcurrency, options.StopAfterFailures) = (1, 5))
            .RunOnceAsync(Enumerable.Range(1, 1000).Select(Id));

        report.Should().BeEquivalentTo(new { Asked = 5L, Failed = 5L });
        report.StoppedBy!.Error.Should().Be(SettlementsError.Timeout);
    }

    [Fact]
    public async Task An_answer_in_between_shows_that_the_source_is_there()
    {
        foreach (var i in Enumerable.Range(1, 20).Where(i => i % 3 != 0))
            _source.Failures[Id(i)] = new OneCException(SettlementsError.Timeout, "no answer", isTransient: true);

        var report = await Sync(options => (options.MaxConcurrency, options.StopAfterFailures) = (1, 3))
            .RunOnceAsync(Enumerable.Range(1, 20).Select(Id));

        report
            .Should()
            .BeEquivalentTo(
                new
                {
                    Asked = 20L,
                    Saved = 6L,
                    StoppedBy = (BalanceSyncFailure?)null,
                }
            );
    }

    [Fact]
    public async Task Refused_credentials_stop_the_run_at_once()
    {
        _source.Failure = new OneCException(SettlementsError.NotAuthenticated, "wrong password", isTransient: false);

        var report = await Sync(options => options.MaxConcurrency = 1).RunOnceAsync(Enumerable.Range(1, 10).Select(Id));

        report.Should().BeEquivalentTo(new { Asked = 1L, StoppedBy = new { Error = SettlementsError.NotAuthenticated } });
    }

    [Fact]
    public async Task Figures_that_are_newer_by_then_stay()
    {
        await _store.SaveAsync(Stored(1, 5m, Now + Duration.FromMinutes(1)), CancellationToken.None);

        var report = await Sync().RunOnceAsync();

        report.Should().BeEquivalentTo(new { Saved = 0L, Newer = 1L });
        (await _store.FindAsync(Id(1), CancellationToken.None))!.Balance.Debt.Should().Be(Money.Rub(5m));
    }

    [Fact]
    public async Task Terms_are_saved_when_they_change()
    {
        _source.Terms = PaymentTerms.Deferred(30);

        var first = await Sync().RunOnceAsync([Id(1)]);
        var again = await Sync().RunOnceAsync([Id(1)]);
        _source.Terms = PaymentTerms.Deferred(45);
        var changed = await Sync().RunOnceAsync([Id(1)]);

        new[] { first.TermsChanged, again.TermsChanged, changed.TermsChanged }.Should().Equal(1, 0, 1);
        var kept = await _terms.FindAsync(PaymentTermsOwner.Of(Id(1)), CancellationToken.None);
        kept!.Versions.Single().Terms.Should().Be(PaymentTerms.Deferred(45));
    }

    [Fact]
    public async Task A_store_that_fails_and_a_cancellation_pass()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Sync().Invoking(sync => sync.RunOnceAsync([Id(1)], cancelled.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task The_background_service_runs_when_its_time_has_come_and_when_asked_to()
    {
        await KnowAsync(1);
        await using var provider = Services(builder =>
                builder.AddBalanceSync().RunInBackground(options => (options.Every, options.JitterPercent) = (TimeSpan.FromMinutes(30), 0))
            )
            .BuildServiceProvider();
        var service = provider.GetRequiredService<BalanceSyncService>();
        await service.StartAsync(CancellationToken.None);

        var asked = await service.TriggerAsync();
        await _time.WaitForTimerAsync(TimeSpan.FromMinutes(30));
        _time.Advance(TimeSpan.FromMinutes(30));
        await _source.ReachedAsync(2);
        await service.StopAsync(CancellationToken.None);

        asked.Saved.Should().Be(1);
        _source.Asked.Should().HaveCount(2);
    }

    [Fact]
    public void Wrong_options_name_themselves()
    {
        using var provider = Services(builder =>
                builder
                    .AddBalanceImport(options => options.MaxRejectedShare = -1)
                    .AddBalanceSync(options => options.MaxConcurrency = 0)
                    .RunInBackground(options => options.Every = TimeSpan.Zero)
            )
            .BuildServiceProvider();

        Fault<BalanceImporter>().Should().Contain("BalanceImportOptions.MaxRejectedShare is -1: use 0 to 1.");
        Fault<BalanceSync>().Should().Contain("BalanceSyncOptions.MaxConcurrency is 0: use 1 to 64.");
        FluentActions
            .Invoking(() => provider.GetRequiredService<IOptions<BalanceSyncScheduleOptions>>().Value)
            .Should()
            .Throw<OptionsValidationException>()
            .WithMessage("*Every is 00:00:00: use 1 minute to 1 day.*");

        string Fault<T>()
            where T : notnull =>
            FluentActions.Invoking(() => provider.GetRequiredService<T>()).Should().Throw<OptionsValidationException>().Which.Message;
    }

    private static CounterpartyId Id(int number) =>
        CounterpartyId.Parse(FormattableString.Invariant($"00000000-0000-4000-8000-{number:D12}"));

    private static StoredBalance Stored(int number, decimal debt, Instant readAt) =>
        new(new CounterpartyBalance(Id(number), Currency.Rub, readAt) { Debt = Money.Rub(debt) }, readAt);

    private ServiceCollection Services(Action<SettlementsBuilder> add)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time).AddSingleton<IBalanceStore>(_store).AddSingleton<IBalanceSource>(_source);
        add(services.AddSettlements());
        return services;
    }

    private BalanceSync Sync(Action<BalanceSyncOptions>? configure = null)
    {
        var options = new BalanceSyncOptions();
        configure?.Invoke(options);
        return new BalanceSync(_source, _store, options, _time, _terms);
    }

    private async Task KnowAsync(int count)
    {
        for (var i = 1; i <= count; i++)
            await _store.SaveAsync(Stored(i, -1m, Now - Duration.FromHours(1)), CancellationToken.None);
    }

    private sealed class ScriptedSource : IBalanceSource
    {
        private readonly Lock _lock = new();
        private readonly List<(int Count, TaskCompletionSource Reached)> _waits = [];
        private int _running;

        public ConcurrentQueue<CounterpartyId> Asked { get; } = [];

        public ConcurrentDictionary<CounterpartyId, Exception> Failures { get; } = [];

        public Exception? Failure { get; set; }

        public PaymentTerms? Terms { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public int Most { get; private set; }

        public Task ReachedAsync(int count)
        {
            lock (_lock)
            {
                var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waits.Add((count, reached));
                Announce();
                return reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
            }
        }

        public async Task<CounterpartyBalance> GetBalanceAsync(CounterpartyId counterparty, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_lock)
            {
                Asked.Enqueue(counterparty);
                Most = Math.Max(Most, ++_running);
                Announce();
            }

            if (Gate is { } gate)
                await gate.Task;
            lock (_lock)
                _running--;
            if ((Failure ?? Failures.GetValueOrDefault(counterparty)) is { } failure)
                throw failure;
            var number = int.Parse(counterparty.ToString()[^12..], null);
            return new CounterpartyBalance(counterparty, Currency.Rub, Now) { Debt = Money.Rub(number), Terms = Terms };
        }

        private void Announce()
        {
            foreach (var (count, reached) in _waits)
                if (Asked.Count >= count)
                    reached.TrySetResult();
        }
    }
}
