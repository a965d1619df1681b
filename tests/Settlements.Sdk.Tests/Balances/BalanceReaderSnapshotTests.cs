using NodaTime;
using Settlements.Balances;
using Settlements.Tests.Credit;
using static Settlements.Tests.Balances.ReaderCase;

namespace Settlements.Tests.Balances;

/// <summary>What a page shows while the source is silent.</summary>
public sealed class BalanceReaderSnapshotTests : IDisposable
{
    private readonly ReaderCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public async Task A_page_shows_the_stored_balance_with_its_age_and_the_sources_error()
    {
        var reader = _case.Reader(stored: true);
        _case.Owes(100m);
        await reader.GetAsync(Customer, Freshness.Live);
        _case.Advance(3600);
        _case.IsSilent();

        var reading = await reader.GetAsync(Customer, Freshness.Cached);

        reading.Should().Match<BalanceReading>(r => r.Origin == BalanceOrigin.Snapshot && r.ReadAt == Start);
        reading.Age.Should().Be(Duration.FromHours(1));
        reading.SourceError.Should().BeOfType<SilentSourceException>();
        _case.Log.Lines.Should().ContainSingle().Which.Should().Contain("(Unavailable); the snapshot of 2026-11-21T09:00:00Z is shown");
        _case.Measured.Last().Should().Be("settlements.balance.reads settlements.balance.origin=snapshot");
    }

    [Fact]
    public async Task A_snapshot_is_not_kept_as_if_it_were_an_answer()
    {
        await StoreAsync(100m);
        var reader = _case.Reader(stored: true);
        _case.IsSilent();
        await reader.GetAsync(Customer, Freshness.Cached);

        _case.Cache.Entries.Should().BeEmpty();
        _case.Owes(200m);
        (await reader.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(200m));
    }

    [Theory]
    [InlineData(24 * 3600, true)]
    [InlineData(24 * 3600 + 0.001, false)]
    public async Task A_snapshot_that_is_too_old_is_not_shown(double seconds, bool isShown)
    {
        await StoreAsync(100m);
        var reader = _case.Reader(stored: true);
        _case.Advance(seconds);
        _case.IsSilent();

        var reading = FluentActions.Awaiting(() => reader.GetAsync(Customer, Freshness.Cached).AsTask());

        if (isShown)
            await reading.Should().NotThrowAsync();
        else
            await reading.Should().ThrowAsync<SilentSourceException>();
    }

    [Fact]
    public async Task Where_it_is_switched_off_the_error_is_shown_and_the_store_not_asked()
    {
        await StoreAsync(100m);
        var asked = 0;
        _case.Store.Before = step => Task.FromResult(step == "find" ? asked++ : 0);
        var reader = _case.Reader(stored: true, configure: options => options.MaxSnapshotAge = null);
        _case.IsSilent();

        await FluentActions
            .Awaiting(() => reader.GetAsync(Customer, Freshness.Cached).AsTask())
            .Should()
            .ThrowAsync<SilentSourceException>();

        asked.Should().Be(0);
    }

    [Fact]
    public async Task A_thousand_pages_at_one_moment_ask_the_store_once()
    {
        await StoreAsync(100m);
        var asked = 0;
        _case.Store.Before = _ => Task.FromResult(Interlocked.Increment(ref asked));
        var reader = _case.Reader(stored: true);
        var readings = Enumerable.Range(0, 1_000).Select(_ => reader.GetAsync(Customer, Freshness.Cached).AsTask()).ToList();

        (await _case.Source.NextCallAsync()).SetException(new SilentSourceException());

        (await Task.WhenAll(readings)).Should().OnlyContain(reading => reading.Origin == BalanceOrigin.Snapshot);
        (asked, _case.Source.Calls).Should().Be((1, 1));
    }

    [Fact]
    public async Task A_slow_source_is_not_waited_for_and_its_answer_is_kept_all_the_same()
    {
        await StoreAsync(100m);
        var reader = _case.Reader(stored: true);
        var page = reader.GetAsync(Customer, Freshness.Cached).AsTask();
        var call = await _case.Source.NextCallAsync();
        await _case.Time.WaitForTimerAsync(TimeSpan.FromSeconds(2));
        page.IsCompleted.Should().BeFalse();
        _case.Advance(2);
        (await page).Should().Match<BalanceReading>(r => r.Origin == BalanceOrigin.Snapshot && r.SourceError == null);

        var next = await reader.GetAsync(Customer, Freshness.Cached);
        next.Origin.Should().Be(BalanceOrigin.Snapshot, "the call has been waited for long enough already");
        var live = reader.GetAsync(Customer, Freshness.Live).AsTask();
        call.SetResult(Balance(200m));
        (await _case.Source.NextCallAsync()).SetResult(Balance(300m));
        await live;

        (await reader.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(300m));
        _case.Source.Calls.Should().Be(2);
    }

    [Fact]
    public async Task A_slow_source_is_waited_for_where_there_is_nothing_else_to_show()
    {
        var reader = _case.Reader(stored: true);
        var page = reader.GetAsync(Customer, Freshness.Cached).AsTask();
        var call = await _case.Source.NextCallAsync();
        await _case.Time.WaitForTimerAsync(TimeSpan.FromSeconds(2));
        _case.Advance(2);

        call.SetResult(Balance(200m));

        (await page).Balance.Debt.Should().Be(Money.Rub(200m));
    }

    [Fact]
    public async Task A_store_that_fails_leaves_the_page_with_the_sources_own_error()
    {
        _case.Store.Before = _ => throw new IOException("no database");
        var reader = _case.Reader(stored: true);
        _case.IsSilent();

        await FluentActions
            .Awaiting(() => reader.GetAsync(Customer, Freshness.Cached).AsTask())
            .Should()
            .ThrowAsync<SilentSourceException>();

        _case.Log.Lines.Should().ContainSingle().Which.Should().Contain("store failed at find (IOException)");
    }

    [Fact]
    public async Task An_older_answer_never_takes_the_place_of_a_newer_snapshot()
    {
        var reader = _case.Reader(stored: true);
        var live = reader.GetAsync(Customer, Freshness.Live).AsTask();
        var call = await _case.Source.NextCallAsync();
        _case.Advance(1);
        await StoreAsync(300m);

        call.SetResult(Balance(100m));
        await live;

        (await _case.Store.FindAsync(Customer, default))!.Balance.Debt.Should().Be(Money.Rub(300m));
    }

    private Task<bool> StoreAsync(decimal debt) => _case.Store.SaveAsync(new StoredBalance(Balance(debt), _case.Now), default);
}
