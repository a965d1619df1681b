using NodaTime;
using Settlements.Balances;
using static Settlements.Tests.Balances.ReaderCase;

namespace Settlements.Tests.Balances;

/// <summary>Pages, live readings, payments, time-outs and faults in orders that a seed picks, on one thread.</summary>
public sealed class BalanceReaderOrderTests
{
    [Fact]
    public Task Whatever_the_order_of_events_no_page_goes_back_behind_what_was_said() =>
        Task.Run(() =>
        {
            for (var seed = 1; seed <= 500; seed++)
                Play(seed);
        });

    [Fact]
    public Task A_seed_gives_one_order_of_events() =>
        Task.Run(() =>
        {
            for (var seed = 1; seed <= 20; seed++)
                Play(seed).Should().Equal(Play(seed));
        });

    /// <summary>
    /// The truth grows by payments; each is followed by an invalidation. What a page shows that begins after the invalidation is no older than that payment, and what it
    /// shows after a live reading is no older than that one. A live reading is no older than its question.
    /// </summary>
    private static IReadOnlyList<string> Play(int seed)
    {
        var steps = new SeededSteps(seed);
        using var @case = new ReaderCase(TaskCreationOptions.None);
        var truth = 0;
        var floor = 0;
        @case.Cache.Before = step => steps.ReachAsync(step[..3]);
        @case.Cache.After = step => steps.ReachAsync(step[..3] + " answers");
        @case.Source.AnswerAsync = async counterparty =>
        {
            await steps.ReachAsync("source", mayFail: false);
            var balance = Balance(truth, @case.Now, counterparty);
            await steps.ReachAsync($"source answers {truth}", mayFail: false);
            return balance;
        };
        var reader = @case.Reader(configure: options => options.FailurePause = Duration.Zero);

        async Task<int> ReadAsync(Freshness freshness, int least)
        {
            var reading = await reader.GetAsync(Customer, freshness);
            var shown = (int)reading.Balance.Debt!.Value.Amount;
            steps.IsOnItsThread.Should().BeTrue("seed {0} alone picks the order", seed);
            steps.Note($"{freshness} shows {shown} read at {reading.ReadAt - Start} where at least {least} expected");
            shown.Should().BeGreaterThanOrEqualTo(least, "seed {0}:\n{1}", seed, string.Join('\n', steps.Events.TakeLast(60)));
            return shown;
        }

        async Task LiveAsync() => floor = Math.Max(await ReadAsync(Freshness.Live, truth), floor);

        var work = new List<Task>();
        for (var turn = 0; turn < 200; turn++)
        {
            switch (steps.Next(15))
            {
                case 0:
                    floor = ++truth;
                    steps.Note($"paid {truth}");
                    work.Add(reader.InvalidateAsync(Customer));
                    break;
                case 1:
                    steps.Note("a live reading is asked for");
                    work.Add(LiveAsync());
                    break;
                case 2:
                    @case.Advance(steps.Next(100));
                    steps.Note($"it is {@case.Now - Start}");
                    break;
                case 3 or 4:
                    steps.Note("a page is asked for");
                    work.Add(ReadAsync(Freshness.Cached, floor));
                    break;
                default:
                    steps.GoOn();
                    break;
            }
        }

        while (steps.GoOn()) { }
        Task.WhenAll(work).IsCompleted.Should().BeTrue("nothing waits any more in seed {0}", seed);
        Task.WhenAll(work).GetAwaiter().GetResult();
        return steps.Events;
    }
}
