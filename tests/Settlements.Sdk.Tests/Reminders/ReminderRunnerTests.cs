using System.Globalization;
using NodaTime;
using Settlements.Credit;
using Settlements.Reminders;
using Settlements.Terms;
using static Settlements.Tests.Reminders.ReminderWorld;

namespace Settlements.Tests.Reminders;

public sealed class ReminderRunnerTests
{
    private readonly ReminderWorld _world = new();

    [Fact]
    public async Task Goes_through_the_default_plan_and_ends_with_the_payment()
    {
        _world.Source.Add(Owed("A-1", dueIn: 3));

        (await _world.DeliveriesAsync()).Should().Be("MailCustomer before3 A-1");
        (await _world.DeliveriesAsync()).Should().BeEmpty();
        _world.NextDay(3);
        (await _world.DeliveriesAsync()).Should().Be("MailCustomer dueDay A-1; ManagerTask dueDay A-1");
        _world.NextDay();
        (await _world.DeliveriesAsync()).Should().BeEmpty();
        (await _world.FlaggedAsync()).Should().Equal(Counterparty(1));
        (await _world.OverdueAsync()).Should().Equal("A-1");

        _world.Source["A-1"] = _world.Source["A-1"] with { Outstanding = Money.Rub(0m) };
        var report = await _world.RunAsync();

        (await _world.FlaggedAsync()).Should().BeEmpty();
        (await _world.OverdueAsync()).Should().BeEmpty();
        report.ClosedOverdue.Should().ContainSingle().Which.ClosedOn.Should().Be(Start.PlusDays(4));
        report.Count(ReminderActionKind.LiftCreditFlag).Should().Be(1);
    }

    [Fact]
    public async Task Records_what_was_open_when_it_became_overdue()
    {
        _world.Source.Add(Owed("A-1", dueIn: -1, 99.99m) with { Number = "17" });

        var report = await _world.RunAsync();

        (await _world.Status.ListOverdueAsync(Counterparty(1), null, 10, default))
            .Entries.Should()
            .Equal(
                new OverdueEntry
                {
                    Receivable = "A-1",
                    Due = Start.PlusDays(-1),
                    Counterparty = Counterparty(1),
                    Outstanding = Money.Rub(99.99m),
                    Number = "17",
                    RecordedOn = Start,
                }
            );
        (await _world.Status.FindFlagAsync(Counterparty(1), default))!.Receivable.Should().Be("A-1");
        report.Count(ReminderActionKind.RecordOverdue).Should().Be(1);
        report.Count(ReminderActionKind.SetCreditFlag).Should().Be(1);
        report.Today.Should().Be(Start);
        report.Receivables.Should().Be(1);
        report.NextAttempt.Should().BeNull();
    }

    [Fact]
    public async Task Catches_missed_days_up_by_the_latest_step_and_records_the_others_as_skipped()
    {
        _world.Source.Add(Owed("A-1", dueIn: 0));

        var report = await _world.RunAsync();

        report.Skipped.Should().Equal(new ReminderKey("A-1", Start, "before3"));
        (await _world.StateAsync("A-1")).Should().Be("before3 MailCustomer Skipped; dueDay MailCustomer Done; dueDay ManagerTask Done");
    }

    [Fact]
    public async Task Asks_the_source_as_far_ahead_as_the_earliest_step_of_any_plan()
    {
        ReminderStep[] early =
        [
            new()
            {
                Name = "early",
                OffsetDays = -10,
                Actions = [ReminderActionKind.MailCustomer],
            },
        ];
        _world.Options.Plans = new Dictionary<string, ReminderPlan>(StringComparer.Ordinal) { ["early"] = new(early) };

        await _world.RunAsync();

        _world.Source.LastAskedFor.Should().Be(Start.PlusDays(10));
    }

