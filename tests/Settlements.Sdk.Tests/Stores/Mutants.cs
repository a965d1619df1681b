using NodaTime;
using Settlements.Credit;
using Settlements.Linking;
using Settlements.Payments;
using Settlements.Terms;

namespace Settlements.Tests.Stores;

/// <summary>Stores that are broken on purpose, each in one promise; those of balances stand in the other part.</summary>
internal static partial class Mutants
{
    public static IReadOnlyDictionary<string, Func<IAsyncLifetime>> All { get; } =
        new[] { Accounts(), Balances(), Imports(), Decisions(), Holds(), Links(), Payments(), Terms(), Statuses(), Reminders() }
            .SelectMany(mutants => mutants)
            .ToDictionary(mutant => mutant.Name, mutant => mutant.Suite, StringComparer.Ordinal);

    private static IEnumerable<(string Name, Func<IAsyncLifetime> Suite)> Accounts()
    {
        yield return Of(
            "accounts: an unknown name becomes empty",
            store => Mutant.Returning(store, "ListAsync", Each(a => a with { ClientName = a.ClientName ?? "" }))
        );
        yield return Of(
            "accounts: an unknown state becomes inactive",
            store => Mutant.Returning(store, "ListAsync", Each(a => a with { IsActive = a.IsActive ?? false }))
        );
        yield return Of(
            "accounts: nobody is ever missing",
            store => Mutant.Returning(store, "ListAsync", Each(a => a with { MissingSince = null }))
        );
        yield return Of(
            "accounts: those that are gone are not listed",
            store => Mutant.Returning(store, "ListAsync", (IReadOnlyList<ClientAccount> all) => [.. all.Where(a => a.MissingSince is null)])
        );
        yield return Of(
            "accounts: all accounts of the load are counted",
            store => Mutant.Returning(store, "ReplaceAsync", (int marked) => marked + 1)
        );
        yield return Of(
            "accounts: the day of the load without its hour",
            store => Mutant.Taking(store, "ReplaceAsync", 1, (Instant at) => at.InUtc().Date.AtMidnight().InUtc().ToInstant())
        );

        static (string, Func<IAsyncLifetime>) Of(string name, Func<IAccountDirectory, IAccountDirectory> mutate) =>
            (name, () => new TriedAccounts(mutate));

        static Func<IReadOnlyList<ClientAccount>, IReadOnlyList<ClientAccount>> Each(Func<ClientAccount, ClientAccount> change) =>
            accounts => [.. accounts.Select(change)];
    }

    private static IEnumerable<(string Name, Func<IAsyncLifetime> Suite)> Decisions()
    {
        yield return Of(
            "decisions: the earliest first",
            store => Mutant.Returning(store, "ListAsync", (CreditDecisionPage page) => page with { Entries = [.. page.Entries.Reverse()] })
        );
        yield return Of("decisions: everybody's", store => Mutant.Taking(store, "ListAsync", 0, (CounterpartyId? _) => null));
        yield return Of("decisions: the first page again", store => Mutant.Taking(store, "ListAsync", 1, (string? _) => null));
        yield return Of(
            "decisions: one more than asked",
            store => Mutant.Taking(store, "ListAsync", 2, (int limit) => limit is > 0 and < int.MaxValue ? limit + 1 : limit)
        );
        yield return Of(
            "decisions: no next page",
            store => Mutant.Returning(store, "ListAsync", (CreditDecisionPage page) => page with { Next = null })
        );
        yield return Of(
            "decisions: the text without blanks at its ends",
            store => Mutant.Taking(store, "AppendAsync", 0, (CreditDecisionEntry entry) => entry with { Decision = entry.Decision.Trim() })
        );
        yield return Of(
            "decisions: whole seconds",
            store =>
                Mutant.Taking(
                    store,
                    "AppendAsync",
                    0,
                    (CreditDecisionEntry entry) =>
                        entry with
                        {
                            DecidedAt = Instant.FromUnixTimeSeconds(entry.DecidedAt.ToUnixTimeSeconds()),
                        }
                )
        );
        yield return Of("decisions: of equal ones one", KeepsEqualOnesOnce);
        yield return Of(
            "decisions: at most 4,000 letters",
            store =>
                Mutant.Taking(
                    store,
                    "AppendAsync",
                    0,
                    (CreditDecisionEntry entry) => entry with { Decision = entry.Decision[..Math.Min(4000, entry.Decision.Length)] }
                )
        );

        static (string, Func<IAsyncLifetime>) Of(string name, Func<ICreditDecisionLog, ICreditDecisionLog> mutate) =>
            (name, () => new TriedDecisions(mutate));

        static ICreditDecisionLog KeepsEqualOnesOnce(ICreditDecisionLog log)
        {
            HashSet<CreditDecisionEntry> seen = [];
            return Mutant.Of(
                log,
                "AppendAsync",
                (arguments, next) => seen.Add((CreditDecisionEntry)arguments[0]!) ? next(arguments) : Task.CompletedTask
            );
        }
    }

