using NodaTime;
using Settlements.Reminders;
using static Settlements.Reminders.ReminderActionKind;

namespace Settlements.AcceptanceTests;

/// <summary>What every <see cref="IReminderLog"/> does, whatever keeps it.</summary>
public abstract partial class ReminderLogSuite : StoreSuite<IReminderLog>
{
    private static readonly LocalDate Today = new(2026, 11, 21);
    private static readonly Duration Lease = Duration.FromMinutes(15);
    private static readonly Duration Tick = Duration.FromTicks(1);
    private static readonly ReminderKey Key = new("A-1", Today.PlusDays(3), "before3");
    private static readonly ReminderKey Moved = new("A-1", Today.PlusDays(9), "before3");

    [Fact]
    public async Task Knows_nothing_at_first()
    {
        Promise.Equal([], await Store.ListAsync(["A-1"], None), "a log without rows lists none");
        Promise.Equal([], await Store.ListAsync([], None), "of no receivables there are no rows");
        Promise.Equal(0, await Store.EndLeasesAsync(None), "there are no leases to end at first");
    }

    [Fact]
    public async Task Lends_an_action_to_one_until_it_is_done_and_then_to_nobody()
    {
        var claim = await ClaimedAsync();

        Promise.Equal(
            (Key, MailCustomer, Clock.Now + Lease, 0),
            (claim.Key, claim.Action, claim.LeasedUntil, claim.Attempts),
            "a claim says what was taken, and until when"
        );
        await ExpectAsync(Entry(ReminderState.Begun) with { LeasedUntil = Clock.Now + Lease }, "a claimed action is begun from now on");
        await ExpectNoClaimAsync("an action under a lease cannot be claimed");
        Promise.Equal(true, await Store.CompleteAsync(claim, None), "a claim in force completes");

        await ExpectAsync(Entry(ReminderState.Done), "a completed action is done, on the business day of its claim");
        await ExpectRefusedAsync(claim);
        Clock.Advance(Duration.FromDays(9));
        Promise.Equal(null, await ClaimAsync(today: Today.PlusDays(9)), "what is done is done for good");
    }

    [Fact]
    public async Task Takes_over_when_the_lease_has_ended_and_counts_it_as_an_attempt()
    {
        var first = await ClaimedAsync();
        Clock.Advance(Lease - Tick);
        await ExpectNoClaimAsync("a lease is in force until its end");
        Clock.Advance(Tick);

        var second = Promise.Present(await ClaimAsync(today: Today.PlusDays(1)), "an action whose lease has ended can be taken over");

        Promise.Kept(second.Token != first.Token, "each claim has a token that no claim had before");
        Promise.Equal(1, second.Attempts, "a lease that ended without a word counts as a failed attempt");
        await ExpectRefusedAsync(first);
        await ExpectAsync(
            Entry(ReminderState.Begun) with
            {
                On = Today.PlusDays(1),
                Attempts = 1,
                LeasedUntil = Clock.Now + Lease,
            },
            "an action that was taken over is begun on the new day"
        );
        Promise.Equal(true, await Store.CompleteAsync(second, None), "the current token completes");
    }

    [Fact]
    public async Task Leaves_a_claim_in_force_after_its_lease_until_somebody_else_claims()
    {
        var claim = await ClaimedAsync();
        Clock.Advance(Duration.FromDays(1));

        Promise.Equal(
            true,
            await Store.CompleteAsync(claim, None),
            "a token stays current after its lease has ended until somebody claims the row"
        );
    }

    [Fact]
    public async Task Keeps_why_an_attempt_failed_and_when_the_next_is_due()
    {
        const string Error = "нет пути 'a'; \"b\" 🎄\n";
        await Store.FailAsync(await ClaimedAsync(), Error, Clock.Now + Tick, None);
        await ExpectAsync(
            Entry(ReminderState.Failed) with
            {
                Attempts = 1,
                LastError = Error,
                NextAttempt = Clock.Now + Tick,
            },
            "a failed attempt is counted, with its reason and the next attempt"
        );

        var second = await ClaimedAsync();
        Promise.Equal(1, second.Attempts, "the next attempt is not looked at: a caller who claims knows it");
        Promise.Equal(Error, (await EntriesAsync()).Single().LastError, "attempts, last error and next attempt stay when a row is claimed");
        await Store.FailAsync(second, "", null, None);

        await ExpectAsync(
            Entry(ReminderState.Failed) with
            {
                Attempts = 2,
                LastError = "",
            },
            "the last failure takes the place of the one before"
        );
    }

    [Fact]
    public async Task Leaves_a_row_as_it_was_when_a_claim_is_given_back()
    {
        Promise.Equal(true, await Store.ReleaseAsync(await ClaimedAsync(), None), "a claim in force can be given back");
        Promise.Equal([], await EntriesAsync(), "a row without failed attempts is gone when its claim is given back");

        await Store.FailAsync(await ClaimedAsync(), "no route", Clock.Now, None);
        var failed = (await EntriesAsync()).Single();
        await Store.ReleaseAsync(await ClaimedAsync(), None);

        await ExpectAsync(failed, "a row with failed attempts is failed as before when its claim is given back");
    }

