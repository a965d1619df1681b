using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements.Credit;
using Settlements.Linking;
using Settlements.Payers;
using Settlements.Payments;
using Settlements.Reminders;
using Settlements.Terms;
using Settlements.Tests.Payments;

namespace Settlements.IntegrationTests.Stores.Plans;

/// <summary>Every call of the stores that a shop or an exporter makes again and again.</summary>
internal static class HotQueries
{
    private static readonly CounterpartyId Company = new(Documents.IdOf(1));
    private static readonly LocalDate Day = new(2026, 11, 22);

    public static async Task RunAsync(IServiceProvider stores)
    {
        await ExportAsync(stores.GetRequiredService<IPaymentExportStore>());
        await HoldAsync(stores.GetRequiredService<ICreditHoldStore>());
        await DecideAsync(stores.GetRequiredService<ICreditDecisionLog>());
        await LinkAsync(stores.GetRequiredService<ICounterpartyLinkStore>());
        await TermsAsync(stores.GetRequiredService<IPaymentTermsStore>());
        await RemindAsync(stores.GetRequiredService<IReminderLog>());
        await FlagAsync(stores.GetRequiredService<ICreditStatusStore>());
    }

    private static async Task ExportAsync(IPaymentExportStore store)
    {
        var lease = Duration.FromMinutes(15);
        var at = Instant.FromUtc(2026, 11, 22, 12, 0);
        for (var id = 1; id <= 3; id++)
            await store.EnqueueAsync(Documents.New(id, account: $"20000{id}"), CancellationToken.None);
        await store.ListDueAsync(ignorePauses: false, 100, CancellationToken.None);
        await store.ListDueAsync(ignorePauses: true, 100, CancellationToken.None);
        var claim = (await store.ClaimAsync(Documents.IdOf(1), lease, CancellationToken.None))!;
        var intent = new PaymentIntent
        {
            DocumentId = claim.Document.Id,
            Version = 1,
            Step = PaymentIntentStep.Credit,
            RandomNumber = "mark",
            PaymentId = 77,
            ClientId = 3,
            PayerId = 4,
            MatchedBy = PayerMatch.Tin,
            Amount = claim.Document.Amount,
            BeganAt = at,
        };
        await store.RecordIntentAsync(claim, intent, lease, CancellationToken.None);
        await store.FindDocumentAsync(77, CancellationToken.None);
        await store.CompleteAsync(claim, new PaymentCode { Document = claim.Document, ExportedAt = at }, CancellationToken.None);
        claim = (await store.ClaimAsync(Documents.IdOf(2), lease, CancellationToken.None))!;
        var error = new PaymentExportError(PaymentExportErrorKind.PanelUnavailable, "no answer");
        await store.FailAsync(claim, PaymentQueueState.Waiting, error, at - Duration.FromDays(1000), CancellationToken.None);
        await store.ListDueAsync(ignorePauses: false, 100, CancellationToken.None);
        await store.EndLeasesAsync(CancellationToken.None);
        await store.GetAsync(Documents.IdOf(2), CancellationToken.None);
    }

    private static async Task HoldAsync(ICreditHoldStore store)
    {
        var request = new CreditHoldRequest
        {
            Counterparty = Company,
            OrderId = "A-1",
            Amount = Money.Rub(1m),
            Ceiling = Money.Rub(10m),
            BalanceReadAt = Instant.FromUtc(2026, 11, 22, 12, 0),
            Lifetime = Duration.FromMinutes(30),
        };
        await store.PlaceAsync(request, CancellationToken.None);
        await store.ConfirmAsync(Company, "A-1", CancellationToken.None);
        await store.ListAsync(Company, request.BalanceReadAt, CancellationToken.None);
        await store.SettleAsync(Company, new HashSet<string>(StringComparer.Ordinal) { "A-1" }, CancellationToken.None);
        await store.ReleaseAsync(Company, "A-1", CancellationToken.None);
        await store.ExpireAsync(Duration.FromDays(7), CancellationToken.None);
    }

