using System.Globalization;
using NodaTime;
using Settlements.Payers;
using Settlements.Payments;
using Settlements.Testing;

namespace Settlements.Tests.Payments;

/// <summary>What every <see cref="IPaymentExportStore"/> does, whatever keeps it.</summary>
public abstract class PaymentExportStoreSuite : IDisposable
{
    private static readonly Duration Lease = Duration.FromMinutes(15);
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly ManualTimeProvider _time = new();
    private readonly Lazy<IPaymentExportStore> _lazy;

    protected PaymentExportStoreSuite() => _lazy = new Lazy<IPaymentExportStore>(() => Create(_time));

    private IPaymentExportStore Store => _lazy.Value;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>An empty store on a clock of the test's.</summary>
    protected abstract IPaymentExportStore Create(TimeProvider time);

    protected virtual void Dispose(bool disposing) { }

    [Fact]
    public async Task Keeps_one_entry_a_document_with_its_newest_version()
    {
        (await Store.EnqueueAsync(Documents.New(version: 2), None)).Should().Be(PaymentEnqueueOutcome.Added);
        (await Store.EnqueueAsync(Documents.New(version: 1), None)).Should().Be(PaymentEnqueueOutcome.Older);
        (await Store.EnqueueAsync(Documents.New(version: 2), None)).Should().Be(PaymentEnqueueOutcome.AlreadyQueued);
        (await Store.EnqueueAsync(Documents.New(version: 3), None)).Should().Be(PaymentEnqueueOutcome.Replaced);

        (await Store.GetAsync(Documents.IdOf(1), None)).Entry!.Document.Version.Should().Be(3);
        (await Store.ListDueAsync(false, 10, None)).Should().ContainSingle();
    }

    [Fact]
    public async Task Refuses_the_same_version_with_other_contents()
    {
        await Store.EnqueueAsync(Documents.New(), None);

        (await Store.EnqueueAsync(Documents.New() with { Amount = Money.Rub(1m) }, None)).Should().Be(PaymentEnqueueOutcome.Conflict);
        (await Store.GetAsync(Documents.IdOf(1), None)).Entry!.Document.Amount.Should().Be(Money.Rub(1000m));

        await CompleteAsync(await ClaimAsync());
        (await Store.EnqueueAsync(Documents.New() with { Number = "2" }, None)).Should().Be(PaymentEnqueueOutcome.Conflict);
    }

    [Fact]
    public async Task Lists_what_is_due_in_the_order_it_came()
    {
        await Store.EnqueueAsync(Documents.New(1), None);
        await Store.EnqueueAsync(Documents.New(2, account: "2"), None);
        await Store.EnqueueAsync(Documents.New(3, account: "3"), None);
        await Store.EnqueueAsync(Documents.New(1, version: 2), None);

        var due = await Store.ListDueAsync(ignorePauses: false, limit: 2, None);

        due.Should().Equal(new QueuedPayment(Documents.IdOf(1), "200001"), new QueuedPayment(Documents.IdOf(2), "2"));
    }

    [Fact]
    public async Task Gives_a_document_to_one_claimer_until_the_lease_ends_and_then_under_another_token()
    {
        await Store.EnqueueAsync(Documents.New(), None);
        var first = await ClaimAsync();

        (await Store.ClaimAsync(Documents.IdOf(1), Lease, None)).Should().BeNull();
        (await Store.ListDueAsync(ignorePauses: true, 10, None)).Should().BeEmpty();
        _time.Advance(TimeSpan.FromMinutes(15));
        (await RecordAsync(first)).Should().BeTrue("nobody has taken it over yet");
        _time.Advance(TimeSpan.FromMinutes(15));
        var second = await ClaimAsync();

        second.Token.Should().NotBe(first.Token);
        (await RecordAsync(first)).Should().BeFalse();
        (await CompleteAsync(first)).Should().BeFalse();
        (await FailAsync(first)).Should().BeFalse();
        (await Store.ReleaseAsync(first, None)).Should().BeFalse();
        (await CompleteAsync(second)).Should().BeTrue();
    }

    [Fact]
    public async Task Lends_only_one_document_of_an_account_at_a_time()
    {
        await Store.EnqueueAsync(Documents.New(1), None);
        await Store.EnqueueAsync(Documents.New(2), None);
        var claim = await ClaimAsync();

        (await Store.ClaimAsync(Documents.IdOf(2), Lease, None)).Should().BeNull();
        await CompleteAsync(claim);
        (await Store.ClaimAsync(Documents.IdOf(2), Lease, None)).Should().NotBeNull();
    }

