using NodaTime;
using Settlements.Payers;
using Settlements.Payments;

namespace Settlements.AcceptanceTests;

/// <summary>What every <see cref="IPaymentExportStore"/> does, whatever keeps it.</summary>
public abstract partial class PaymentExportStoreSuite : StoreSuite<IPaymentExportStore>
{
    private static readonly Duration Lease = Duration.FromMinutes(15);
    private static readonly Guid Id = ExamplePayments.IdOf(1);

    [Fact]
    public async Task Knows_nothing_at_first()
    {
        Promise.Equal([], await Store.ListDueAsync(true, 10, None), "an empty queue has nothing due");
        Promise.Equal(null, await Store.ClaimAsync(Id, Lease, None), "a document that is not in the queue cannot be claimed");
        Promise.Equal(new PaymentExportStatus(), await Store.GetAsync(Id, None), "of a document that was never handed in nothing is known");
        Promise.Equal(null, await Store.FindDocumentAsync(500001, None), "a payment that is not known belongs to no document");
        Promise.Equal(0, await Store.EndLeasesAsync(None), "there are no leases to end at first");
    }

    [Fact]
    public async Task Keeps_one_entry_a_document_with_its_newest_version()
    {
        await EnqueueAsync(ExamplePayments.Document(version: 2), PaymentEnqueueOutcome.Added, "a new document is added");
        await EnqueueAsync(ExamplePayments.Document(version: 1), PaymentEnqueueOutcome.Older, "an older version changes nothing");
        await EnqueueAsync(
            ExamplePayments.Document(version: 2),
            PaymentEnqueueOutcome.AlreadyQueued,
            "the same version that waits changes nothing"
        );
        await EnqueueAsync(ExamplePayments.Document(version: 3), PaymentEnqueueOutcome.Replaced, "a newer version takes the entry's place");

        Promise.Equal(3, (await EntryAsync())?.Document.Version, "of several versions the newest is kept");
        Promise.Equal(1, (await Store.ListDueAsync(false, 10, None)).Count, "a document has one entry");
    }

    [Fact]
    public async Task Refuses_the_same_version_with_other_contents()
    {
        await EnqueueAsync();

        await EnqueueAsync(
            ExamplePayments.Document() with
            {
                Amount = Money.Rub(1m),
            },
            PaymentEnqueueOutcome.Conflict,
            "the same version with other contents is a conflict"
        );
        Promise.Equal(ExamplePayments.Document(), (await EntryAsync())?.Document, "a conflict changes nothing");

        await CompleteAsync(await ClaimAsync());
        await EnqueueAsync(
            ExamplePayments.Document() with
            {
                Number = "2",
            },
            PaymentEnqueueOutcome.Conflict,
            "the same version with other contents is a conflict after it was exported too"
        );
    }

    [Fact]
    public async Task Lists_what_is_due_in_the_order_it_came()
    {
        await EnqueueAsync(ExamplePayments.Document(3, account: "3"));
        await EnqueueAsync(ExamplePayments.Document(1));
        await EnqueueAsync(ExamplePayments.Document(2, account: "2"));
        await EnqueueAsync(
            ExamplePayments.Document(3, version: 2, account: "3"),
            PaymentEnqueueOutcome.Replaced,
            "a newer version is taken"
        );

        Promise.Equal(
            [new QueuedPayment(ExamplePayments.IdOf(3), "3"), new QueuedPayment(Id, "200001")],
            await Store.ListDueAsync(ignorePauses: false, limit: 2, None),
            "documents are listed in the order they first came, and a newer version keeps the place"
        );
    }

    [Fact]
    public async Task Waits_for_the_next_attempt_unless_somebody_asks_now()
    {
        await EnqueueAsync();
        await FailAsync(await ClaimAsync(), PaymentQueueState.Waiting, Duration.FromHours(1));

        Promise.Equal([], await Store.ListDueAsync(false, 10, None), "a document is not due before its next attempt");
        Promise.Equal(1, (await Store.ListDueAsync(ignorePauses: true, 10, None)).Count, "who ignores pauses sees it");
        Clock.Advance(Duration.FromHours(1));

        Promise.Equal(1, (await Store.ListDueAsync(false, 10, None)).Count, "a document is due at the moment of its next attempt");
        Promise.Equal(1, (await EntryAsync())?.Attempts, "a failure counts as an attempt");
    }

    [Theory]
    [InlineData(PaymentQueueState.Failed)]
    [InlineData(PaymentQueueState.NeedsAttention)]
    public async Task Sets_a_document_aside_until_it_is_handed_in_again(PaymentQueueState state)
    {
        await EnqueueAsync();
        await FailAsync(await ClaimAsync(), state);

        Promise.Equal([], await Store.ListDueAsync(ignorePauses: true, 10, None), "a document that was set aside is not due");
        Promise.Equal(null, await Store.ClaimAsync(Id, Lease, None), "a document that was set aside cannot be claimed");
        await EnqueueAsync(ExamplePayments.Document(), PaymentEnqueueOutcome.Released, "the same version again releases it");

        Promise.Equal(1, (await Store.ListDueAsync(false, 10, None)).Count, "a released document is due");
        Promise.Kept(
            (await EntryAsync())?.LastError is not null,
            "the last error stays with a released document: a person may still want to know"
        );
    }