    private static IEnumerable<(string Name, Func<IAsyncLifetime> Suite)> Holds()
    {
        yield return Of("holds: no ceiling", store => Place(store, request => request with { Ceiling = null }));
        yield return Of(
            "holds: what equals the ceiling does not fit",
            store => Place(store, request => request with { Ceiling = request.Ceiling is { } c ? c - new Money(0.01m, c.Currency) : null })
        );
        yield return Of(
            "holds: a ceiling below zero is zero",
            store =>
                Place(
                    store,
                    request =>
                        request with
                        {
                            Ceiling = request.Ceiling is { IsNegative: true } c ? Money.Zero(c.Currency) : request.Ceiling,
                        }
                )
        );
        yield return Of(
            "holds: booked orders count again",
            store => Place(store, request => request with { BookedOrders = new HashSet<string>(StringComparer.Ordinal) })
        );
        yield return Of(
            "holds: booked orders without case",
            store =>
                Place(store, request => request with { BookedOrders = request.BookedOrders.ToHashSet(StringComparer.OrdinalIgnoreCase) })
        );
        yield return Of("holds: settled ones do not count", store => Place(store, request => request with { BalanceReadAt = null }));
        yield return Of("holds: settled ones are not listed", store => Mutant.Taking(store, "ListAsync", 1, (Instant? _) => null));
        yield return Of("holds: two digits", store => Place(store, request => request with { Amount = request.Amount.Round() }));
        yield return Of(
            "holds: orders without blanks at their ends",
            store => Place(store, request => request with { OrderId = request.OrderId.Trim() })
        );
        yield return Of(
            "holds: orders without case",
            store => Place(store, request => request with { OrderId = request.OrderId.ToUpperInvariant() })
        );
        yield return Of("holds: they never expire", store => Place(store, request => request with { Lifetime = Duration.FromDays(1000) }));
        yield return Of("holds: confirming does nothing", store => Mutant.Of(store, "ConfirmAsync", (_, _) => Task.FromResult(true)));
        yield return Of("holds: releasing tells everybody that it did", store => Mutant.Returning(store, "ReleaseAsync", (bool _) => true));
        yield return Of("holds: settling does nothing", store => Mutant.Of(store, "SettleAsync", (_, _) => Task.FromResult(0)));
        yield return Of(
            "holds: settled ones are removed at once",
            store => Mutant.Taking(store, "ExpireAsync", 0, (Duration _) => Duration.Zero)
        );
        yield return Of("holds: nothing is ever removed", store => Mutant.Of(store, "ExpireAsync", (_, _) => Task.FromResult(0)));
        yield return Of(
            "holds: one counterparty's are everybody's",
            store =>
                Mutant.Taking(store, "ListAsync", 0, (CounterpartyId _) => new CounterpartyId(new Guid(1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)))
        );

        static (string, Func<IAsyncLifetime>) Of(string name, Func<ICreditHoldStore, ICreditHoldStore> mutate) =>
            (name, () => new TriedHolds(mutate));

        static ICreditHoldStore Place(ICreditHoldStore store, Func<CreditHoldRequest, CreditHoldRequest> change) =>
            Mutant.Taking(store, "PlaceAsync", 0, change);
    }

