using Microsoft.Extensions.Logging.Abstractions;
using Settlements.Scheduling;
using Settlements.Testing;

namespace Settlements.Tests.Scheduling;

public sealed class ScheduledWorkTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ManualTimeProvider _time = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<bool> _runs = [];
    private TaskCompletionSource _gate = new();
    private int _running;
    private int _mostRunning;

    public ScheduledWorkTests() => _gate.SetResult();

    [Fact]
    public async Task Runs_at_the_start_and_then_after_each_interval()
    {
        var loop = Make(() => Hour).LoopAsync(runAtStart: true, _stop.Token);

        await _time.WaitForTimersAsync(1, _stop.Token);
        _runs.Should().Equal(false);
        _time.Advance(Hour);
        await _time.WaitForTimersAsync(1, _stop.Token);

        _runs.Should().Equal(false, false);
        await StopAsync(loop);
    }

    [Fact]
    public async Task Runs_when_asked_without_waiting_for_the_interval()
    {
        var work = Make(() => Hour);
        var loop = work.LoopAsync(runAtStart: false, _stop.Token);

        (await work.TriggerAsync(CancellationToken.None)).Should().Be(1);

        _runs.Should().Equal(true);
        await StopAsync(loop);
    }

    [Fact]
    public async Task Never_runs_twice_at_one_time()
    {
        _gate = new TaskCompletionSource();
        var work = Make(() => Hour);
        var loop = work.LoopAsync(runAtStart: true, _stop.Token);
        var asked = Enumerable.Range(0, 5).Select(_ => work.TriggerAsync(CancellationToken.None)).ToList();

        _gate.SetResult();
        await Task.WhenAll(asked);

        _mostRunning.Should().Be(1);
        _runs.Should().HaveCountLessThanOrEqualTo(6).And.HaveCountGreaterThanOrEqualTo(2);
        await StopAsync(loop);
    }

    [Fact]
    public async Task Goes_on_after_a_run_that_failed_and_tells_who_asked()
    {
        var fails = true;
        var work = new ScheduledWork<int>(
            "work",
            (_, _) => fails ? throw new InvalidOperationException("broken") : Task.FromResult(7),
            () => Hour,
            _time,
            NullLogger.Instance
        );
        var loop = work.LoopAsync(runAtStart: true, _stop.Token);

        await work.Invoking(w => w.TriggerAsync(CancellationToken.None))
            .Should()
            .ThrowAsync<InvalidOperationException>()
            .WithMessage("broken");
        fails = false;

        (await work.TriggerAsync(CancellationToken.None)).Should().Be(7);
        await StopAsync(loop);
    }

    [Fact]
    public async Task Tells_who_asked_when_it_stops()
    {
        var work = Make(() => Timeout.InfiniteTimeSpan);
        var loop = work.LoopAsync(runAtStart: false, _stop.Token);
        await StopAsync(loop);

        await work.Invoking(w => w.TriggerAsync(CancellationToken.None)).Should().ThrowAsync<InvalidOperationException>();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Jitter_stays_within_its_reach_and_comes_from_the_seed(int seed)
    {
        var pause = new SchedulePause(Hour, jitterPercent: 10, seed);
        var same = new SchedulePause(Hour, jitterPercent: 10, seed);

        var pauses = Enumerable.Range(0, 200).Select(_ => pause.Next()).ToList();

        pauses.Should().OnlyContain(p => p >= TimeSpan.FromMinutes(54) && p <= TimeSpan.FromMinutes(66), "the seed was {0}", seed);
        pauses.Distinct().Count().Should().BeGreaterThan(100);
        pauses.Should().Equal(Enumerable.Range(0, 200).Select(_ => same.Next()));
    }

    [Fact]
    public void Never_runs_by_itself_when_it_is_switched_off() =>
        new SchedulePause(interval: null, jitterPercent: 10, seed: null).Next().Should().Be(Timeout.InfiniteTimeSpan);

    public void Dispose() => _stop.Dispose();

    private ScheduledWork<int> Make(Func<TimeSpan> pause) =>
        new(
            "work",
            async (isAskedFor, _) =>
            {
                _mostRunning = Math.Max(_mostRunning, Interlocked.Increment(ref _running));
                await _gate.Task;
                _runs.Add(isAskedFor);
                Interlocked.Decrement(ref _running);
                return _runs.Count;
            },
            pause,
            _time,
            NullLogger.Instance
        );

    private async Task StopAsync(Task loop)
    {
        await _stop.CancelAsync();
        await FluentActions.Awaiting(() => loop).Should().ThrowAsync<OperationCanceledException>();
    }
}
