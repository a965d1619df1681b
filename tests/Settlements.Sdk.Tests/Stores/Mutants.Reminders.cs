using NodaTime;
using Settlements.Credit;
using Settlements.Reminders;

namespace Settlements.Tests.Stores;

internal static partial class Mutants
{
    private static IEnumerable<(string Name, Func<IAsyncLifetime> Suite)> Statuses()
    {
        yield return Of("statuses: entered anew each time", store => Mutant.Returning(store, "RecordOverdueAsync", (bool _) => true));
        yield return Of("statuses: closed each time", store => Mutant.Returning(store, "CloseOverdueAsync", (bool _) => true));
        yield return Of("statuses: everybody's", store => Mutant.Taking(store, "ListOverdueAsync", 0, (CounterpartyId? _) => null));
        yield return Of(
            "statuses: no next page",
            store => Mutant.Returning(store, "ListOverdueAsync", (OverduePage page) => page with { Next = null })
        );
        yield return Of(
            "statuses: two digits",
            store =>
                Mutant.Taking(
                    store,
                    "RecordOverdueAsync",
                    0,
                    (OverdueEntry entry) => entry with { Outstanding = entry.Outstanding.Round() }
                )
        );
        yield return Of(
            "statuses: receivables without case",
            store =>
                Mutant.Taking(
                    store,
                    "RecordOverdueAsync",
                    0,
                    (OverdueEntry entry) => entry with { Receivable = entry.Receivable.ToUpperInvariant() }
                )
        );
        yield return Of(
            "statuses: closed entries are let in",
            store => Mutant.Taking(store, "RecordOverdueAsync", 0, (OverdueEntry entry) => entry with { ClosedOn = null })
        );
        yield return Of("statuses: any version lifts", LiftsAnyVersion);
        yield return Of(
            "statuses: one version for all flags",
            store => Mutant.Returning(store, "SetFlagAsync", (CreditFlag flag) => flag with { Version = Guid.Empty })
        );
        yield return Of(
            "statuses: flags in another order",
            store => Mutant.Returning(store, "ListFlagsAsync", (IReadOnlyList<CreditFlag> flags) => [.. flags.Reverse()])
        );

        static (string, Func<IAsyncLifetime>) Of(string name, Func<ICreditStatusStore, ICreditStatusStore> mutate) =>
            (name, () => new TriedStatuses(mutate));

        static ICreditStatusStore LiftsAnyVersion(ICreditStatusStore store) =>
            Mutant.Instead<ICreditStatusStore, bool>(
                store,
                "LiftFlagAsync",
                async (arguments, next) =>
                    await store.FindFlagAsync(((CreditFlag)arguments[0]!).Counterparty, default) is { } flag
                    && await next([flag, arguments[1]])
            );
    }

    private static IEnumerable<(string Name, Func<IAsyncLifetime> Suite)> Reminders()
    {
        yield return Of(
            "reminders: leases do not end",
            log => Mutant.Taking(log, "ClaimAsync", 3, (Duration _) => Duration.FromDays(1000))
        );
        yield return Of(
            "reminders: every claim is of another day",
            log => Mutant.Taking(log, "ClaimAsync", 2, (LocalDate day) => day.PlusDays(1))
        );
        yield return Of(
            "reminders: mails are tasks",
            log =>
                Mutant.Taking(
                    log,
                    "ClaimAsync",
                    1,
                    (ReminderActionKind action) => action == ReminderActionKind.MailCustomer ? ReminderActionKind.LiftCreditFlag : action
                )
        );
        yield return Of(
            "reminders: one token for all claims",
            log => Mutant.Returning(log, "ClaimAsync", (ReminderClaim? claim) => claim is null ? null : claim with { Token = Guid.Empty })
        );
        yield return Of("reminders: a failure has no pause", log => Mutant.Taking(log, "FailAsync", 2, (Instant? _) => null));
        yield return Of("reminders: a failure has no reason", log => Mutant.Taking(log, "FailAsync", 1, (string _) => ""));
        yield return Of("reminders: nothing is skipped", log => Mutant.Of(log, "SkipAsync", (_, _) => Task.CompletedTask));
        yield return Of(
            "reminders: one action is skipped",
            log => Mutant.Taking(log, "SkipAsync", 1, (IReadOnlyCollection<ReminderActionKind> actions) => [.. actions.Take(1)])
        );
        yield return Of("reminders: leases are not ended", log => Mutant.Of(log, "EndLeasesAsync", (_, _) => Task.FromResult(2)));
        yield return Of(
            "reminders: receivables without case",
            log => Mutant.Taking(log, "ClaimAsync", 0, (ReminderKey key) => key with { Receivable = key.Receivable.ToUpperInvariant() })
        );
        yield return Of(
            "reminders: giving back fails",
            log => Mutant.Of(log, "ReleaseAsync", (arguments, _) => log.FailAsync((ReminderClaim)arguments[0]!, "", null, default))
        );

        static (string, Func<IAsyncLifetime>) Of(string name, Func<IReminderLog, IReminderLog> mutate) =>
            (name, () => new TriedReminders(mutate));
    }
}
