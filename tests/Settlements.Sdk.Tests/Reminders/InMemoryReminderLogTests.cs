using NodaTime;
using Settlements.Reminders;
using Settlements.Testing;
using static Settlements.Reminders.ReminderActionKind;

namespace Settlements.Tests.Reminders;

public sealed class InMemoryReminderLogTests
{
    private static readonly LocalDate Today = new(2026, 11, 21);
    private static readonly Duration Lease = Duration.FromMinutes(15);
    private static readonly ReminderKey Key = new("A-1", Today.PlusDays(3), "before3");
    private static readonly ReminderKey Moved = new("A-1", Today.PlusDays(9), "before3");

    private readonly ManualTimeProvider _time = new();
    private readonly InMemoryReminderLog _log;

    public InMemoryReminderLogTests() => _log = new InMemoryReminderLog(_time);

    private Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    [Fact]
    public async Task Lends_an_action_to_one_until_it_is_done()
    {
        var claim = await ClaimAsync();

        claim!.Attempts.Should().Be(0);
        claim.LeasedUntil.Should().Be(Now + Lease);
        (await ClaimAsync()).Should().BeNull();
        (await EntryAsync()).Should().Be(Entry(ReminderState.Begun) with { LeasedUntil = Now + Lease });
        (await _log.CompleteAsync(claim, default)).Should().BeTrue();

        (await EntryAsync()).Should().Be(Entry(ReminderState.Done));
        (await _log.CompleteAsync(claim, default)).Should().BeFalse("it is over");
        _time.Advance(TimeSpan.FromDays(9));
        (await ClaimAsync(today: Today.PlusDays(9))).Should().BeNull("what is done is done");
    }

    [Fact]
    public async Task Takes_over_when_the_lease_has_ended_and_counts_it_as_an_attempt()
    {
        var first = (await ClaimAsync())!;
        _time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        (await ClaimAsync()).Should().BeNull();
        _time.Advance(TimeSpan.FromTicks(1));

        var second = (await ClaimAsync(today: Today.PlusDays(1)))!;

        second.Token.Should().NotBe(first.Token);
        second.Attempts.Should().Be(1);
        (await _log.CompleteAsync(first, default)).Should().BeFalse();
        (await _log.FailAsync(first, "late", null, default)).Should().BeFalse();
        (await _log.ReleaseAsync(first, default)).Should().BeFalse();
        (await EntryAsync()).On.Should().Be(Today.PlusDays(1));
        (await _log.CompleteAsync(second, default)).Should().BeTrue();
    }

    [Fact]
    public async Task A_claim_stays_in_force_after_its_lease_until_somebody_else_claims()
    {
        var claim = (await ClaimAsync())!;
        _time.Advance(TimeSpan.FromDays(1));

        (await _log.CompleteAsync(claim, default)).Should().BeTrue();
    }

    [Fact]
    public async Task Keeps_why_an_attempt_failed_and_when_the_next_is_due()
    {
        await _log.FailAsync((await ClaimAsync())!, "no route", Now + Lease, default);

        (await EntryAsync())
            .Should()
            .Be(Entry(ReminderState.Failed) with { Attempts = 1, LastError = "no route", NextAttempt = Now + Lease });
        var second = (await ClaimAsync())!;
        second.Attempts.Should().Be(1, "the caller looks at the next attempt, the log does not");
        (await EntryAsync()).LastError.Should().Be("no route");
        await _log.FailAsync(second, "none either", null, default);
        (await EntryAsync()).Should().Be(Entry(ReminderState.Failed) with { Attempts = 2, LastError = "none either" });
    }

    [Fact]
    public async Task A_claim_given_back_leaves_the_row_as_it_was()
    {
        (await _log.ReleaseAsync((await ClaimAsync())!, default)).Should().BeTrue();
        (await _log.ListAsync(["A-1"], default)).Should().BeEmpty();

        await _log.FailAsync((await ClaimAsync())!, "no route", Now, default);
        var failed = await EntryAsync();
        await _log.ReleaseAsync((await ClaimAsync())!, default);
        (await EntryAsync()).Should().Be(failed);
    }

    [Fact]
    public async Task Skips_what_is_not_done_and_not_worked_on()
    {
        await _log.CompleteAsync((await ClaimAsync(action: ManagerTask))!, default);
        await _log.FailAsync((await ClaimAsync())!, "no route", null, default);
        await ClaimAsync(action: RecordOverdue);

        await _log.SkipAsync(Key, [MailCustomer, ManagerTask, RecordOverdue, SetCreditFlag], Today.PlusDays(1), default);

        (await StatesAsync()).Should().Be("MailCustomer Skipped; ManagerTask Done; RecordOverdue Begun; SetCreditFlag Skipped");
        (await ClaimAsync(today: Today.PlusDays(1))).Should().BeNull("a skipped one never comes");
        var skipped = (await _log.ListAsync(["A-1"], default)).Single(entry => entry.Action == MailCustomer);
        (skipped.On, skipped.Attempts, skipped.LastError).Should().Be((Today.PlusDays(1), 1, "no route"));
        await _log.SkipAsync(Key, [MailCustomer], Today.PlusDays(2), default);
        (await _log.ListAsync(["A-1"], default)).Single(entry => entry.Action == MailCustomer).Should().Be(skipped);
    }

