using NodaTime;
using Settlements.Payers;
using Settlements.Payments;

namespace Settlements.AcceptanceTests;

/// <content>What is given comes back.</content>
public abstract partial class PaymentExportStoreSuite
{
    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000001")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("1000.10")]
    public async Task Gives_back_what_it_was_given_to_the_last_digit_and_letter(string amount)
    {
        var document = Document(Exactly.Money(amount, Currency.Kzt));
        await EnqueueAsync(document);
        var claim = await ClaimAsync();
        var intent = Intent(claim, PaymentIntentStep.Credit) with
        {
            PaymentId = long.MaxValue,
            BeganAt = Instant.FromUtc(2026, 11, 21, 23, 59, 59) + Duration.FromTicks(9_999_999),
        };
        await Store.RecordIntentAsync(claim, intent, Lease, None);
        var error = new PaymentExportError(PaymentExportErrorKind.PayerAmbiguous, "Двое: «А» и «Б».")
        {
            Candidates = [3, 1, long.MaxValue],
        };
        await Store.FailAsync(claim, PaymentQueueState.NeedsAttention, error, intent.BeganAt, None);

        var status = await Store.GetAsync(document.Id, None);

        Promise.Equal(
            new PaymentQueueEntry
            {
                Document = document,
                State = PaymentQueueState.NeedsAttention,
                Attempts = 1,
                LastError = error,
                NextAttempt = intent.BeganAt,
                EnqueuedAt = Clock.Now,
            },
            status.Entry,
            "an entry comes back as it was given, moments to 100 nanoseconds"
        );
        Promise.Equal([intent], status.Intents, "an intent comes back as it was given");
        Promise.Equal(document.Id, await Store.FindDocumentAsync(long.MaxValue, None), "a document is found by the payment of its intent");
        await EnqueueAsync(document, PaymentEnqueueOutcome.Released, "a document that comes again is the same to every field");
    }

    [Fact]
    public async Task Keeps_the_code_whole()
    {
        await EnqueueAsync();
        var code = new PaymentCode
        {
            Document = ExamplePayments.Document(),
            PaymentId = 500001,
            RandomNumber = "Abcdefghijkl",
            PayerId = 300001,
            MatchedBy = PayerMatch.LastActive,
            ExportedAt = Instant.FromUtc(2026, 11, 21, 1, 2, 3),
        };
        await Store.CompleteAsync(await ClaimAsync(), code, None);

        Promise.Equal(code, (await Store.GetAsync(Id, None)).Code, "a code comes back as it was given");

        var removed = new PaymentCode
        {
            Document = ExamplePayments.Document(version: 2),
            IsRemoved = true,
            ExportedAt = code.ExportedAt,
        };
        await EnqueueAsync(ExamplePayments.Document(version: 2));
        await Store.CompleteAsync(await ClaimAsync(), removed, None);

        Promise.Equal(
            removed,
            (await Store.GetAsync(Id, None)).Code,
            "the code of a newer version takes the place of the older one, with every field"
        );
    }

    [Fact]
    public async Task Shows_the_same_entry_in_a_claim()
    {
        await EnqueueAsync();
        await FailAsync(await ClaimAsync());

        var claim = await ClaimAsync();

        Promise.Equal(await EntryAsync(), claim.Entry, "a claim shows the entry as it was when it was claimed");
        Promise.Equal(null, claim.Code, "a document that was never exported has no code");
    }

    private static PaymentDocument Document(Money amount) =>
        ExamplePayments.Document(version: long.MaxValue) with
        {
            Kind = PaymentDocumentKind.CardPayment,
            Number = " № 17/«б» ",
            Date = new LocalDate(2024, 2, 29),
            Amount = amount,
            Counterparty = new PaymentCounterparty
            {
                Id = new CounterpartyId(ExamplePayments.IdOf(7)),
                Kind = CounterpartyKind.Entrepreneur,
                Kpp = "",
                Code = "000000103",
            },
            Purpose = "Оплата по счёту — ёлка 'a'; \"b\"\n漢字 🎄",
            IsPosted = false,
            IsDeleted = true,
        };
}
