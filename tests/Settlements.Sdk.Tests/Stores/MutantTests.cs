using Settlements.Balances;
using Settlements.Credit;
using Settlements.Linking;
using Settlements.Payments;
using Settlements.Reminders;
using Settlements.Terms;

namespace Settlements.Tests.Stores;

/// <summary>The suites can fail: a store that breaks one promise fails a fact, and a store that breaks none fails none.</summary>
public sealed class MutantTests
{
    public static TheoryData<string> Names => [.. Mutants.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_suite_catches_a_broken_store(string mutant)
    {
        var failures = SuiteRun.FailuresAsync(Mutants.All[mutant]);

        var caught = await failures.AnyAsync(failure => failure.Message.Contains(" broke a promise: ", StringComparison.Ordinal));

        caught.Should().BeTrue($"'{mutant}' is no store to keep money in");
    }

    [Fact]
    public async Task A_suite_fails_no_store_that_is_merely_wrapped()
    {
        Func<IAsyncLifetime>[] whole =
        [
            () => new TriedAccounts(store => Mutant.Returning(store, nameof(IAccountDirectory.ReplaceAsync), (int same) => same)),
            () => new TriedBalances(store => Mutant.Returning(store, nameof(IBalanceStore.FindAsync), (StoredBalance? same) => same)),
            () =>
                new TriedDecisions(store =>
                    Mutant.Returning(store, nameof(ICreditDecisionLog.ListAsync), (CreditDecisionPage same) => same)
                ),
            () => new TriedHolds(store => Mutant.Returning(store, nameof(ICreditHoldStore.PlaceAsync), (CreditHold? same) => same)),
            () =>
                new TriedLinks(store =>
                    Mutant.Returning(store, nameof(ICounterpartyLinkStore.FindAsync), (CounterpartyLink? same) => same)
                ),
            () =>
                new TriedPayments(store =>
                    Mutant.Returning(store, nameof(IPaymentExportStore.ClaimAsync), (PaymentExportClaim? same) => same)
                ),
            () => new TriedReminders(log => Mutant.Returning(log, nameof(IReminderLog.ClaimAsync), (ReminderClaim? same) => same)),
            () => new TriedStatuses(store => Mutant.Returning(store, nameof(ICreditStatusStore.FindFlagAsync), (CreditFlag? same) => same)),
            () => new TriedTerms(store => Mutant.Returning(store, nameof(IPaymentTermsStore.FindAsync), (PaymentTermsSet? same) => same)),
        ];

        foreach (var suite in whole)
            (await SuiteRun.FailuresAsync(suite).ToListAsync())
                .Should()
                .BeEmpty($"{suite().GetType().Name} wraps a store that keeps its promises");
    }

    [Fact]
    public async Task A_failure_says_which_promise_was_broken_and_what_was_seen()
    {
        var failures = await SuiteRun.FailuresAsync(Mutants.All["balances: an unknown outstanding is zero"]).ToListAsync();

        failures
            .Should()
            .Contain(failure =>
                failure.Fact == "Tells_zero_from_unknown_in_every_figure"
                && failure.Message
                    == "IBalanceStore broke a promise: SaveAsync: zero comes back as zero and unknown as unknown, an empty list as an empty one.\n"
                        + "Where: Balance.Documents[1].Outstanding\nExpected: null\nSeen: 0.00 RUB"
            );
    }
}