    [Fact]
    public async Task Follows_the_business_day_and_not_that_of_UTC()
    {
        _world.Source.Add(Owed("A-1", dueIn: 4));
        _world.Time.Advance(TimeSpan.FromHours(14.5));
        (await _world.DeliveriesAsync()).Should().BeEmpty("it is 23:30 in Moscow");

        _world.Time.Advance(TimeSpan.FromHours(0.5));

        (await _world.DeliveriesAsync()).Should().Be("MailCustomer before3 A-1", "it is midnight in Moscow, and 21:00 in UTC");
    }

    [Theory]
    [InlineData("paid")]
    [InlineData("cancelled")]
    [InlineData("moved")]
    [InlineData("gone")]
    public async Task Does_not_send_what_was_settled_between_the_plan_and_the_send(string how)
    {
        var owed = Owed("A-1", dueIn: 3);
        _world.Source.Add(owed);
        _world.Source.OnFind = id =>
        {
            if (how == "gone")
                _world.Source.Remove(id);
            else
                _world.Source[id] = how switch
                {
                    "paid" => owed with { Outstanding = Money.Rub(0m) },
                    "cancelled" => owed with { Status = ReceivableStatus.Cancelled },
                    _ => owed with { Due = owed.Due.PlusDays(30) },
                };
        };

        var report = await _world.RunAsync();

        report.Count(ReminderActionKind.MailCustomer, ReminderOutcome.NoLongerDue).Should().Be(1);
        _world.Channel.Delivered.Should().BeEmpty();
        (await _world.StateAsync("A-1")).Should().BeEmpty("nothing was sent: it may be sent if it opens again");
    }

    [Fact]
    public async Task Speaks_of_what_is_open_now_and_not_when_it_was_planned()
    {
        var owed = Owed("A-1", dueIn: 3, 100m);
        _world.Source.Add(owed);
        _world.Source.OnFind = id => _world.Source[id] = owed with { Outstanding = Money.Rub(40m), Amount = Money.Rub(100m) };

        await _world.RunAsync();

        _world.Channel.Delivered.Should().ContainSingle().Which.Receivable.Outstanding.Should().Be(Money.Rub(40m));
    }

    [Fact]
    public async Task Starts_anew_for_a_moved_due_date_but_mails_once_a_day()
    {
        _world.Source.Add(Owed("A-1", dueIn: 0));
        await _world.RunAsync();
        _world.Source["A-1"] = Owed("A-1", dueIn: 3);

        var sameDay = await _world.RunAsync();
        _world.NextDay();

        sameDay.HeldBackMails.Should().Equal(new ReminderKey("A-1", Start.PlusDays(3), "before3"));
        (await _world.DeliveriesAsync()).Should().Be("MailCustomer before3 A-1");
    }

    [Fact]
    public async Task A_failing_mail_waits_longer_each_time_and_holds_up_neither_the_task_nor_others()
    {
        _world.Source.Add(Owed("A-1", dueIn: 0));
        _world.Source.Add(Owed("A-2", dueIn: 0));
        _world.Channel.OnDeliver = (message, _) =>
            message.IdempotencyKey == $"mailCustomer/2026-11-21/dueDay/A-1" ? throw new IOException("no route") : Task.CompletedTask;

        (await _world.DeliveriesAsync()).Should().Be("ManagerTask dueDay A-1; MailCustomer dueDay A-2; ManagerTask dueDay A-2");
        var pauses = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            var waits = await _world.RunAsync();
            waits.Results.Should().ContainSingle().Which.Outcome.Should().Be(ReminderOutcome.Waiting);
            waits.Results[0].Reason.Should().Be("IOException: no route");
            pauses.Add((waits.NextAttempt!.Value - Instant.FromDateTimeOffset(_world.Time.GetUtcNow())).TotalMinutes);
            if (i == 7)
                break;
            _world.Time.Advance(TimeSpan.FromMinutes(pauses[^1]));
            (await _world.RunAsync()).Count(ReminderActionKind.MailCustomer, ReminderOutcome.Failed).Should().Be(1);
        }