    private static IEnumerable<(string Name, Func<IAsyncLifetime> Suite)> Links()
    {
        yield return Of("links: everything is shared", store => Mutant.Taking(store, "SaveAsync", 1, (bool _) => true));
        yield return Of("links: nothing is shared", store => Mutant.Taking(store, "SaveAsync", 1, (bool _) => false));
        yield return Of("links: nothing is by hand", store => Save(store, link => link with { Origin = CounterpartyLinkOrigin.TaxId }));
        yield return Of("links: everything is by hand", store => Save(store, link => link with { Origin = CounterpartyLinkOrigin.Hand }));
        yield return Of("links: users without case", store => Save(store, link => link with { UserId = link.UserId.ToUpperInvariant() }));
        yield return Of(
            "links: users without blanks at their ends",
            store => Save(store, link => link with { UserId = link.UserId.Trim() })
        );
        yield return Of(
            "links: no author is an empty one",
            store =>
                Mutant.Returning(
                    store,
                    "FindAsync",
                    (CounterpartyLink? link) => link is null ? null : link with { Author = link.Author ?? "" }
                )
        );
        yield return Of(
            "links: everything is forgotten, by hand or not",
            store => Mutant.Taking(store, "RemoveAsync", 1, (bool _) => true)
        );
        yield return Of("links: removing tells everybody that it did", store => Mutant.Returning(store, "RemoveAsync", (bool _) => true));
        yield return Of(
            "links: the order of a language",
            store =>
                Mutant.Returning(
                    store,
                    "ListAsync",
                    (IReadOnlyList<CounterpartyLink> links) => [.. links.OrderBy(link => link.UserId, StringComparer.InvariantCulture)]
                )
        );
        yield return Of(
            "links: whole seconds",
            store => Save(store, link => link with { LinkedAt = Instant.FromUnixTimeSeconds(link.LinkedAt.ToUnixTimeSeconds()) })
        );

        static (string, Func<IAsyncLifetime>) Of(string name, Func<ICounterpartyLinkStore, ICounterpartyLinkStore> mutate) =>
            (name, () => new TriedLinks(mutate));

        static ICounterpartyLinkStore Save(ICounterpartyLinkStore store, Func<CounterpartyLink, CounterpartyLink> change) =>
            Mutant.Taking(store, "SaveAsync", 0, change);
    }

    private static IEnumerable<(string Name, Func<IAsyncLifetime> Suite)> Payments()
    {
        yield return Of("payments: the newest version gets lost", LosesTheNewest);
        yield return Of("payments: a token is not looked at", IgnoresTheToken);
        yield return Of(
            "payments: one token for all claims",
            store =>
                Mutant.Returning(
                    store,
                    "ClaimAsync",
                    (PaymentExportClaim? claim) => claim is null ? null : claim with { Token = Guid.Empty }
                )
        );
        yield return Of(
            "payments: the last come first",
            store => Mutant.Returning(store, "ListDueAsync", (IReadOnlyList<QueuedPayment> due) => [.. due.Reverse()])
        );
        yield return Of("payments: pauses do not matter", store => Mutant.Taking(store, "ListDueAsync", 0, (bool _) => true));
        yield return Of(
            "payments: leases do not end",
            store => Mutant.Taking(store, "ClaimAsync", 1, (Duration _) => Duration.FromDays(1000))
        );
        yield return Of(
            "payments: an intent extends nothing",
            store => Mutant.Taking(store, "RecordIntentAsync", 2, (Duration _) => Duration.Zero)
        );
        yield return Of(
            "payments: accounts do not matter",
            store =>
                Mutant.Taking(store, "EnqueueAsync", 0, (PaymentDocument document) => document with { AccountId = document.Id.ToString() })
        );
        yield return Of("payments: leases are not ended", store => Mutant.Of(store, "EndLeasesAsync", (_, _) => Task.FromResult(1)));
        yield return Of(
            "payments: two digits",
            store =>
                Mutant.Taking(store, "EnqueueAsync", 0, (PaymentDocument document) => document with { Amount = document.Amount.Round() })
        );
        yield return Of(
            "payments: a failure waits",
            store => Mutant.Taking(store, "FailAsync", 1, (PaymentQueueState _) => PaymentQueueState.Waiting)
        );
        yield return Of("payments: a failure has no pause", store => Mutant.Taking(store, "FailAsync", 3, (Instant? _) => null));
        yield return Of(
            "payments: a payment is not found",
            store => Mutant.Of(store, "FindDocumentAsync", (_, _) => Task.FromResult<Guid?>(null))
        );
        yield return Of(
            "payments: a code without its payer",
            store => Mutant.Taking(store, "CompleteAsync", 1, (PaymentCode code) => code with { PayerId = null })
        );
        yield return Of(
            "payments: releasing fails the document",
            store =>
                Mutant.Of(
                    store,
                    "ReleaseAsync",
                    (arguments, _) =>
                        store.FailAsync(
                            (PaymentExportClaim)arguments[0]!,
                            PaymentQueueState.Waiting,
                            new PaymentExportError(PaymentExportErrorKind.Unexpected, ""),
                            null,
                            default
                        )
                )
        );

        static (string, Func<IAsyncLifetime>) Of(string name, Func<IPaymentExportStore, IPaymentExportStore> mutate) =>
            (name, () => new TriedPayments(mutate));

        static IPaymentExportStore LosesTheNewest(IPaymentExportStore store) =>
            Mutant.Instead(
                store,
                "EnqueueAsync",
                async Task<PaymentEnqueueOutcome> (arguments, next) =>
                {
                    var document = (PaymentDocument)arguments[0]!;
                    var known = (await store.GetAsync(document.Id, default)).Entry;
                    return known?.Document.Version < document.Version ? PaymentEnqueueOutcome.Replaced : await next(arguments);
                }
            );

        static IPaymentExportStore IgnoresTheToken(IPaymentExportStore store)
        {
            var tokens = new Dictionary<Guid, Guid>();
            var mutant = Mutant.Returning(
                store,
                "ClaimAsync",
                (PaymentExportClaim? claim) =>
                {
                    if (claim is not null)
                        tokens[claim.Document.Id] = claim.Token;
                    return claim;
                }
            );
            foreach (var method in new[] { "RecordIntentAsync", "CompleteAsync", "FailAsync", "ReleaseAsync" })
                mutant = Mutant.Taking(
                    mutant,
                    method,
                    0,
                    (PaymentExportClaim claim) => claim with { Token = tokens.GetValueOrDefault(claim.Document.Id) }
                );
            return mutant;
        }
    }

