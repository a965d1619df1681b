using Settlements.AcceptanceTests;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.Linking;
using Settlements.Payments;
using Settlements.Reminders;
using Settlements.Terms;

namespace Settlements.Tests.Stores;

// Not public, so that xunit does not take them for tests: they are run over stores that are broken on purpose.

internal sealed class TriedAccounts(Func<IAccountDirectory, IAccountDirectory> mutate) : AccountDirectorySuite
{
    protected override Task<IAccountDirectory> CreateAsync(TimeProvider time) => Task.FromResult(mutate(new InMemoryAccountDirectory()));
}

internal sealed class TriedBalances(Func<IBalanceStore, IBalanceStore> mutate) : BalanceStoreSuite
{
    protected override Task<IBalanceStore> CreateAsync(TimeProvider time) => Task.FromResult(mutate(new InMemoryBalanceStore(time)));
}

internal sealed class TriedLinks(Func<ICounterpartyLinkStore, ICounterpartyLinkStore> mutate) : CounterpartyLinkStoreSuite
{
    protected override Task<ICounterpartyLinkStore> CreateAsync(TimeProvider time) =>
        Task.FromResult(mutate(new InMemoryCounterpartyLinkStore()));
}

internal sealed class TriedDecisions(Func<ICreditDecisionLog, ICreditDecisionLog> mutate) : CreditDecisionLogSuite
{
    protected override Task<ICreditDecisionLog> CreateAsync(TimeProvider time) => Task.FromResult(mutate(new InMemoryCreditDecisionLog()));
}

internal sealed class TriedHolds(Func<ICreditHoldStore, ICreditHoldStore> mutate) : CreditHoldStoreSuite
{
    protected override Task<ICreditHoldStore> CreateAsync(TimeProvider time) => Task.FromResult(mutate(new InMemoryCreditHoldStore(time)));
}

internal sealed class TriedPayments(Func<IPaymentExportStore, IPaymentExportStore> mutate) : PaymentExportStoreSuite
{
    protected override Task<IPaymentExportStore> CreateAsync(TimeProvider time) =>
        Task.FromResult(mutate(new InMemoryPaymentExportStore(time)));
}

internal sealed class TriedTerms(Func<IPaymentTermsStore, IPaymentTermsStore> mutate) : PaymentTermsStoreSuite
{
    protected override Task<IPaymentTermsStore> CreateAsync(TimeProvider time) => Task.FromResult(mutate(new InMemoryPaymentTermsStore()));
}

internal sealed class TriedStatuses(Func<ICreditStatusStore, ICreditStatusStore> mutate) : CreditStatusStoreSuite
{
    protected override Task<ICreditStatusStore> CreateAsync(TimeProvider time) => Task.FromResult(mutate(new InMemoryCreditStatusStore()));
}

internal sealed class TriedReminders(Func<IReminderLog, IReminderLog> mutate) : ReminderLogSuite
{
    protected override Task<IReminderLog> CreateAsync(TimeProvider time) => Task.FromResult(mutate(new InMemoryReminderLog(time)));
}