        pauses.Should().Equal(5, 10, 20, 40, 80, 160, 320, 360);
        _world.Channel.Delivered.Should().HaveCount(3);
    }

    [Fact]
    public async Task Somebody_who_asks_does_not_wait_for_the_pause()
    {
        _world.Source.Add(Owed("A-1", dueIn: 3));
        _world.Channel.OnDeliver = (_, _) => throw new IOException("no route");
        await _world.RunAsync();
        _world.Channel.OnDeliver = null;

        (await _world.RunAsync()).Count(ReminderActionKind.MailCustomer, ReminderOutcome.Waiting).Should().Be(1);
        (await _world.RunAsync(ignorePauses: true)).Count(ReminderActionKind.MailCustomer).Should().Be(1);

        _world.Channel.Delivered.Should().ContainSingle().Which.Attempt.Should().Be(2);
    }

    [Fact]
    public async Task A_step_that_failed_until_the_next_one_came_is_skipped()
    {
        _world.Source.Add(Owed("A-1", dueIn: 0));
        _world.Channel.OnDeliver = (message, _) =>
            message.Action == ReminderActionKind.MailCustomer ? throw new IOException("no route") : Task.CompletedTask;
        await _world.RunAsync();
        _world.NextDay();

        await _world.RunAsync();

        (await _world.StateAsync("A-1"))
            .Should()
            .Be(
                "after1 RecordOverdue Done; after1 SetCreditFlag Done; before3 MailCustomer Skipped; dueDay MailCustomer Skipped; dueDay ManagerTask Done"
            );
    }

    [Fact]
    public async Task Leaves_the_rest_of_a_kind_alone_when_its_channel_is_down()
    {
        for (var i = 0; i < 20; i++)
            _world.Source.Add(Owed($"A-{i}", dueIn: 0));
        var mails = 0;
        _world.Channel.OnDeliver = (message, _) =>
            message.Action == ReminderActionKind.MailCustomer ? throw new IOException($"{++mails}") : Task.CompletedTask;

        var report = await _world.RunAsync();

        mails.Should().Be(10);
        report.Count(ReminderActionKind.MailCustomer, ReminderOutcome.Failed).Should().Be(10);
        report.Count(ReminderActionKind.MailCustomer, ReminderOutcome.Waiting).Should().Be(10);
        report.Count(ReminderActionKind.ManagerTask).Should().Be(20);
        report.NextAttempt.Should().Be(Instant.FromDateTimeOffset(_world.Time.GetUtcNow()) + Duration.FromMinutes(5));
    }

    [Fact]
    public async Task A_delivery_that_hangs_is_told_to_stop_and_counts_as_failed()
    {
        _world.Source.Add(Owed("A-1", dueIn: 3));
        _world.Channel.OnDeliver = (_, stop) => Task.Delay(Timeout.InfiniteTimeSpan, _world.Time, stop);

        var run = _world.RunAsync();
        await _world.Time.WaitForTimersAsync();
        _world.Time.Advance(TimeSpan.FromMinutes(1));

        (await run)
            .Results.Should()
            .ContainSingle()
            .Which.Reason.Should()
            .Be("TimeoutException: The channel took longer than DeliveryTimeout (00:01:00).");
    }

    [Fact]
    public async Task A_run_that_is_stopped_leaves_a_send_under_way_for_the_next_one()
    {
        using var stop = new CancellationTokenSource();
        _world.Source.Add(Owed("A-1", dueIn: 3));
        _world.Source.Add(Owed("A-2", dueIn: 3));
        _world.Channel.OnDeliver = async (_, token) =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
        };

        await _world.Awaiting(world => world.RunAsync(cancellationToken: stop.Token)).Should().ThrowAsync<OperationCanceledException>();
        _world.Channel.OnDeliver = null;

        (await _world.DeliveriesAsync()).Should().Be("MailCustomer before3 A-1; MailCustomer before3 A-2");
        _world.Channel.Delivered.Select(message => message.Attempt).Should().Equal(2, 1);
    }

    [Fact]
    public async Task A_list_that_breaks_off_sends_nothing_and_lifts_no_flag()
    {
        _world.Source.Add(Owed("A-1", dueIn: -1));
        await _world.RunAsync();
        _world.Source.Add(Owed("A-2", dueIn: 3));
        _world.Source.BreaksAfter = 0;

        await _world.Awaiting(world => world.RunAsync()).Should().ThrowAsync<IOException>();

        (await _world.FlaggedAsync()).Should().Equal(Counterparty(1));
        (await _world.OverdueAsync()).Should().Equal("A-1");
        _world.Channel.Delivered.Should().BeEmpty();
    }

    [Fact]
    public async Task A_receivable_that_cannot_be_judged_is_reported_and_keeps_its_flag_while_others_go_on()
    {
        _world.Source.Add(Owed("A-1", dueIn: -1));
        await _world.RunAsync();
        _world.Source["A-1"] = _world.Source["A-1"] with { Outstanding = default };
        _world.Source.Add(Owed("A-2", dueIn: 3, counterparty: 2));

        var report = await _world.RunAsync();

        report.Problems.Should().ContainSingle().Which.Receivable.Should().Be("A-1");
        (await _world.FlaggedAsync()).Should().Equal(Counterparty(1));
        (await _world.OverdueAsync()).Should().Equal("A-1");
        _world.Channel.Keys.Should().Equal("mailCustomer/2026-11-24/before3/A-2");
    }

    [Fact]
    public async Task Lifts_nothing_when_the_source_cannot_be_asked_once_more()
    {
        _world.Source.Add(Owed("A-1", dueIn: -1));
        await _world.RunAsync();
        _world.Source["A-1"] = _world.Source["A-1"] with { Status = ReceivableStatus.Paid };
        _world.Source.OnFind = _ => throw new IOException("no route");

        var report = await _world.RunAsync();

        report.Problems.Should().HaveCount(2, "the entry and the flag");
        report.NextAttempt.Should().NotBeNull();
        (await _world.FlaggedAsync()).Should().Equal(Counterparty(1));
        (await _world.OverdueAsync()).Should().Equal("A-1");
    }

    [Fact]
    public async Task Keeps_a_flag_that_was_set_anew_while_it_read()
    {
        _world.Source.Add(Owed("A-1", dueIn: -1));
        await _world.RunAsync();
        _world.Source["A-1"] = _world.Source["A-1"] with { Status = ReceivableStatus.Paid };
        _world.Source.OnFind = _ => _world.Status.SetFlagAsync(Counterparty(1), "A-9", Start, Start, default).GetAwaiter().GetResult();

        await _world.RunAsync();

        (await _world.Status.FindFlagAsync(Counterparty(1), default))!.Receivable.Should().Be("A-9");
    }

    [Fact]
    public async Task Asks_for_the_cause_once_more_before_it_lifts()
    {
        _world.Source.Add(Owed("A-1", dueIn: -1));
        await _world.RunAsync();
        var hidden = _world.Source["A-1"];
        _world.Source.Remove("A-1");
        _world.Source.OnFind = _ => _world.Source[hidden.Id] = hidden;

        var report = await _world.RunAsync();

        report.ClosedOverdue.Should().BeEmpty();
        (await _world.FlaggedAsync()).Should().Equal(Counterparty(1));
    }

    [Fact]
    public async Task A_counterparty_that_is_no_GUID_cannot_be_flagged_and_says_so()
    {
        _world.Source.Add(Owed("A-1", dueIn: -1) with { Counterparty = "C-1" });

        var report = await _world.RunAsync();

        report
            .Results.Should()
            .HaveCount(2)
            .And.OnlyContain(result =>
                result.Outcome == ReminderOutcome.Failed && result.Reason!.Contains("'C-1' of the receivable 'A-1' is no GUID")
            );
    }

    [Fact]
    public async Task Reminds_each_customer_by_his_plan_and_in_his_language()
    {
        _world.Options.Plans = new Dictionary<string, ReminderPlan>(StringComparer.Ordinal)
        {
            ["late"] = new(
                [
                    new()
                    {
                        Name = "working1",
                        OffsetDays = 1,
                        Unit = ReminderUnit.WorkingDays,
                        Actions = [ReminderActionKind.MailCustomer, ReminderActionKind.ManagerTask],
                    },
                ],
                ProductionCalendar.Russia
            ),
        };
        _world.Customers = new FixedCustomers(
            (
                1,
                new ReminderCustomer
                {
                    Plan = "late",
                    Language = CultureInfo.GetCultureInfo("en"),
                    Name = "Camomile",
                }
            ),
            (2, new ReminderCustomer { Plan = "unheard-of" })
        );
        _world.Source.Add(Owed("A-1", dueIn: -1));
        _world.Source.Add(Owed("A-2", dueIn: 3, counterparty: 2));
        _world.Source.Add(Owed("A-3", dueIn: 3, counterparty: 3));
        (await _world.DeliveriesAsync()).Should().Be("MailCustomer before3 A-3", "the 21st is a Saturday");
        _world.NextDay(2);

        (await _world.DeliveriesAsync()).Should().Be("MailCustomer working1 A-1; ManagerTask working1 A-1");

        _world.Channel.Delivered.Select(message => message.Language.Name).Should().Equal("en", "ru");
        _world.Channel.Delivered[1].Text.Should().StartWith("Camomile: срок оплаты");
        (await _world.RunAsync())
            .Problems.Should()
            .ContainSingle()
            .Which.Message.Should()
            .Contain("the plan 'unheard-of', which ReminderOptions.Plans does not have");
    }

    [Fact]
    public async Task A_calendar_without_the_year_stops_only_what_needs_it()
    {
        _world.Options.Plan = new ReminderPlan(
            [
                new()
                {
                    Name = "working20",
                    OffsetDays = -20,
                    Unit = ReminderUnit.WorkingDays,
                    Actions = [ReminderActionKind.MailCustomer],
                },
            ],
            ProductionCalendar.Russia
        );
        _world.NextDay(30);
        _world.Source.Add(Owed("A-1", dueIn: 35));
        _world.Source.Add(Owed("A-2", dueIn: 45));

        var report = await _world.RunAsync();

        _world.Channel.Delivered.Should().ContainSingle().Which.Receivable.Id.Should().Be("A-1");
        report.Problems.Should().ContainSingle().Which.Message.Should().StartWith("The calendar RU does not know the year 2027");
    }

    [Fact]
    public async Task Says_which_options_are_wrong()
    {
        var options = new ReminderOptions
        {
            Plan = null!,
            TimeZone = "Moscow",
            Language = "",
            MaxParallel = 0,
            FirstPause = TimeSpan.FromDays(2),
            DeliveryTimeout = TimeSpan.FromMinutes(10),
            Lease = TimeSpan.FromMinutes(1),
            StopAfterFailures = 0,
            Plans = new Dictionary<string, ReminderPlan>(StringComparer.Ordinal) { [" "] = null! },
        };

        FluentActions
            .Invoking(() => new ReminderRunner(_world.Source, _world.Log, _world.Channel, _world.Status, options))
            .Should()
            .Throw<ArgumentException>()
            .Which.Message.Split("ReminderOptions.")
            .Skip(1)
            .Select(fault => fault.Split(' ')[0])
            .Should()
            .Equal(
                "Plan",
                "Plans",
                "TimeZone",
                "Language",
                "MaxParallel",
                "FirstPause",
                "LongestPause",
                "Lease",
                "DeliveryTimeout",
                "StopAfterFailures"
            );
        await Task.CompletedTask;
    }

    private sealed class FixedCustomers(params (int Number, ReminderCustomer Customer)[] known) : IReminderCustomers
    {
        public Task<IReadOnlyDictionary<string, ReminderCustomer>> ListAsync(
            IReadOnlyCollection<string> counterparties,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult<IReadOnlyDictionary<string, ReminderCustomer>>(
                known
                    .Where(pair => counterparties.Contains(Counterparty(pair.Number).ToString(), StringComparer.Ordinal))
                    .ToDictionary(pair => Counterparty(pair.Number).ToString(), pair => pair.Customer, StringComparer.Ordinal)
            );
    }
}