    [Fact]
    public async Task Skips_what_was_cut_off_and_refuses_what_its_claim_still_writes()
    {
        var claim = (await ClaimAsync())!;
        _time.Advance(TimeSpan.FromMinutes(15));

        await _log.SkipAsync(Key, [MailCustomer], Today, default);

        (await _log.CompleteAsync(claim, default)).Should().BeFalse();
        (await StatesAsync()).Should().Be("MailCustomer Skipped");
    }

    [Theory]
    [InlineData(ReminderState.Begun, 0, false)]
    [InlineData(ReminderState.Done, 0, false)]
    [InlineData(ReminderState.Failed, 0, true)]
    [InlineData(ReminderState.Skipped, 0, true)]
    [InlineData(ReminderState.Begun, 1, true)]
    [InlineData(ReminderState.Done, 1, true)]
    public async Task Lends_one_mail_a_day_for_a_receivable(ReminderState first, int daysLater, bool lends)
    {
        await BringToAsync(first);
        _time.Advance(TimeSpan.FromMinutes(15));

        (await ClaimAsync(Moved, today: Today.PlusDays(daysLater)) is not null).Should().Be(lends);
        (await ClaimAsync(Moved, ManagerTask)).Should().NotBeNull("a task is no mail");
        (await ClaimAsync(Moved with { Receivable = "A-2" })).Should().NotBeNull("another receivable");
    }

    [Fact]
    public async Task Lends_a_mail_again_that_was_cut_off_on_the_same_day()
    {
        await ClaimAsync();
        _time.Advance(TimeSpan.FromMinutes(15));

        (await ClaimAsync()).Should().NotBeNull();
    }

    [Fact]
    public async Task Ends_all_leases_for_a_host_that_is_alone()
    {
        var claim = (await ClaimAsync())!;
        await ClaimAsync(Key with { Receivable = "A-2" });

        (await _log.EndLeasesAsync(default)).Should().Be(2);

        (await _log.CompleteAsync(claim, default)).Should().BeFalse();
        (await EntryAsync()).State.Should().Be(ReminderState.Begun, "it may have been sent");
        (await ClaimAsync())!.Attempts.Should().Be(1);
        (await _log.EndLeasesAsync(default)).Should().Be(1);
    }

    [Fact]
    public async Task Lists_the_rows_of_the_receivables_asked_for()
    {
        await ClaimAsync();
        await ClaimAsync(Moved, ManagerTask);
        await ClaimAsync(Key with { Receivable = "a-1" });

        (await _log.ListAsync(["A-1", "A-9"], default))
            .Select(entry => (entry.Key, entry.Action))
            .Should()
            .BeEquivalentTo([(Key, MailCustomer), (Moved, ManagerTask)]);
        (await _log.ListAsync([], default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Gives_an_action_to_one_of_many_who_claim_it_at_one_moment()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => ClaimAsync())));

        claims.Count(claim => claim is not null).Should().Be(1);
    }

    private static ReminderLogEntry Entry(ReminderState state) =>
        new()
        {
            Key = Key,
            Action = MailCustomer,
            State = state,
            On = Today,
        };

    private async Task BringToAsync(ReminderState state)
    {
        if (state == ReminderState.Skipped)
        {
            await _log.SkipAsync(Key, [MailCustomer], Today, default);
            return;
        }
        var claim = (await ClaimAsync())!;
        if (state == ReminderState.Done)
            await _log.CompleteAsync(claim, default);
        if (state == ReminderState.Failed)
            await _log.FailAsync(claim, "no route", null, default);
    }

    private Task<ReminderClaim?> ClaimAsync(ReminderKey? key = null, ReminderActionKind action = MailCustomer, LocalDate? today = null) =>
        _log.ClaimAsync(key ?? Key, action, today ?? Today, Lease, default);

    private async Task<ReminderLogEntry> EntryAsync() => (await _log.ListAsync(["A-1"], default)).Single();

    private async Task<string> StatesAsync() =>
        string.Join(
            "; ",
            (await _log.ListAsync(["A-1"], default)).OrderBy(entry => entry.Action).Select(entry => $"{entry.Action} {entry.State}")
        );
}
