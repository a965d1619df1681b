using NodaTime;
using Settlements.Balances;
using Settlements.Tests.Credit;
using static Settlements.Tests.Balances.ReaderCase;

namespace Settlements.Tests.Balances;

public sealed class BalanceReaderTests : IDisposable
{
    private readonly ReaderCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public async Task A_page_asks_the_source_once_and_then_reads_from_memory_until_it_is_a_minute_old()
    {
        var reader = _case.Reader(cached: false);
        _case.Owes(100m);

        var first = await reader.GetAsync(Customer, Freshness.Cached);
        _case.Owes(200m);
        _case.Advance(59.9);
        var second = await reader.GetAsync(Customer, Freshness.Cached);
        _case.Advance(0.1);
        var third = await reader.GetAsync(Customer, Freshness.Cached);

        first.Should().Be(new BalanceReading(first.Balance, BalanceOrigin.Live, Start, Duration.Zero));
        second.Should().Be(new BalanceReading(first.Balance, BalanceOrigin.Cache, Start, Duration.FromSeconds(59.9)));
        third.Balance.Debt.Should().Be(Money.Rub(200m));
        _case.Source.Calls.Should().Be(2);
        _case
            .Measured.Should()
            .Equal(
                "settlements.balance.reads settlements.balance.origin=live",
                "settlements.balance.reads settlements.balance.origin=cache",
                "settlements.balance.reads settlements.balance.origin=live"
            );
    }