    [Fact]
    public async Task Keeps_the_code_and_closes_the_intents_when_a_document_is_done()
    {
        await EnqueueAsync();
        var claim = await ClaimAsync();
        await RecordAsync(claim);

        Promise.Equal(true, await CompleteAsync(claim), "a claim in force completes");

        var status = await Store.GetAsync(Id, None);
        Promise.Equal((null, 0), (status.Entry, status.Intents.Count), "a document that is done leaves the queue and the journal");
        Promise.Equal(500001, status.Code?.PaymentId, "the register knows the payment");
        Promise.Equal(Id, await Store.FindDocumentAsync(500001, None), "the document is found by its payment");
        Promise.Equal(null, await Store.FindDocumentAsync(500002, None), "another payment belongs to no document");
        await EnqueueAsync(ExamplePayments.Document(), PaymentEnqueueOutcome.AlreadyExported, "the same version is not exported again");
        await EnqueueAsync(
            ExamplePayments.Document(version: 2),
            PaymentEnqueueOutcome.Added,
            "a newer version of a document that is done is added"
        );
    }

    [Fact]
    public async Task Finds_a_document_by_the_payment_of_an_open_intent()
    {
        await EnqueueAsync();
        var claim = await ClaimAsync();
        await Store.RecordIntentAsync(claim, Intent(claim, PaymentIntentStep.Credit) with { PaymentId = 700 }, Lease, None);

        Promise.Equal(Id, await Store.FindDocumentAsync(700, None), "a payment of an open intent belongs to the intent's document");
    }

    [Fact]
    public async Task Shows_another_instance_what_it_keeps()
    {
        await EnqueueAsync();
        var claim = await ClaimAsync();
        var other = await OpenAgainAsync(Clock);

        Promise.Equal(
            null,
            await other.ClaimAsync(Id, Lease, None),
            "another instance over the same data respects a lease of the first one"
        );
        Promise.Equal(true, await other.ReleaseAsync(claim, None), "another instance accepts a token that the first one gave");
        Promise.Equal(1, (await other.ListDueAsync(false, 10, None)).Count, "another instance lists what the first one keeps");
    }

    [Fact]
    public async Task Does_nothing_when_it_is_cancelled_before_it_begins()
    {
        await Promise.ThrowsAsync<OperationCanceledException>(
            () => Store.EnqueueAsync(ExamplePayments.Document(), new CancellationToken(canceled: true)),
            "a call whose token is cancelled throws OperationCanceledException"
        );

        Promise.Equal(null, await EntryAsync(), "a cancelled call changes nothing");
    }

    private async Task EnqueueAsync(
        PaymentDocument? document = null,
        PaymentEnqueueOutcome expected = PaymentEnqueueOutcome.Added,
        string promise = "a new document is added"
    ) => Promise.Equal(expected, await Store.EnqueueAsync(document ?? ExamplePayments.Document(), None), promise);

    private async Task<PaymentQueueEntry?> EntryAsync() => (await Store.GetAsync(Id, None)).Entry;

    private async Task<PaymentExportClaim> ClaimAsync() =>
        Promise.Present(await Store.ClaimAsync(Id, Lease, None), "a document that waits under nobody's lease can be claimed");

    private Task<bool> RecordAsync(PaymentExportClaim claim, PaymentIntentStep step = PaymentIntentStep.Add) =>
        Store.RecordIntentAsync(claim, Intent(claim, step), Lease, None);

    private PaymentIntent Intent(PaymentExportClaim claim, PaymentIntentStep step) =>
        new()
        {
            DocumentId = claim.Document.Id,
            Version = claim.Document.Version,
            Step = step,
            RandomNumber = "Abcdefghijkl",
            ClientId = 100001,
            PayerId = 300001,
            MatchedBy = PayerMatch.Tin,
            Amount = claim.Document.Amount,
            BeganAt = Clock.Now,
        };

    private Task<bool> CompleteAsync(PaymentExportClaim claim) =>
        Store.CompleteAsync(
            claim,
            new PaymentCode
            {
                Document = claim.Document,
                PaymentId = 500001,
                ExportedAt = Clock.Now,
            },
            None
        );

    private Task<bool> FailAsync(PaymentExportClaim claim, PaymentQueueState state = PaymentQueueState.Waiting, Duration? pause = null) =>
        Store.FailAsync(
            claim,
            state,
            new PaymentExportError(PaymentExportErrorKind.PanelUnavailable, "No answer."),
            pause is { } wait ? Clock.Now + wait : null,
            None
        );
}