    private static async Task DecideAsync(ICreditDecisionLog log)
    {
        var entry = new CreditDecisionEntry
        {
            Counterparty = Company,
            OrderId = "A-1",
            DecidedAt = Instant.FromUtc(2026, 11, 22, 12, 0),
            Verdict = CreditVerdict.Allow,
            Decision = "{}",
        };
        await log.AppendAsync(entry, CancellationToken.None);
        await log.AppendAsync(entry, CancellationToken.None);
        foreach (var whose in new CounterpartyId?[] { Company, null })
        {
            var page = await log.ListAsync(whose, null, 1, CancellationToken.None);
            await log.ListAsync(whose, page.Next, 1, CancellationToken.None);
        }
    }

    private static async Task LinkAsync(ICounterpartyLinkStore store)
    {
        var link = new CounterpartyLink
        {
            UserId = "u-1",
            Counterparty = Company,
            Origin = CounterpartyLinkOrigin.TaxId,
            LinkedAt = Instant.FromUtc(2026, 11, 22, 12, 0),
        };
        await store.SaveAsync(link, isShared: false, CancellationToken.None);
        await store.FindAsync("u-1", CancellationToken.None);
        await store.ListAsync(Company, CancellationToken.None);
        await store.RemoveAsync("u-1", alsoByHand: true, CancellationToken.None);
    }

    private static async Task TermsAsync(IPaymentTermsStore store)
    {
        var owner = PaymentTermsOwner.Of(Company);
        await store.SaveAsync(owner, PaymentTermsSet.Always(new TermsId("t"), PaymentTerms.Prepay()), CancellationToken.None);
        await store.FindAsync(owner, CancellationToken.None);
        await store.RemoveAsync(owner, CancellationToken.None);
    }

    private static async Task RemindAsync(IReminderLog log)
    {
        var lease = Duration.FromMinutes(15);
        await LendAsync("A-1", claim => log.CompleteAsync(claim, CancellationToken.None));
        await LendAsync("A-2", claim => log.FailAsync(claim, "no route", null, CancellationToken.None));
        await LendAsync("A-2", claim => log.ReleaseAsync(claim, CancellationToken.None));
        await LendAsync("A-3", claim => log.ReleaseAsync(claim, CancellationToken.None));
        await log.SkipAsync(KeyOf("A-2"), [ReminderActionKind.MailCustomer, ReminderActionKind.ManagerTask], Day, CancellationToken.None);
        await log.ListAsync(["A-1", "A-2"], CancellationToken.None);
        await log.EndLeasesAsync(CancellationToken.None);

        async Task LendAsync(string receivable, Func<ReminderClaim, Task<bool>> end) =>
            await end((await log.ClaimAsync(KeyOf(receivable), ReminderActionKind.MailCustomer, Day, lease, CancellationToken.None))!);

        static ReminderKey KeyOf(string receivable) => new(receivable, Day, "due");
    }

    private static async Task FlagAsync(ICreditStatusStore store)
    {
        foreach (var receivable in new[] { "A-1", "A-2" })
        {
            var entry = new OverdueEntry
            {
                Receivable = receivable,
                Due = Day,
                Counterparty = Company,
                Outstanding = Money.Rub(1m),
                RecordedOn = Day,
            };
            await store.RecordOverdueAsync(entry, CancellationToken.None);
        }

        foreach (var whose in new CounterpartyId?[] { Company, null })
        {
            var page = await store.ListOverdueAsync(whose, null, 1, CancellationToken.None);
            await store.ListOverdueAsync(whose, page.Next, 1, CancellationToken.None);
        }

        await store.CloseOverdueAsync("A-1", Day, Day, CancellationToken.None);
        await store.SetFlagAsync(Company, "A-2", Day, Day, CancellationToken.None);
        var flag = (await store.FindFlagAsync(Company, CancellationToken.None))!;
        await store.ListFlagsAsync(null, 100, CancellationToken.None);
        await store.LiftFlagAsync(flag, CancellationToken.None);
    }
}