    [Fact]
    public async Task A_reading_from_memory_is_complete_at_once()
    {
        var reader = _case.Reader();
        _case.Owes(100m);
        await reader.GetAsync(Customer, Freshness.Cached);

        reader.GetAsync(Customer, Freshness.Cached).AsTask().IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task A_second_process_needs_no_call_to_the_source()
    {
        _case.Owes(100m);
        await _case.Reader().GetAsync(Customer, Freshness.Cached);
        _case.Advance(90);

        var reading = await _case.Reader().GetAsync(Customer, Freshness.Cached);

        reading.Should().Match<BalanceReading>(r => r.Origin == BalanceOrigin.Cache && r.ReadAt == Start);
        reading.Age.Should().Be(Duration.FromSeconds(90));
        _case.Source.Calls.Should().Be(1);
    }

    [Fact]
    public async Task No_cache_makes_figures_younger_or_lets_them_live_beyond_the_whole()
    {
        _case.Owes(100m);
        await _case.Reader().GetAsync(Customer, Freshness.Cached);
        _case.Cache.Until(Key(Customer)).Should().Be((Start + Duration.FromMinutes(10)).ToDateTimeOffset());
        var late = _case.Reader();

        _case.Advance(570);
        (await late.GetAsync(Customer, Freshness.Cached)).Age.Should().Be(Duration.FromSeconds(570));
        _case.Advance(29.9);
        (await late.GetAsync(Customer, Freshness.Cached)).Age.Should().Be(Duration.FromSeconds(599.9));
        _case.Owes(200m);
        _case.Advance(0.1);

        (await late.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(200m));
    }

    [Fact]
    public async Task A_cache_that_keeps_things_for_longer_than_asked_does_not_make_them_count_for_longer()
    {
        _case.Cache.Plant(Key(Customer), BalancePayloadWriter.Write(new StoredBalance(Balance(1m), Start)));
        _case.Owes(200m);
        _case.Advance(600);

        (await _case.Reader().GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(200m));
    }

    [Fact]
    public async Task Figures_of_a_clock_that_is_far_ahead_are_not_believed_and_do_not_stay()
    {
        _case.Cache.Plant(Key(Customer), BalancePayloadWriter.Write(new StoredBalance(Balance(1m), Start + Duration.FromMinutes(11))));
        _case.Owes(200m);

        (await _case.Reader().GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(200m));
        (await _case.Reader().GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(200m));
        _case.Source.Calls.Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_thousand_pages_at_one_moment_are_one_call_to_the_source(bool cached)
    {
        var reader = _case.Reader(cached);
        var looking = new TaskCompletionSource();
        _case.Cache.Before = step => step.StartsWith("get", StringComparison.Ordinal) ? looking.Task : Task.CompletedTask;

        var readings = Enumerable
            .Range(0, 1_000)
            .Select(_ => Task.Run(() => reader.GetAsync(Customer, Freshness.Cached).AsTask()))
            .ToList();
        looking.SetResult();
        (await _case.Source.NextCallAsync()).SetResult(Balance(100m));

        (await Task.WhenAll(readings)).Should().OnlyContain(reading => reading.Balance.Debt == Money.Rub(100m));
        _case.Source.Calls.Should().Be(1);
        readings.Count(reading => reading.IsCompletedSuccessfully).Should().Be(1_000);
    }

    [Fact]
    public async Task Who_joins_somebody_elses_call_is_not_told_that_it_was_live()
    {
        var reader = _case.Reader();
        var first = reader.GetAsync(Customer, Freshness.Cached).AsTask();
        var call = await _case.Source.NextCallAsync();
        _case.Advance(1);
        var second = reader.GetAsync(Customer, Freshness.Cached).AsTask();

        call.SetResult(Balance(100m));

        (await first).Origin.Should().Be(BalanceOrigin.Live);
        (await second).Origin.Should().Be(BalanceOrigin.Cache);
        (await second).ReadAt.Should().Be(Start);
    }

    [Fact]
    public async Task A_failure_is_told_to_those_who_waited_for_it_and_never_kept()
    {
        var reader = _case.Reader();
        _case.IsSilent();
        await FluentActions
            .Awaiting(() => reader.GetAsync(Customer, Freshness.Cached).AsTask())
            .Should()
            .ThrowAsync<SilentSourceException>();

        _case.Owes(100m);

        (await reader.GetAsync(Customer, Freshness.Cached)).Origin.Should().Be(BalanceOrigin.Live);
        _case.Source.Calls.Should().Be(2);
    }

    [Fact]
    public async Task A_defect_of_the_source_passes_through_and_shows_no_snapshot()
    {
        await _case.Store.SaveAsync(new StoredBalance(Balance(1m), Start), default);
        _case.Source.Answer = _ => throw new NotSupportedException();
        var reader = _case.Reader(stored: true);

        await FluentActions
            .Awaiting(() => reader.GetAsync(Customer, Freshness.Cached).AsTask())
            .Should()
            .ThrowAsync<NotSupportedException>();
    }

    [Fact]
    public async Task A_source_that_answers_for_somebody_else_is_not_kept_under_the_wrong_name()
    {
        var reader = _case.Reader();
        _case.Source.Answer = _ => Balance(1m, counterparty: Other);

        await FluentActions
            .Awaiting(() => reader.GetAsync(Customer, Freshness.Cached).AsTask())
            .Should()
            .ThrowAsync<InvalidOperationException>();

        _case.Cache.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task A_live_reading_asks_the_source_and_brings_what_it_says_to_the_pages()
    {
        var (here, there) = (_case.Reader(), _case.Reader());
        _case.Owes(100m);
        await here.GetAsync(Customer, Freshness.Cached);
        _case.Advance(5);
        _case.Owes(200m);

        var live = await here.GetAsync(Customer, Freshness.Live);

        live.Origin.Should().Be(BalanceOrigin.Live);
        live.ReadAt.Should().Be(Start + Duration.FromSeconds(5));
        (await here.GetAsync(Customer, Freshness.Cached)).Balance.Should().Be(live.Balance);
        (await there.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(200m));
        _case.Source.Calls.Should().Be(2);
    }

    [Fact]
    public async Task A_live_reading_never_takes_what_is_kept_anywhere()
    {
        var reader = _case.Reader(stored: true);
        _case.Owes(100m);
        await reader.GetAsync(Customer, Freshness.Cached);
        _case.IsSilent();

        await FluentActions.Awaiting(() => reader.GetAsync(Customer, Freshness.Live).AsTask()).Should().ThrowAsync<SilentSourceException>();
    }

    [Fact]
    public async Task A_live_reading_never_takes_the_answer_to_a_pages_question_that_is_older_than_its_own()
    {
        var reader = _case.Reader();
        var page = reader.GetAsync(Customer, Freshness.Cached).AsTask();
        var begun = await _case.Source.NextCallAsync();
        var live = reader.GetAsync(Customer, Freshness.Live).AsTask();

        begun.SetResult(Balance(1m));
        (await page).Balance.Debt.Should().Be(Money.Rub(1m));
        live.IsCompleted.Should().BeFalse();
        (await _case.Source.NextCallAsync()).SetResult(Balance(2m));

        (await live).Balance.Debt.Should().Be(Money.Rub(2m));
    }

    [Fact]
    public async Task A_page_takes_the_answer_of_a_live_reading_that_is_under_way()
    {
        var reader = _case.Reader(cached: false);
        var live = reader.GetAsync(Customer, Freshness.Live).AsTask();
        var call = await _case.Source.NextCallAsync();

        var page = reader.GetAsync(Customer, Freshness.Cached).AsTask();
        call.SetResult(Balance(1m));

        (await page).Origin.Should().Be(BalanceOrigin.Cache);
        (await live).Origin.Should().Be(BalanceOrigin.Live);
        _case.Source.Calls.Should().Be(1);
    }

    [Fact]
    public async Task One_reader_that_gives_up_does_not_take_the_answer_from_the_others_and_the_last_one_cancels_the_call()
    {
        var reader = _case.Reader(cached: false);
        using var one = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var leaving = reader.GetAsync(Customer, Freshness.Cached, one.Token).AsTask();
        var staying = reader.GetAsync(Customer, Freshness.Cached, other.Token).AsTask();
        await _case.Source.NextCallAsync();

        await one.CancelAsync();
        await FluentActions.Awaiting(() => leaving).Should().ThrowAsync<OperationCanceledException>();
        staying.IsCompleted.Should().BeFalse();
        await other.CancelAsync();
        await FluentActions.Awaiting(() => staying).Should().ThrowAsync<OperationCanceledException>();

        _case.Owes(5m);
        (await reader.GetAsync(Customer, Freshness.Cached, CancellationToken.None)).Balance.Debt.Should().Be(Money.Rub(5m));
    }

    [Fact]
    public async Task With_no_time_in_memory_every_page_asks_and_one_call_serves_those_of_one_moment()
    {
        var reader = _case.Reader(cached: false, configure: options => options.MemoryLifetime = Duration.Zero);
        _case.Owes(1m);

        await reader.GetAsync(Customer, Freshness.Cached);
        await reader.GetAsync(Customer, Freshness.Cached);

        _case.Source.Calls.Should().Be(2);
    }

    [Fact]
    public async Task Each_counterparty_has_figures_of_its_own()
    {
        var reader = _case.Reader();
        _case.Source.Answer = counterparty => Balance(counterparty == Customer ? 1m : 2m, counterparty: counterparty);

        (await reader.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(1m));
        (await reader.GetAsync(Other, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(2m));
        (await reader.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(1m));
    }

    [Fact]
    public async Task Nobodys_balance_and_a_freshness_that_there_is_not_are_programming_errors()
    {
        var reader = _case.Reader();

        await FluentActions.Awaiting(() => reader.GetAsync(default, Freshness.Cached).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => reader.GetAsync(default, Freshness.Live).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => reader.InvalidateAsync(default)).Should().ThrowAsync<ArgumentException>();
        await FluentActions
            .Awaiting(() => reader.GetAsync(Customer, (Freshness)2).AsTask())
            .Should()
            .ThrowAsync<ArgumentOutOfRangeException>();
        await FluentActions
            .Awaiting(() => reader.GetAsync(Customer, Freshness.Cached, new CancellationToken(true)).AsTask())
            .Should()
            .ThrowAsync<OperationCanceledException>();
    }
}