    [Fact]
    public async Task Extends_the_lease_with_each_intent_and_keeps_the_latest_step()
    {
        await Store.EnqueueAsync(Documents.New(), None);
        var claim = await ClaimAsync();
        _time.Advance(TimeSpan.FromMinutes(14));
        await RecordAsync(claim, PaymentIntentStep.Add);
        _time.Advance(TimeSpan.FromMinutes(14));
        await RecordAsync(claim, PaymentIntentStep.Credit);
        _time.Advance(TimeSpan.FromMinutes(14));

        (await Store.ClaimAsync(Documents.IdOf(1), Lease, None)).Should().BeNull();
        (await Store.EndLeasesAsync(None)).Should().Be(1);
        (await ClaimAsync()).Intents.Should().ContainSingle().Which.Step.Should().Be(PaymentIntentStep.Credit);
    }

    [Fact]
    public async Task Refuses_what_a_claim_still_writes_after_all_leases_were_ended()
    {
        await Store.EnqueueAsync(Documents.New(), None);
        var claim = await ClaimAsync();

        (await Store.EndLeasesAsync(None)).Should().Be(1);

        (await RecordAsync(claim)).Should().BeFalse();
        (await CompleteAsync(claim)).Should().BeFalse();
    }

    [Fact]
    public async Task Keeps_the_code_and_closes_the_intents_when_a_document_is_done()
    {
        await Store.EnqueueAsync(Documents.New(), None);
        var claim = await ClaimAsync();
        await RecordAsync(claim);

        await CompleteAsync(claim);

        var status = await Store.GetAsync(Documents.IdOf(1), None);
        status.Entry.Should().BeNull();
        status.Intents.Should().BeEmpty();
        status.Code!.PaymentId.Should().Be(500001);
        (await Store.FindDocumentAsync(500001, None)).Should().Be(Documents.IdOf(1));
        (await Store.FindDocumentAsync(500002, None)).Should().BeNull();
        (await Store.EnqueueAsync(Documents.New(), None)).Should().Be(PaymentEnqueueOutcome.AlreadyExported);
    }

    [Fact]
    public async Task A_newer_version_that_comes_while_the_older_is_worked_on_stays_in_the_queue()
    {
        await Store.EnqueueAsync(Documents.New(), None);
        var claim = await ClaimAsync();
        await RecordAsync(claim);
        (await Store.EnqueueAsync(Documents.New(version: 2), None)).Should().Be(PaymentEnqueueOutcome.Replaced);
        (await Store.ClaimAsync(Documents.IdOf(1), Lease, None)).Should().BeNull("the older one is still worked on");

        (await CompleteAsync(claim)).Should().BeTrue();

        var next = await ClaimAsync();
        next.Document.Version.Should().Be(2);
        next.Code!.Version.Should().Be(1);
        next.Intents.Should().BeEmpty();
    }

    [Fact]
    public async Task A_failure_of_the_older_version_is_not_held_against_the_newer_one()
    {
        await Store.EnqueueAsync(Documents.New(), None);
        var claim = await ClaimAsync();
        await RecordAsync(claim);
        await Store.EnqueueAsync(Documents.New(version: 2), None);

        (await FailAsync(claim, PaymentQueueState.NeedsAttention)).Should().BeTrue();

        var next = await ClaimAsync();
        next.Entry.Attempts.Should().Be(0);
        next.Entry.LastError.Should().BeNull();
        next.Intents.Should().ContainSingle("what the older version began is still open").Which.Version.Should().Be(1);
    }

    [Fact]
    public async Task Waits_for_the_next_attempt_unless_somebody_asks_now()
    {
        await Store.EnqueueAsync(Documents.New(), None);
        await FailAsync(await ClaimAsync(), PaymentQueueState.Waiting, Duration.FromHours(1));

        (await Store.ListDueAsync(ignorePauses: false, 10, None)).Should().BeEmpty();
        (await Store.ListDueAsync(ignorePauses: true, 10, None)).Should().ContainSingle();
        _time.Advance(TimeSpan.FromHours(1));
        (await Store.ListDueAsync(ignorePauses: false, 10, None)).Should().ContainSingle();
        (await Store.GetAsync(Documents.IdOf(1), None)).Entry!.Attempts.Should().Be(1);
    }

    [Theory]
    [InlineData(PaymentQueueState.Failed)]
    [InlineData(PaymentQueueState.NeedsAttention)]
    public async Task Sets_a_document_aside_until_it_is_handed_in_again(PaymentQueueState state)
    {
        await Store.EnqueueAsync(Documents.New(), None);
        await FailAsync(await ClaimAsync(), state);

        (await Store.ListDueAsync(ignorePauses: true, 10, None)).Should().BeEmpty();
        (await Store.ClaimAsync(Documents.IdOf(1), Lease, None)).Should().BeNull();
        (await Store.EnqueueAsync(Documents.New(), None)).Should().Be(PaymentEnqueueOutcome.Released);

        (await Store.ListDueAsync(ignorePauses: false, 10, None)).Should().ContainSingle();
        (await Store.GetAsync(Documents.IdOf(1), None)).Entry!.LastError.Should().NotBeNull("a person may still want to know");
    }