    [Fact]
    public async Task Keeps_rows_letter_for_letter_and_lists_those_asked_for()
    {
        ReminderKey[] keys =
        [
            Key,
            Key with
            {
                Receivable = "a-1",
            },
            Key with
            {
                Receivable = "A-1 ",
            },
            Key with
            {
                Receivable = "№ 1/«ё» 'a'; \"b\" 🎄",
            },
            Key with
            {
                Step = "Before3",
            },
            Key with
            {
                Due = new LocalDate(1, 1, 1),
            },
            Key with
            {
                Due = new LocalDate(9999, 12, 31),
            },
        ];
        foreach (var key in keys)
            await Store.CompleteAsync(await ClaimedAsync(key, ManagerTask), None);

        foreach (var receivable in keys.Select(key => key.Receivable).Distinct(StringComparer.Ordinal))
            Promise.Equal(
                keys.Where(key => key.Receivable == receivable).Select(key => key.ToString()).Order(StringComparer.Ordinal).ToList(),
                [
                    .. (await Store.ListAsync([receivable, "never seen"], None))
                        .Select(row => row.Key.ToString())
                        .Order(StringComparer.Ordinal),
                ],
                "the rows of a receivable are listed over all its due dates and steps, and no others"
            );
        Promise.Equal(
            keys.Length,
            (await Store.ListAsync([.. keys.Select(key => key.Receivable).Distinct(StringComparer.Ordinal)], None)).Count,
            "rows of several receivables are listed together"
        );
    }

    [Fact]
    public async Task Refuses_what_a_claim_still_writes_after_all_leases_were_ended()
    {
        var claim = await ClaimedAsync();
        await ClaimedAsync(Key with { Receivable = "A-2" });
        await Store.CompleteAsync(await ClaimedAsync(Key with { Receivable = "A-3" }), None);

        Promise.Equal(2, await Store.EndLeasesAsync(None), "EndLeasesAsync says how many leases were in force");
        Promise.Equal(0, await Store.EndLeasesAsync(None), "a lease is ended once");

        await ExpectRefusedAsync(claim);
        Promise.Equal(
            ReminderState.Begun,
            (await EntriesAsync()).Single().State,
            "an action whose lease was ended is still begun: it may have been carried out"
        );
        Promise.Equal(1, (await ClaimedAsync()).Attempts, "an action whose lease was ended can be claimed at once, and counts as tried");
    }

    [Fact]
    public async Task Shows_another_instance_what_it_keeps()
    {
        var claim = await ClaimedAsync();
        var other = await OpenAgainAsync(Clock);

        Promise.Equal(
            null,
            await other.ClaimAsync(Key, MailCustomer, Today, Lease, None),
            "another instance over the same data respects a lease of the first one"
        );
        Promise.Equal(true, await other.CompleteAsync(claim, None), "another instance accepts a token that the first one gave");
        await ExpectAsync(Entry(ReminderState.Done), "what another instance has done is done");
    }

    [Fact]
    public async Task Gives_an_action_to_one_of_many_who_claim_it_at_one_moment()
    {
        var claims = await AtOneMomentAsync(40, (store, _) => store.ClaimAsync(Key, MailCustomer, Today, Lease, None));
        var claim = Promise.Present(
            claims.SingleOrDefault(one => one is not null),
            "of many who claim an action at one moment one gets it, and no other"
        );
        var completed = await AtOneMomentAsync(40, (store, _) => store.CompleteAsync(claim, None));

        Promise.Equal(1, completed.Count(once => once), "of many who complete a claim at one moment one is told that it did");
    }

    private static ReminderLogEntry Entry(ReminderState state) =>
        new()
        {
            Key = Key,
            Action = MailCustomer,
            State = state,
            On = Today,
        };

    private Task<ReminderClaim?> ClaimAsync(ReminderKey? key = null, ReminderActionKind action = MailCustomer, LocalDate? today = null) =>
        Store.ClaimAsync(key ?? Key, action, today ?? Today, Lease, None);

    private async Task<ReminderClaim> ClaimedAsync(ReminderKey? key = null, ReminderActionKind action = MailCustomer) =>
        Promise.Present(await ClaimAsync(key, action), "an action that is not done, not skipped and under nobody's lease can be claimed");

    private async Task ExpectNoClaimAsync(string promise) => Promise.Equal(null, await ClaimAsync(), promise);

    private Task<IReadOnlyList<ReminderLogEntry>> EntriesAsync() => Store.ListAsync(["A-1"], None);

    private async Task ExpectAsync(ReminderLogEntry expected, string promise) => Promise.Equal([expected], await EntriesAsync(), promise);

    private async Task ExpectRefusedAsync(ReminderClaim claim)
    {
        const string Promised = "with a token that is not the current one nothing is written, and false is returned";
        var before = await EntriesAsync();

        Promise.Equal(false, await Store.CompleteAsync(claim, None), $"CompleteAsync: {Promised}");
        Promise.Equal(false, await Store.FailAsync(claim, "late", null, None), $"FailAsync: {Promised}");
        Promise.Equal(false, await Store.ReleaseAsync(claim, None), $"ReleaseAsync: {Promised}");
        Promise.Equal(before, await EntriesAsync(), Promised);
    }
}
