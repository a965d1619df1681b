using NodaTime;
using Settlements.Balances;
using static Settlements.Tests.Balances.ReaderCase;

namespace Settlements.Tests.Balances;

/// <summary>A slow fill against a live reading and against an invalidation, in each order, driven by gates.</summary>
public sealed class BalanceReaderRaceTests : IDisposable
{
    private readonly ReaderCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public async Task A_slow_look_into_the_cache_does_not_put_old_figures_over_live_ones()
    {
        _case.Owes(1m);
        await _case.Reader().GetAsync(Customer, Freshness.Cached);
        var reader = _case.Reader();
        _case.Advance(5);
        var (looking, release) = Gate("get");
        var page = reader.GetAsync(Customer, Freshness.Cached).AsTask();
        await looking;
        _case.Cache.Before = _ => Task.CompletedTask;
        _case.Owes(2m);
        await reader.GetAsync(Customer, Freshness.Live);

        release();

        (await page).Balance.Debt.Should().Be(Money.Rub(2m));
        (await reader.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(2m));
        (await _case.Reader().GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(2m));
    }

    [Fact]
    public async Task It_does_not_even_where_memory_could_not_keep_the_live_ones()
    {
        _case.Owes(1m);
        await _case.Reader().GetAsync(Customer, Freshness.Cached);
        var reader = _case.Reader(configure: options => options.MemoryLifetime = Duration.Zero);
        _case.Advance(5);
        var (looking, release) = Gate("get");
        var page = reader.GetAsync(Customer, Freshness.Cached).AsTask();
        await looking;
        _case.Cache.Before = _ => Task.CompletedTask;
        _case.Owes(2m);
        await reader.GetAsync(Customer, Freshness.Live);
        _case.Owes(3m);

        release();

        (await page).Balance.Debt.Should().NotBe(Money.Rub(1m));
    }

    [Fact]
    public async Task After_an_invalidation_the_next_page_asks_the_source_and_everybody_sees_it()
    {
        var (here, there) = (_case.Reader(), _case.Reader());
        _case.Owes(1m);
        await here.GetAsync(Customer, Freshness.Cached);
        _case.Owes(2m);

        (await here.InvalidateAsync(Customer)).Should().BeTrue();

        (await here.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(2m));
        (await there.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(2m));
        _case.Source.Calls.Should().Be(2);
    }

    [Fact]
    public async Task Another_process_that_finds_the_invalidation_asks_the_source()
    {
        var (here, there) = (_case.Reader(), _case.Reader());
        _case.Owes(1m);
        await here.GetAsync(Customer, Freshness.Cached);
        _case.Owes(2m);
        await here.InvalidateAsync(Customer);

        (await there.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(2m));
    }

    [Fact]
    public async Task A_call_under_way_at_an_invalidation_serves_who_asked_before_it_and_is_kept_nowhere()
    {
        var reader = _case.Reader(stored: true, configure: options => options.SnapshotAfter = null);
        var before = reader.GetAsync(Customer, Freshness.Cached).AsTask();
        var old = await _case.Source.NextCallAsync();

        await reader.InvalidateAsync(Customer);
        var after = reader.GetAsync(Customer, Freshness.Cached).AsTask();
        old.SetResult(Balance(1m));
        (await before).Balance.Debt.Should().Be(Money.Rub(1m));
        (await _case.Store.FindAsync(Customer, default)).Should().BeNull();
        BalancePayloadReader.Read(_case.Cache.Entries[Key(Customer)], Customer).Balance.Should().BeNull();
        (await _case.Source.NextCallAsync()).SetResult(Balance(2m));

        (await after).Balance.Debt.Should().Be(Money.Rub(2m));
        (await reader.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(2m));
        (await _case.Store.FindAsync(Customer, default))!.Balance.Debt.Should().Be(Money.Rub(2m));
        _case.Source.Calls.Should().Be(2);
    }

    [Fact]
    public async Task A_look_into_the_cache_under_way_at_an_invalidation_is_not_kept()
    {
        _case.Owes(1m);
        await _case.Reader().GetAsync(Customer, Freshness.Cached);
        var reader = _case.Reader();
        var (looking, release) = Gate("get");
        var before = reader.GetAsync(Customer, Freshness.Cached).AsTask();
        await looking;
        _case.Cache.Before = step =>
            step.StartsWith("set", StringComparison.Ordinal)
                ? throw new IOException("the invalidation does not arrive")
                : Task.CompletedTask;
        _case.Owes(2m);

        (await reader.InvalidateAsync(Customer)).Should().BeFalse();
        release();

        (await before).Balance.Debt.Should().Be(Money.Rub(2m));
        (await reader.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(2m));
    }

