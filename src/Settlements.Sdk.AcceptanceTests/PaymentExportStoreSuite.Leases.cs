using NodaTime;
using Settlements.Payments;

namespace Settlements.AcceptanceTests;

/// <content>Leases and their tokens.</content>
public abstract partial class PaymentExportStoreSuite
{
    [Fact]
    public async Task Gives_a_document_to_one_claimer_until_the_lease_ends_and_then_under_another_token()
    {
        await EnqueueAsync();
        var first = await ClaimAsync();

        Promise.Equal(Clock.Now + Lease, first.LeasedUntil, "a lease runs from now by the injected clock");
        Promise.Equal(null, await Store.ClaimAsync(Id, Lease, None), "a document under a lease cannot be claimed");
        Promise.Equal([], await Store.ListDueAsync(ignorePauses: true, 10, None), "a document under a lease is not due");
        Clock.Advance(Lease);
        Promise.Equal(
            true,
            await RecordAsync(first),
            "a token stays current after its lease has ended until somebody claims the document anew"
        );
        Clock.Advance(Lease);
        var second = await ClaimAsync();

        Promise.Kept(second.Token != first.Token, "each claim has a token that no claim had before", second.Token);
        await ExpectRefusedAsync(first);
        Promise.Equal(true, await CompleteAsync(second), "the current token completes");
    }

    [Fact]
    public async Task Refuses_a_token_that_was_never_given()
    {
        await EnqueueAsync();
        var claim = await ClaimAsync();

        await ExpectRefusedAsync(claim with { Token = Guid.NewGuid() });
        await CompleteAsync(claim);

        await ExpectRefusedAsync(claim);
    }

    [Fact]
    public async Task Lends_only_one_document_of_an_account_at_a_time()
    {
        await EnqueueAsync();
        await EnqueueAsync(ExamplePayments.Document(2));
        await EnqueueAsync(ExamplePayments.Document(3, account: "other"));
        var claim = await ClaimAsync();

        Promise.Equal(
            null,
            await Store.ClaimAsync(ExamplePayments.IdOf(2), Lease, None),
            "a document cannot be claimed while another one of its account is under a lease"
        );
        Promise.Kept(
            await Store.ClaimAsync(ExamplePayments.IdOf(3), Lease, None) is not null,
            "a document of another account can be claimed"
        );
        await CompleteAsync(claim);

        Promise.Kept(
            await Store.ClaimAsync(ExamplePayments.IdOf(2), Lease, None) is not null,
            "a document can be claimed when the other one of its account is done"
        );
    }

    [Fact]
    public async Task Extends_the_lease_with_each_intent_and_keeps_the_latest_step()
    {
        await EnqueueAsync();
        var claim = await ClaimAsync();
        Clock.Advance(Duration.FromMinutes(14));
        await RecordAsync(claim, PaymentIntentStep.Add);
        Clock.Advance(Duration.FromMinutes(14));
        await RecordAsync(claim, PaymentIntentStep.Credit);
        Clock.Advance(Duration.FromMinutes(14));

        Promise.Equal(null, await Store.ClaimAsync(Id, Lease, None), "an intent extends the lease from now");
        Promise.Equal(1, await Store.EndLeasesAsync(None), "one lease is in force");
        Promise.Equal(
            [PaymentIntentStep.Credit],
            (PaymentIntentStep[])[.. (await ClaimAsync()).Intents.Select(intent => intent.Step)],
            "a version has one intent, the latest step"
        );
    }

    [Fact]
    public async Task Refuses_what_a_claim_still_writes_after_all_leases_were_ended()
    {
        await EnqueueAsync();
        var claim = await ClaimAsync();

        Promise.Equal(1, await Store.EndLeasesAsync(None), "EndLeasesAsync says how many leases were in force");
        Promise.Equal(0, await Store.EndLeasesAsync(None), "a lease is ended once");

        await ExpectRefusedAsync(claim);
        Promise.Equal(1, (await Store.ListDueAsync(false, 10, None)).Count, "a document whose lease was ended is due at once");
    }

    [Fact]
    public async Task A_newer_version_that_comes_while_the_older_is_worked_on_stays_in_the_queue()
    {
        await EnqueueAsync();
        var claim = await ClaimAsync();
        await RecordAsync(claim);
        await EnqueueAsync(ExamplePayments.Document(version: 2), PaymentEnqueueOutcome.Replaced, "a newer version takes the entry's place");
        Promise.Equal(null, await Store.ClaimAsync(Id, Lease, None), "a newer version keeps the lease of the older one that is worked on");

        Promise.Equal(true, await CompleteAsync(claim), "who works on the older version ends first");

        var next = await ClaimAsync();
        Promise.Equal(
            (2L, 1L),
            (next.Document.Version, next.Code?.Version),
            "the newer version is next, and knows what the older one became"
        );
        Promise.Equal([], next.Intents, "completing a version closes its intents");
    }

