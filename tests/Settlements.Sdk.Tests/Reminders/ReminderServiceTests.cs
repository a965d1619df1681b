using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using Settlements.Reminders;
using static Settlements.Tests.Reminders.ReminderWorld;

namespace Settlements.Tests.Reminders;

public sealed class ReminderServiceTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ReminderWorld _world = new();
    private readonly ReminderScheduleOptions _schedule = new();
    private readonly List<Instant> _runs = [];

    public ReminderServiceTests() => _world.Source.OnList = () => _runs.Add(Instant.FromDateTimeOffset(_world.Time.GetUtcNow()));

    [Theory]
    [InlineData("2026-03-27T12:00:00Z", "2026-03-28T01:30:00Z 2026-03-29T01:30:00Z 2026-03-30T00:30:00Z 2026-03-31T00:30:00Z")]
    [InlineData("2026-10-23T12:00:00Z", "2026-10-24T00:30:00Z 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z 2026-10-27T01:30:00Z")]
    public async Task Runs_once_a_day_across_a_change_of_the_clocks(string start, string expected)
    {
        _world.Options.TimeZone = "Europe/Berlin";
        _schedule.At = new LocalTime(2, 30);
        _schedule.CatchUpAtStart = false;
        _world.Time.SetUtcNow(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture));
        var end = _world.Time.GetUtcNow().AddDays(4);

        await WhileItRunsAsync(async _ =>
        {
            while (_world.Time.GetUtcNow() < end)
            {
                await _world.Time.WaitForTimersAsync();
                _world.Time.Advance(_world.Time.NextTimerIn!.Value);
            }
            await _world.Time.WaitForTimersAsync();
        });

        string.Join(' ', _runs.Select(InstantPattern.General.Format)).Should().Be(expected);
    }

    [Theory]
    [InlineData(6, 30, true, true)]
    [InlineData(6, 0, true, true)]
    [InlineData(5, 59, true, false)]
    [InlineData(6, 30, false, false)]
    public async Task Catches_up_at_the_start_what_the_host_slept_through(int hour, int minute, bool catchesUp, bool runsAtOnce)
    {
        _schedule.CatchUpAtStart = catchesUp;
        _world.Time.SetUtcNow(new DateTimeOffset(2026, 11, 22, hour, minute, 0, TimeSpan.Zero));

        await WhileItRunsAsync(_ => _world.Time.WaitForTimersAsync());

        _runs.Should().HaveCount(runsAtOnce ? 1 : 0);
    }

    [Fact]
    public async Task Does_not_run_by_itself_when_it_is_switched_off_but_when_it_is_asked()
    {
        _schedule.IsEnabled = false;
        _world.Source.Add(Owed("A-1", dueIn: 3));

        await WhileItRunsAsync(async service => (await service.TriggerAsync()).Count(ReminderActionKind.MailCustomer).Should().Be(1));

        _runs.Should().ContainSingle();
    }

    [Fact]
    public async Task Who_asks_does_not_wait_for_a_pause()
    {
        _world.Source.Add(Owed("A-1", dueIn: 3));
        _world.Channel.OnDeliver = (_, _) => throw new IOException("no route");

        await WhileItRunsAsync(async service =>
        {
            await _world.Time.WaitForTimerAsync(TimeSpan.FromMinutes(5));
            _world.Channel.OnDeliver = null;
            (await service.TriggerAsync()).Count(ReminderActionKind.MailCustomer).Should().Be(1);
            await _world.Time.WaitForTimerAsync(Hour);
        });

        _runs.Should().HaveCount(2);
    }

    [Fact]
    public async Task Tries_again_on_the_same_day_what_failed()
    {
        var fails = 3;
        _world.Source.Add(Owed("A-1", dueIn: 3));
        _world.Channel.OnDeliver = (_, _) => fails-- > 0 ? throw new IOException("no route") : Task.CompletedTask;

        await WhileItRunsAsync(async _ =>
        {
            foreach (var minutes in new[] { 5, 10, 20 })
            {
                await _world.Time.WaitForTimerAsync(TimeSpan.FromMinutes(minutes));
                _world.Time.Advance(TimeSpan.FromMinutes(minutes));
            }
            await _world.Time.WaitForTimerAsync(Hour);
        });

        _runs.Select(run => (run - _runs[0]).TotalMinutes).Should().Equal(0, 5, 15, 35);
        _world.Channel.Delivered.Should().ContainSingle().Which.Attempt.Should().Be(4);
    }

    [Fact]
    public async Task Runs_again_after_growing_pauses_when_a_run_failed_as_a_whole()
    {
        _world.Source.Add(Owed("A-1", dueIn: 3));
        _world.Source.BreaksAfter = 0;

        await WhileItRunsAsync(async _ =>
        {
            await _world.Time.WaitForTimerAsync(TimeSpan.FromMinutes(5));
            _world.Time.Advance(TimeSpan.FromMinutes(5));
            await _world.Time.WaitForTimerAsync(TimeSpan.FromMinutes(10));
            _world.Source.BreaksAfter = null;
            _world.Time.Advance(TimeSpan.FromMinutes(10));
            await _world.Time.WaitForTimerAsync(Hour);
        });

        _world.Channel.Delivered.Should().ContainSingle();
    }

    [Fact]
    public async Task Looks_at_the_clock_every_hour_and_runs_only_when_it_is_time()
    {
        await WhileItRunsAsync(async _ =>
        {
            for (var hour = 0; hour < 23; hour++)
            {
                await _world.Time.WaitForTimerAsync(Hour);
                _world.Time.Advance(Hour);
            }
            await _world.Time.WaitForTimerAsync(Hour);
        });

        _runs.Should().ContainSingle("it caught up at the start, and tomorrow's run is an hour away");
    }

    private async Task WhileItRunsAsync(Func<ReminderService, Task> meanwhile)
    {
        using var runner = _world.Runner();
        using var service = new ReminderService(
            runner,
            Options.Create(_world.Options),
            Options.Create(_schedule),
            _world.Time,
            NullLogger<ReminderService>.Instance
        );
        await service.StartAsync(default);
        await meanwhile(service);
        await service.StopAsync(default);
    }
}
