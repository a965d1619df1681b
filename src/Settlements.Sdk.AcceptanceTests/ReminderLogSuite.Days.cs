using Settlements.Reminders;
using static Settlements.Reminders.ReminderActionKind;

namespace Settlements.AcceptanceTests;

/// <content>One mail a day, and what is skipped.</content>
public abstract partial class ReminderLogSuite
{
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
        Clock.Advance(Lease);

        var second = await ClaimAsync(Moved, today: Today.PlusDays(daysLater));

        Promise.Equal(
            lends,
            second is not null,
            $"another mail of one receivable, {daysLater} days after one that is {first}, whether its lease has ended or not"
        );
        Promise.Kept(await ClaimAsync(Moved, ManagerTask) is not null, "a task is no mail");
        Promise.Kept(await ClaimAsync(Moved with { Receivable = "a-1" }) is not null, "a mail of another receivable is in nobody's way");
    }

    [Fact]
    public async Task Lends_a_mail_again_that_was_cut_off_on_the_same_day()
    {
        await ClaimedAsync();
        Clock.Advance(Lease);

        Promise.Kept(await ClaimAsync() is not null, "a mail is not in its own way");
    }

    [Fact]
    public async Task Lends_one_mail_of_many_steps_that_are_claimed_at_one_moment()
    {
        var claims = await AtOneMomentAsync(
            40,
            (store, number) => store.ClaimAsync(Key with { Due = Today.PlusDays(number) }, MailCustomer, Today, Lease, None)
        );

        Promise.Equal(1, claims.Count(claim => claim is not null), "of many mails of one receivable at one moment one is lent");
    }

    [Fact]
    public async Task Skips_what_is_not_done_and_not_worked_on()
    {
        await Store.CompleteAsync(await ClaimedAsync(Key, ManagerTask), None);
        await Store.FailAsync(await ClaimedAsync(), "no route", null, None);
        await ClaimedAsync(Key, RecordOverdue);

        await Store.SkipAsync(Key, [MailCustomer, ManagerTask, RecordOverdue, SetCreditFlag], Today.PlusDays(1), None);

        Promise.Equal(
            (string[])["MailCustomer Skipped", "ManagerTask Done", "RecordOverdue Begun", "SetCreditFlag Skipped"],
            [.. (await EntriesAsync()).Select(row => $"{row.Action} {row.State}").Order(StringComparer.Ordinal)],
            "actions without a row and failed ones are skipped; what is done or under a lease stays"
        );
        Promise.Equal(null, await ClaimAsync(today: Today.PlusDays(1)), "what was skipped never comes");
        var skipped = await MailAsync();
        Promise.Equal(
            (Today.PlusDays(1), 1, "no route"),
            (skipped.On, skipped.Attempts, skipped.LastError),
            "a skipped row says when it was skipped, and keeps its attempts"
        );
        await Store.SkipAsync(Key, [MailCustomer], Today.PlusDays(2), None);

        Promise.Equal(skipped, await MailAsync(), "what was skipped before stays as it is");
    }

    [Fact]
    public async Task Skips_what_was_cut_off_and_refuses_what_its_claim_still_writes()
    {
        var claim = await ClaimedAsync();
        Clock.Advance(Lease);

        await Store.SkipAsync(Key, [MailCustomer], Today, None);

        await ExpectRefusedAsync(claim);
        Promise.Equal(ReminderState.Skipped, (await MailAsync()).State, "an action whose lease has ended is skipped");
    }

    private async Task<ReminderLogEntry> MailAsync() => (await EntriesAsync()).Single(row => row.Action == MailCustomer);

    private async Task BringToAsync(ReminderState state)
    {
        if (state == ReminderState.Skipped)
        {
            await Store.SkipAsync(Key, [MailCustomer], Today, None);
            return;
        }

        var claim = await ClaimedAsync();
        if (state == ReminderState.Done)
            await Store.CompleteAsync(claim, None);
        else if (state == ReminderState.Failed)
            await Store.FailAsync(claim, "no route", null, None);
    }
}