    private static IEnumerable<(string Name, Func<IAsyncLifetime> Suite)> Terms()
    {
        yield return Of(
            "terms: contracts do not matter",
            store =>
                Mutant.Taking(
                    store,
                    "SaveAsync",
                    0,
                    (PaymentTermsOwner owner) => owner.Counterparty is { } company ? PaymentTermsOwner.Of(company) : owner
                )
        );
        yield return Of("terms: who has none gets the default", FallsBack);
        yield return Of(
            "terms: an empty set is none",
            store => Mutant.Returning(store, "FindAsync", (PaymentTermsSet? set) => set?.Versions.Count == 0 ? null : set)
        );
        yield return Of(
            "terms: no roll",
            store => Change(store, version => version with { Terms = version.Terms.WithRoll(HolidayRoll.None) })
        );
        yield return Of(
            "terms: no cap",
            store =>
                Change(
                    store,
                    version =>
                        version with
                        {
                            Terms = PaymentTerms
                                .FromLines(version.Terms.Lines.Select(line => line with { NoLaterThanDays = null }))
                                .WithRoll(version.Terms.Roll),
                        }
                )
        );
        yield return Of(
            "terms: no stated kind",
            store =>
                Change(
                    store,
                    version =>
                        version with
                        {
                            Terms = PaymentTerms
                                .FromLines(version.Terms.Lines.Select(line => line with { StatedKind = null }))
                                .WithRoll(version.Terms.Roll),
                        }
                )
        );
        yield return Of(
            "terms: ids without case",
            store => Change(store, version => version with { Id = new TermsId(version.Id.Value.ToUpperInvariant()) })
        );
        yield return Of(
            "terms: no end",
            store => Change(store, version => version with { To = version.To?.Year == 9999 ? null : version.To })
        );
        yield return Of("terms: removing tells everybody that it did", store => Mutant.Returning(store, "RemoveAsync", (bool _) => true));
        yield return Of(
            "terms: nothing is removed",
            store =>
                Mutant.Instead(
                    store,
                    "RemoveAsync",
                    async Task<bool> (arguments, _) => await store.FindAsync((PaymentTermsOwner)arguments[0]!, default) is not null
                )
        );

        static (string, Func<IAsyncLifetime>) Of(string name, Func<IPaymentTermsStore, IPaymentTermsStore> mutate) =>
            (name, () => new TriedTerms(mutate));

        static IPaymentTermsStore Change(IPaymentTermsStore store, Func<PaymentTermsVersion, PaymentTermsVersion> change) =>
            Mutant.Taking(store, "SaveAsync", 1, (PaymentTermsSet set) => PaymentTermsSet.Of(set.Versions.Select(change)));

        static IPaymentTermsStore FallsBack(IPaymentTermsStore store) =>
            Mutant.Instead(
                store,
                "FindAsync",
                async Task<PaymentTermsSet?> (arguments, next) =>
                    await next(arguments) ?? await store.FindAsync(PaymentTermsOwner.Default, default)
            );
    }
}
