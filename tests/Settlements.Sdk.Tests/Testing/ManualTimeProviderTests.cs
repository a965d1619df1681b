using Settlements.Testing;

namespace Settlements.Tests.Testing;

public sealed class ManualTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly ManualTimeProvider _clock = new(Start);

    [Fact]
    public void Stands_still_until_it_is_moved()
    {
        _clock.GetUtcNow().Should().Be(Start);
        _clock.GetUtcNow().Should().Be(Start);
        _clock.LocalTimeZone.Should().Be(TimeZoneInfo.Utc);
    }

    [Fact]
    public void Keeps_the_instant_of_a_start_in_another_zone() =>
        new ManualTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(3))).GetUtcNow().Should().Be(Start);

    [Fact]
    public void Advancing_moves_the_wall_clock_and_the_timestamp_alike()
    {
        var before = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(90));
        _clock.GetUtcNow().Should().Be(Start.AddSeconds(90));
        _clock.GetElapsedTime(before).Should().Be(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void A_correction_backwards_moves_the_wall_clock_alone()
    {
        var before = _clock.GetTimestamp();
        using var timer = _clock.CreateTimer(_ => { }, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        _clock.SetUtcNow(Start.AddHours(-1));
        _clock.GetUtcNow().Should().Be(Start.AddHours(-1));
        _clock.GetTimestamp().Should().Be(before);
        _clock.NextTimerIn.Should().Be(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Setting_a_later_time_fires_the_timers_on_the_way()
    {
        var fired = new List<DateTimeOffset>();
        using var timer = _clock.CreateTimer(_ => fired.Add(_clock.GetUtcNow()), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        _clock.SetUtcNow(Start.AddHours(1));
        fired.Should().Equal(Start.AddMinutes(1));
        _clock.GetUtcNow().Should().Be(Start.AddHours(1));
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times_each_at_its_own_moment()
    {
        var fired = new List<(string Name, double Second)>();
        void Note(object? name) => fired.Add(((string)name!, (_clock.GetUtcNow() - Start).TotalSeconds));
        using var late = _clock.CreateTimer(Note, "late", TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using var first = _clock.CreateTimer(Note, "first of two", TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        using var second = _clock.CreateTimer(Note, "second of two", TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        using var every = _clock.CreateTimer(Note, "periodic", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

        _clock.Advance(TimeSpan.FromSeconds(6));

        fired.Should().Equal(("periodic", 1), ("first of two", 2), ("second of two", 2), ("periodic", 4), ("late", 5));
        _clock.ArmedTimers.Should().Be(1);
        _clock.NextTimerIn.Should().Be(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_timer_armed_by_a_callback_still_fires_within_the_same_advance()
    {
        var fired = 0;
        ITimer? inner = null;
        using var outer = _clock.CreateTimer(
            _ => inner = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan
        );
        _clock.Advance(TimeSpan.FromSeconds(2));
        fired.Should().Be(1);
        inner!.Dispose();
    }

    [Fact]
    public void A_callback_may_itself_advance_the_clock()
    {
        using var timer = _clock.CreateTimer(
            _ => _clock.Advance(TimeSpan.FromSeconds(10)),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan
        );
        _clock.Advance(TimeSpan.FromSeconds(2));
        _clock.GetUtcNow().Should().Be(Start.AddSeconds(12));
    }

    [Fact]
    public void A_disposed_timer_never_fires_and_cannot_be_changed()
    {
        var fired = false;
        var timer = _clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();
        timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(5));
        fired.Should().BeFalse();
        _clock.ArmedTimers.Should().Be(0);
        _clock.NextTimerIn.Should().BeNull();
    }

    [Fact]
    public void A_changed_timer_fires_at_its_new_time_alone()
    {
        var fired = new List<DateTimeOffset>();
        using var timer = _clock.CreateTimer(_ => fired.Add(_clock.GetUtcNow()), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Change(TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan).Should().BeTrue();
        _clock.Advance(TimeSpan.FromSeconds(10));
        fired.Should().Equal(Start.AddSeconds(3));
    }

    [Fact]
    public async Task A_timer_without_delay_fires_without_an_advance()
    {
        var fired = new TaskCompletionSource();
        await using var timer = _clock.CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        await fired.Task;
        _clock.ArmedTimers.Should().Be(0);
    }

    [Fact]
    public async Task Delays_of_the_framework_run_on_it()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(3), _clock);
        _clock.Advance(TimeSpan.FromSeconds(2));
        delay.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await delay;
    }

    [Fact]
    public void Timeouts_of_the_framework_run_on_it()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(5), _clock);
        _clock.Advance(TimeSpan.FromSeconds(4));
        timeout.IsCancellationRequested.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        timeout.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public async Task Waiting_for_timers_ends_when_another_thread_has_armed_them()
    {
        var waiting = _clock.WaitForTimersAsync(2);
        waiting.IsCompleted.Should().BeFalse();
        var work = Task.Run(() => Task.WhenAll(Task.Delay(TimeSpan.FromDays(1), _clock), Task.Delay(TimeSpan.FromDays(2), _clock)));
        await waiting;
        _clock.ArmedTimers.Should().Be(2);
        _clock.Advance(TimeSpan.FromDays(2));
        await work;
    }

    [Fact]
    public async Task Waiting_for_one_timer_looks_at_its_due_time()
    {
        await using var timeout = _clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan);
        var waiting = _clock.WaitForTimerAsync(TimeSpan.FromSeconds(2));
        waiting.IsCompleted.Should().BeFalse();
        var work = Task.Run(() => Task.Delay(TimeSpan.FromSeconds(2), _clock));
        await waiting;
        _clock.Advance(TimeSpan.FromSeconds(2));
        await work;
    }

    [Fact]
    public async Task Waiting_for_timers_can_be_given_up()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = _clock.WaitForTimersAsync(1, cancel.Token);
        await cancel.CancelAsync();
        await waiting.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void A_callback_runs_in_the_context_in_which_its_timer_was_made()
    {
        var local = new AsyncLocal<string> { Value = "at arming" };
        string? seen = null;
        using var timer = _clock.CreateTimer(_ => seen = local.Value, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        local.Value = "at firing";
        _clock.Advance(TimeSpan.FromSeconds(1));
        seen.Should().Be("at arming");
    }

    [Fact]
    public async Task Many_threads_may_arm_and_advance_at_once()
    {
        var work = Enumerable
            .Range(0, 64)
            .Select(_ =>
                Task.Run(() =>
                {
                    var delay = Task.Delay(TimeSpan.FromMilliseconds(1), _clock);
                    _clock.Advance(TimeSpan.FromMilliseconds(1));
                    return delay;
                })
            );
        await Task.WhenAll(work);
        _clock.GetUtcNow().Should().Be(Start.AddMilliseconds(64));
        _clock.ArmedTimers.Should().Be(0);
    }

    [Fact]
    public void Refuses_to_advance_backwards_and_to_arm_a_negative_delay()
    {
        _clock.Invoking(c => c.Advance(TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();
        _clock
            .Invoking(c => c.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(-1), Timeout.InfiniteTimeSpan))
            .Should()
            .Throw<ArgumentOutOfRangeException>();
        FluentActions
            .Invoking(() =>
            {
                _ = _clock.WaitForTimersAsync(0);
            })
            .Should()
            .Throw<ArgumentOutOfRangeException>();
    }
}
