using Settlements.Reminders;
using static Settlements.Tests.Reminders.ReminderWorld;

namespace Settlements.Tests.Reminders;

public sealed class ReminderCrashTests
{
    private const string Expected =
        "mailCustomer/2026-11-21/dueDay/A-2 managerTask/2026-11-21/dueDay/A-2 mailCustomer/2026-11-24/before3/A-3 "
        + "mailCustomer/2026-11-21/dueDay/A-4 managerTask/2026-11-21/dueDay/A-4";

    /// <summary>Dies at each moment of a run in turn, and lets another process go on when the lease is over.</summary>
    [Fact]
    public async Task A_process_that_dies_at_any_moment_sends_nothing_recorded_again_and_misses_nothing()
    {
        var doubled = new HashSet<string>(StringComparer.Ordinal);
        var moment = 0;
        for (var hasDied = true; hasDied; moment++)
        {
            var (process, keys) = await DieAndGoOnAsync(moment);
            hasDied = process.HasDied;
            var twice = keys.GroupBy(key => key, StringComparer.Ordinal).Where(key => key.Count() > 1).ToList();

            keys.Distinct(StringComparer.Ordinal).Should().BeEquivalentTo(Expected.Split(' '), $"it died at {process.DiedAt}");
            twice.Sum(key => key.Count() - 1).Should().BeLessThanOrEqualTo(1, $"it died at {process.DiedAt}");
            if (twice.Count > 0)
                doubled.Add(process.DiedAt);
        }

        moment.Should().BeGreaterThan(60);
        doubled.Should().BeEquivalentTo("after DeliverAsync", "before CompleteAsync");
    }

    private static async Task<(DyingProcess Process, List<string> Keys)> DieAndGoOnAsync(int moment)
    {
        var world = new ReminderWorld();
        world.Source.Add(Owed("A-1", dueIn: -1));
        world.Source.Add(Owed("A-2", dueIn: 0));
        world.Source.Add(Owed("A-3", dueIn: 3));
        world.Source.Add(Owed("A-4", dueIn: 0));
        world.Source.Add(Owed("A-5", dueIn: -9, counterparty: 5));
        await world.Status.SetFlagAsync(Counterparty(7), "A-7", Start, Start, default);

        var process = new DyingProcess(world, moment);
        using (var runner = new ReminderRunner(process, process, process, process, world.Options, world.Time))
        {
            // What a process says while it dies nobody hears: a report with problems, or an exception.
            var failure = await Record.ExceptionAsync(() => runner.RunOnceAsync());
            (failure is null or InvalidOperationException).Should().BeTrue();
        }
        world.Time.Advance(TimeSpan.FromMinutes(15));
        await world.RunAsync();
        (await world.RunAsync()).Results.Should().BeEmpty($"all is done after {process.DiedAt}");

        (await world.FlaggedAsync()).Should().Equal([Counterparty(1), Counterparty(5)], $"it died at {process.DiedAt}");
        (await world.OverdueAsync()).Should().Equal(["A-5", "A-1"], $"it died at {process.DiedAt}");
        return (process, [.. world.Channel.Keys]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Two_processes_at_one_time_send_everything_once(int seed)
    {
        var world = new ReminderWorld();
        world.Options.MaxParallel = 8;
        for (var i = 0; i < 150; i++)
            world.Source.Add(Owed($"A-{i}", dueIn: (i % 7) - 2, counterparty: i));
        var random = new Random(seed);
        world.Channel.OnDeliver = async (_, _) =>
        {
            int turns;
            lock (random)
                turns = random.Next(4);
            for (var i = 0; i < turns; i++)
                await Task.Yield();
        };

        var reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => world.RunAsync())));

        world.Channel.Keys.Should().OnlyHaveUniqueItems($"the seed was {seed}");
        var done = reports.SelectMany(report => report.Results).Where(result => result.Outcome == ReminderOutcome.Done).ToList();
        done.Select(result => (result.Action.Key, result.Action.Kind)).Should().OnlyHaveUniqueItems();
        world.Channel.Delivered.Should().HaveCount((3 * 21) + (2 * 22));
        reports.Sum(report => report.Count(ReminderActionKind.SetCreditFlag)).Should().Be(44);
        (await world.RunAsync()).Results.Should().BeEmpty();
    }

    [Fact]
    public async Task Runs_of_one_runner_go_one_after_the_other()
    {
        var world = new ReminderWorld();
        world.Source.Add(Owed("A-1", dueIn: 3));
        var gate = new TaskCompletionSource();
        world.Channel.OnDeliver = (_, _) => gate.Task;
        using var runner = world.Runner();

        var first = runner.RunOnceAsync();
        var second = runner.RunOnceAsync();
        second.IsCompleted.Should().BeFalse();
        gate.SetResult();

        (await first).Count(ReminderActionKind.MailCustomer).Should().Be(1);
        (await second).Results.Should().BeEmpty();
    }

    [Fact]
    public async Task What_another_process_has_begun_is_left_to_it_until_its_lease_ends()
    {
        var world = new ReminderWorld();
        world.Source.Add(Owed("A-1", dueIn: 3));
        var key = new ReminderKey("A-1", Start.PlusDays(3), "before3");
        var claim = await world.Log.ClaimAsync(key, ReminderActionKind.MailCustomer, Start, NodaTime.Duration.FromMinutes(15), default);

        var report = await world.RunAsync();
        world.Time.Advance(TimeSpan.FromMinutes(15));
        var later = await world.RunAsync();

        report.Count(ReminderActionKind.MailCustomer, ReminderOutcome.ClaimedElsewhere).Should().Be(1);
        report.NextAttempt.Should().Be(claim!.LeasedUntil);
        later.Count(ReminderActionKind.MailCustomer).Should().Be(1);
        world.Channel.Delivered.Should().ContainSingle().Which.Attempt.Should().Be(2);
        (await world.Log.CompleteAsync(claim, default)).Should().BeFalse();
    }

    [Fact]
    public async Task A_send_that_outlived_its_lease_is_reported()
    {
        var world = new ReminderWorld();
        world.Source.Add(Owed("A-1", dueIn: 3));
        world.Channel.OnDeliver = async (message, _) =>
        {
            world.Time.Advance(TimeSpan.FromMinutes(16));
            await world.Log.ClaimAsync(message.Key, message.Action, Start, NodaTime.Duration.FromMinutes(15), default);
        };

        (await world.RunAsync()).Results.Should().ContainSingle().Which.Reason.Should().StartWith("The lease ended before it was recorded");
    }
}