    [Fact]
    public async Task An_invalidation_that_the_cache_does_not_take_holds_in_this_process_all_the_same()
    {
        var reader = _case.Reader();
        _case.Owes(1m);
        await reader.GetAsync(Customer, Freshness.Cached);
        _case.Cache.Before = _ => throw new IOException();
        (await reader.InvalidateAsync(Customer)).Should().BeFalse();
        _case.Cache.Before = _ => Task.CompletedTask;
        _case.Advance(5);
        _case.Owes(2m);

        (await reader.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(2m));
        (await _case.Reader().GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(2m), "the reading has replaced it");
    }

    [Fact]
    public async Task An_invalidation_waits_for_a_write_under_way_so_that_it_is_the_last_word()
    {
        var reader = _case.Reader();
        var (writing, release) = Gate("set");
        _case.Owes(1m);
        var live = reader.GetAsync(Customer, Freshness.Live).AsTask();
        await writing;

        var invalidation = reader.InvalidateAsync(Customer);
        _case.Cache.Before = _ => Task.CompletedTask;
        invalidation.IsCompleted.Should().BeFalse();
        release();

        (await invalidation).Should().BeTrue();
        await live;
        BalancePayloadReader.Read(_case.Cache.Entries[Key(Customer)], Customer).Balance.Should().BeNull();
    }

    [Fact]
    public async Task A_slow_call_of_another_process_does_not_overwrite_an_invalidation_or_newer_figures()
    {
        var (slow, quick) = (_case.Reader(), _case.Reader());
        var page = slow.GetAsync(Customer, Freshness.Cached).AsTask();
        var old = await _case.Source.NextCallAsync();
        _case.Advance(1);
        await quick.InvalidateAsync(Customer);

        old.SetResult(Balance(1m));
        await page;
        BalancePayloadReader.Read(_case.Cache.Entries[Key(Customer)], Customer).Balance.Should().BeNull();

        var second = slow.GetAsync(Other, Freshness.Live).AsTask();
        old = await _case.Source.NextCallAsync();
        _case.Advance(1);
        var third = quick.GetAsync(Other, Freshness.Live).AsTask();
        (await _case.Source.NextCallAsync()).SetResult(Balance(3m, counterparty: Other));
        await third;
        old.SetResult(Balance(2m, counterparty: Other));
        await second;
        BalancePayloadReader.Read(_case.Cache.Entries[Key(Other)], Other).Balance!.Balance.Debt.Should().Be(Money.Rub(3m));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_does_not_keep_a_reading_from_ending_an_invalidation()
    {
        var reader = _case.Reader();
        _case.Owes(1m);
        await reader.InvalidateAsync(Customer);
        _case.Time.SetUtcNow((Start - Duration.FromSeconds(2)).ToDateTimeOffset());

        await reader.GetAsync(Customer, Freshness.Cached);
        await reader.GetAsync(Customer, Freshness.Cached);

        _case.Source.Calls.Should().Be(1);
    }

    [Fact]
    public async Task Figures_of_the_same_moment_in_the_cache_do_not_take_the_place_of_those_this_process_got_later()
    {
        var reader = _case.Reader(configure: options => options.FailurePause = Duration.Zero);
        _case.Owes(2m);
        await reader.GetAsync(Customer, Freshness.Live);
        _case.Cache.Before = _ => throw new IOException("neither the invalidation nor the new figures arrive");
        (await reader.InvalidateAsync(Customer)).Should().BeFalse();
        _case.Owes(3m);
        await reader.GetAsync(Customer, Freshness.Live);
        _case.Cache.Before = _ => Task.CompletedTask;
        _case.Advance(61);

        (await reader.GetAsync(Customer, Freshness.Cached))
            .Balance.Debt.Should()
            .Be(Money.Rub(3m), "the clock stood still between the two readings");
        (await reader.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(3m));
    }

    /// <summary>Stops the next step of a kind: the task is complete when it has been reached, the action lets it go on.</summary>
    private (Task Reached, Action Release) Gate(string kind)
    {
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        _case.Cache.Before = step =>
        {
            if (!step.StartsWith(kind, StringComparison.Ordinal))
                return Task.CompletedTask;
            reached.TrySetResult();
            return release.Task;
        };
        return (reached.Task, release.SetResult);
    }
}