    [Fact]
    public async Task Leaves_a_released_document_as_it_was()
    {
        await Store.EnqueueAsync(Documents.New(), None);
        var before = (await Store.GetAsync(Documents.IdOf(1), None)).Entry;

        await Store.ReleaseAsync(await ClaimAsync(), None);

        (await Store.GetAsync(Documents.IdOf(1), None)).Entry.Should().Be(before);
        (await Store.ListDueAsync(false, 10, None)).Should().ContainSingle();
    }

    [Fact]
    public async Task Gives_a_document_to_one_of_many_who_claim_it_at_one_moment()
    {
        await Store.EnqueueAsync(Documents.New(), None);

        var claims = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => Store.ClaimAsync(Documents.IdOf(1), Lease, None)))
        );

        claims.Count(claim => claim is not null).Should().Be(1);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000001")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("1000.10")]
    public async Task Gives_back_what_it_was_given_to_the_last_digit_and_letter(string amount)
    {
        var document = Documents.New(version: long.MaxValue) with
        {
            Kind = PaymentDocumentKind.CardPayment,
            Number = " № 17/«б» ",
            Date = new LocalDate(2024, 2, 29),
            Amount = new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.Kzt),
            Counterparty = new PaymentCounterparty
            {
                Id = new CounterpartyId(Documents.IdOf(7)),
                Kind = CounterpartyKind.Entrepreneur,
                Kpp = "",
                Code = "000000103",
            },
            Purpose = "Оплата по счёту — ёлка 'a'; \"b\"\n漢字 🎄",
            IsPosted = false,
            IsDeleted = true,
        };
        await Store.EnqueueAsync(document, None);
        var claim = await ClaimAsync();
        var intent = Intent(claim, PaymentIntentStep.Credit) with
        {
            PaymentId = long.MaxValue,
            BeganAt = Instant.FromUtc(2026, 11, 21, 23, 59, 59).PlusNanoseconds(999_999_999),
        };
        await Store.RecordIntentAsync(claim, intent, Lease, None);
        var error = new PaymentExportError(PaymentExportErrorKind.PayerAmbiguous, "Двое: «А» и «Б».")
        {
            Candidates = [3, 1, long.MaxValue],
        };
        await Store.FailAsync(claim, PaymentQueueState.NeedsAttention, error, intent.BeganAt, None);

        var status = await Store.GetAsync(document.Id, None);

        status.Entry!.Document.Should().Be(document);
        status.Entry.LastError.Should().Be(error);
        status.Entry.NextAttempt.Should().Be(intent.BeganAt);
        status.Intents.Should().Equal(intent);
        (await Store.FindDocumentAsync(long.MaxValue, None)).Should().Be(document.Id);
        (await Store.EnqueueAsync(document, None)).Should().Be(PaymentEnqueueOutcome.Released, "it is the same to every field");
    }

    [Fact]
    public async Task Keeps_the_code_whole()
    {
        await Store.EnqueueAsync(Documents.New(), None);
        var code = new PaymentCode
        {
            Document = Documents.New(),
            PaymentId = 500001,
            RandomNumber = "Abcdefghijkl",
            PayerId = 300001,
            MatchedBy = PayerMatch.LastActive,
            ExportedAt = Instant.FromUtc(2026, 11, 21, 1, 2, 3),
        };
        await Store.CompleteAsync(await ClaimAsync(), code, None);

        (await Store.GetAsync(Documents.IdOf(1), None)).Code.Should().Be(code);

        var removed = new PaymentCode
        {
            Document = Documents.New(version: 2),
            IsRemoved = true,
            ExportedAt = code.ExportedAt,
        };
        await Store.EnqueueAsync(Documents.New(version: 2), None);
        await Store.CompleteAsync(await ClaimAsync(), removed, None);

        (await Store.GetAsync(Documents.IdOf(1), None)).Code.Should().Be(removed);
    }

    private async Task<PaymentExportClaim> ClaimAsync() => (await Store.ClaimAsync(Documents.IdOf(1), Lease, None))!;

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
            BeganAt = Instant.FromDateTimeOffset(_time.GetUtcNow()),
        };

    private Task<bool> CompleteAsync(PaymentExportClaim claim) =>
        Store.CompleteAsync(
            claim,
            new PaymentCode
            {
                Document = claim.Document,
                PaymentId = 500001,
                ExportedAt = Instant.FromDateTimeOffset(_time.GetUtcNow()),
            },
            None
        );

    private Task<bool> FailAsync(PaymentExportClaim claim, PaymentQueueState state = PaymentQueueState.Waiting, Duration? pause = null) =>
        Store.FailAsync(
            claim,
            state,
            new PaymentExportError(PaymentExportErrorKind.PanelUnavailable, "No answer."),
            pause is { } wait ? Instant.FromDateTimeOffset(_time.GetUtcNow()) + wait : null,
            None
        );
}
