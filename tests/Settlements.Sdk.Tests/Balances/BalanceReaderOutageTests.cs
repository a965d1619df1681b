using Settlements.Balances;
using static Settlements.Tests.Balances.ReaderCase;

namespace Settlements.Tests.Balances;

/// <summary>A distributed cache or a store that fails, hangs, or holds something else.</summary>
public sealed class BalanceReaderOutageTests : IDisposable
{
    private readonly ReaderCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public async Task A_failing_cache_is_logged_counted_and_passed_by()
    {
        _case.Cache.Before = step => throw new IOException($"no way to the cache at {step}");
        _case.Owes(100m);
        var reader = _case.Reader();

        (await reader.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(100m));
        (await reader.GetAsync(Customer, Freshness.Cached)).Origin.Should().Be(BalanceOrigin.Cache, "memory works on");

        _case.Log.Lines.Should().ContainSingle().Which.Should().Contain("distributed failed at get (IOException)");
        _case
            .Measured.Should()
            .ContainSingle(line =>
                line == "settlements.balance.keeper.failures settlements.balance.keeper=distributed settlements.operation=get"
            );
    }

    [Fact]
    public async Task A_hanging_cache_holds_a_page_up_once_and_is_then_passed_by_for_a_while()
    {
        _case.Cache.Before = _ => new TaskCompletionSource().Task;
        _case.Owes(100m);
        var reader = _case.Reader();

        var page = reader.GetAsync(Customer, Freshness.Cached).AsTask();
        await _case.Time.WaitForTimersAsync();
        page.IsCompleted.Should().BeFalse();
        _case.Advance(0.5);
        (await page).Balance.Debt.Should().Be(Money.Rub(100m));

        (await reader.GetAsync(Other, Freshness.Cached)).Origin.Should().Be(BalanceOrigin.Live);
        _case.Cache.Gets.Should().Be(1);
        _case.Log.Lines.Should().ContainSingle().Which.Should().Contain("no answer within 500 ms").And.Contain("passed by");

        _case.Advance(5);
        _case.Cache.Before = _ => Task.CompletedTask;
        await reader.GetAsync(Other, Freshness.Live);
        _case.Cache.Entries.Should().ContainKey(Key(Other), "the pause is over");
    }

    [Fact]
    public async Task An_invalidation_is_told_in_a_pause_too_and_ends_it()
    {
        _case.Cache.Before = _ => throw new IOException();
        _case.Owes(100m);
        var reader = _case.Reader();
        await reader.GetAsync(Customer, Freshness.Cached);
        _case.Cache.Before = _ => Task.CompletedTask;

        (await reader.InvalidateAsync(Customer)).Should().BeTrue();
        await reader.GetAsync(Customer, Freshness.Cached);

        (await _case.Reader().GetAsync(Customer, Freshness.Cached)).Origin.Should().Be(BalanceOrigin.Cache);
    }

    [Fact]
    public async Task A_write_that_nobody_waits_for_any_more_is_not_carried_out()
    {
        var looking = new TaskCompletionSource();
        _case.Cache.Before = _ => looking.Task;
        _case.Owes(100m);
        var reader = _case.Reader();
        var live = reader.GetAsync(Customer, Freshness.Live).AsTask();
        await _case.Time.WaitForTimersAsync();
        _case.Advance(0.5);
        await live;

        looking.SetResult();
        await Task.Yield();

        _case.Cache.Sets.Should().Be(0);
    }

    [Fact]
    public async Task A_failing_store_costs_a_live_reading_nothing_but_a_line_in_the_log()
    {
        _case.Store.Before = _ => throw new IOException();
        _case.Owes(100m);

        var reading = await _case.Reader(stored: true).GetAsync(Customer, Freshness.Live);

        reading.Balance.Debt.Should().Be(Money.Rub(100m));
        _case.Log.Lines.Should().ContainSingle().Which.Should().Contain("store failed at save");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not ours")]
    [InlineData("[]")]
    [InlineData("""{"session":"of another program"}""")]
    [InlineData("""{"version":2,"counterparty":"0d8bb2a6-4c0f-4a53-9b55-8a1c7e6f1d20"}""")]
    public async Task What_is_not_ours_counts_as_nothing_and_is_logged(string payload)
    {
        _case.Cache.Plant(Key(Customer), System.Text.Encoding.UTF8.GetBytes(payload));
        _case.Owes(100m);

        (await _case.Reader().GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(100m));

        _case.Log.Lines.Should().Contain(line => line.Contains("counts as nothing: payload"));
        _case.Log.Lines.Should().NotContain(line => line.Contains("another program"));
        _case.Measured.Should().Contain(line => line.EndsWith("settlements.operation=read"));
        (await _case.Reader().GetAsync(Customer, Freshness.Cached)).Origin.Should().Be(BalanceOrigin.Cache, "it has been replaced");
    }

    [Fact]
    public async Task A_mixed_up_key_never_shows_the_balance_of_somebody_else()
    {
        _case.Cache.Plant(Key(Customer), BalancePayloadWriter.Write(new StoredBalance(Balance(7m, counterparty: Other), Start)));
        _case.Owes(100m);

        (await _case.Reader().GetAsync(Customer, Freshness.Cached)).Balance.Counterparty.Should().Be(Customer);

        _case.Log.Lines.Should().Contain(line => line.Contains("somebody else"));
    }

    [Fact]
    public async Task A_cache_that_comes_back_with_older_figures_than_were_shown_is_not_believed()
    {
        var reader = _case.Reader();
        _case.Owes(500m);
        await reader.GetAsync(Customer, Freshness.Cached);
        _case.Cache.Before = _ => throw new IOException();
        _case.Advance(10);
        _case.Owes(100m);
        await reader.GetAsync(Customer, Freshness.Live);
        _case.Cache.Before = _ => Task.CompletedTask;
        _case.Advance(61);
        _case.Owes(90m);

        var reading = await reader.GetAsync(Customer, Freshness.Cached);

        reading.Balance.Debt.Should().Be(Money.Rub(90m), "500 is older than the 100 that this process has seen");
        _case.Source.Calls.Should().Be(3);
    }

    [Fact]
    public async Task A_full_memory_forgets_and_still_gives_everybody_their_own_figures()
    {
        var reader = _case.Reader(cached: false, configure: options => options.MemoryEntryLimit = 2);
        _case.Source.Answer = counterparty => Balance(counterparty.Value.ToByteArray()[0], counterparty: counterparty);

        for (byte number = 1; number <= 20; number++)
        {
            var id = new CounterpartyId(new Guid(number, 0, 0, new byte[8]));
            (await reader.GetAsync(id, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(number));
        }
    }
}