    [Fact]
    public async Task A_failure_of_the_older_version_is_not_held_against_the_newer_one()
    {
        await EnqueueAsync();
        var claim = await ClaimAsync();
        await RecordAsync(claim);
        await EnqueueAsync(ExamplePayments.Document(version: 2), PaymentEnqueueOutcome.Replaced, "a newer version takes the entry's place");

        Promise.Equal(true, await FailAsync(claim, PaymentQueueState.NeedsAttention), "the claim of the older version is still in force");

        var next = await ClaimAsync();
        Promise.Equal((0, null), (next.Entry.Attempts, next.Entry.LastError), "what failed was the older version");
        Promise.Equal(
            [1L],
            (long[])[.. next.Intents.Select(intent => intent.Version)],
            "what the older version began is still open in the journal"
        );
    }

    [Fact]
    public async Task Leaves_a_released_document_as_it_was()
    {
        await EnqueueAsync();
        await FailAsync(await ClaimAsync());
        var before = await EntryAsync();
        var claim = await ClaimAsync();
        await RecordAsync(claim);

        Promise.Equal(true, await Store.ReleaseAsync(claim, None), "a claim in force can be released");

        Promise.Equal(before, await EntryAsync(), "a released document is as it was, its attempts too");
        Promise.Equal(1, (await Store.GetAsync(Id, None)).Intents.Count, "the journal stays");
        Promise.Equal(1, (await Store.ListDueAsync(false, 10, None)).Count, "a released document is due");
        await ExpectRefusedAsync(claim);
    }

    [Fact]
    public async Task Gives_a_document_to_one_of_many_who_claim_it_at_one_moment()
    {
        await EnqueueAsync();

        var claims = await AtOneMomentAsync(40, (store, _) => store.ClaimAsync(Id, Lease, None));

        Promise.Equal(1, claims.Count(claim => claim is not null), "of many who claim a document at one moment one gets it");
    }

    [Fact]
    public async Task Lends_one_document_of_an_account_however_many_claim_at_one_moment()
    {
        for (var id = 1; id <= 10; id++)
            await EnqueueAsync(ExamplePayments.Document(id));

        var claims = await AtOneMomentAsync(40, (store, number) => store.ClaimAsync(ExamplePayments.IdOf(1 + number % 10), Lease, None));

        Promise.Equal(1, claims.Count(claim => claim is not null), "of ten documents of one account one is lent, whoever claims");
    }

    [Fact]
    public async Task Adds_a_document_once_however_many_hand_it_in()
    {
        var outcomes = await AtOneMomentAsync(
            40,
            (store, number) => store.EnqueueAsync(ExamplePayments.Document(version: 1 + number % 4), None)
        );

        Promise.Equal(1, outcomes.Count(outcome => outcome == PaymentEnqueueOutcome.Added), "a document is added once");
        Promise.Kept(
            outcomes.All(outcome =>
                outcome
                    is PaymentEnqueueOutcome.Added
                        or PaymentEnqueueOutcome.Replaced
                        or PaymentEnqueueOutcome.AlreadyQueued
                        or PaymentEnqueueOutcome.Older
            ),
            "versions that come at one moment are newer, the same or older, nothing else",
            outcomes
        );
        Promise.Equal(4, (await EntryAsync())?.Document.Version, "whatever order they come in, the newest version is kept");
    }

    [Fact]
    public async Task Lets_one_of_many_complete_a_claim()
    {
        await EnqueueAsync();
        var claim = await ClaimAsync();

        var completed = await AtOneMomentAsync(
            40,
            (store, number) =>
                store.CompleteAsync(
                    claim,
                    new PaymentCode
                    {
                        Document = claim.Document,
                        PaymentId = number,
                        ExportedAt = Clock.Now,
                    },
                    None
                )
        );

        Promise.Equal(1, completed.Count(once => once), "of many who complete one claim at one moment one is told that it did");
        Promise.Equal(
            Array.IndexOf(completed, true),
            (int?)(await Store.GetAsync(Id, None)).Code?.PaymentId,
            "the code is kept of the one who was told so"
        );
    }

    private async Task ExpectRefusedAsync(PaymentExportClaim claim)
    {
        var before = await Store.GetAsync(claim.Document.Id, None);
        const string Promised = "with a token that is not the current one nothing is written, and false is returned";

        Promise.Equal(false, await RecordAsync(claim), $"RecordIntentAsync: {Promised}");
        Promise.Equal(false, await CompleteAsync(claim), $"CompleteAsync: {Promised}");
        Promise.Equal(false, await FailAsync(claim), $"FailAsync: {Promised}");
        Promise.Equal(false, await Store.ReleaseAsync(claim, None), $"ReleaseAsync: {Promised}");
        Promise.Equal(before, await Store.GetAsync(claim.Document.Id, None), Promised);
    }
}
