using NodaTime;

namespace Settlements.Balances;

/// <summary>What an import asks of the figures of a balance.</summary>
internal static class BalanceFigures
{
    private const BalanceFields SaidByAbsence =
        BalanceFields.Debt | BalanceFields.Advance | BalanceFields.Overdue | BalanceFields.Documents | BalanceFields.AsOf;

    /// <summary>Whether two balances say the same, whenever they were said.</summary>
    internal static bool AreSame(CounterpartyBalance one, CounterpartyBalance other) =>
        one.Currency == other.Currency
        && (one.Debt, one.Advance, one.Overdue) == (other.Debt, other.Advance, other.Overdue)
        && (one.IsBlocked, one.Unstated) == (other.IsBlocked, other.Unstated)
        && one.Limit == other.Limit
        && one.LastPayment == other.LastPayment
        && one.Terms == other.Terms
        && AreSame(one.Documents, other.Documents)
        && AreSame(one.Payments, other.Payments);

    /// <summary>A debt above zero, or one that is not known.</summary>
    internal static bool IsDebtor(CounterpartyBalance balance) => balance.Debt is not { IsPositive: false };

    internal static bool HasSomethingToClear(CounterpartyBalance balance) =>
        balance is not { Debt.IsZero: true, Advance.IsZero: true, Overdue.IsZero: true } || balance.Documents is [_, ..];

    /// <summary>What is left of a balance when a full snapshot came without its counterparty.</summary>
    internal static StoredBalance Cleared(CounterpartyBalance balance, Instant asOf)
    {
        var nothing = Money.Zero(balance.Currency);
        return new StoredBalance(
            new CounterpartyBalance(balance.Counterparty, balance.Currency, asOf)
            {
                Debt = nothing,
                Advance = nothing,
                Overdue = nothing,
                Documents = [],
                Limit = balance.Limit,
                IsBlocked = balance.IsBlocked,
                Terms = balance.Terms,
                LastPayment = balance.LastPayment,
                Payments = balance.Payments,
                Unstated = balance.Unstated & ~SaidByAbsence,
            },
            asOf
        )
        {
            IsCleared = true,
        };
    }

    private static bool AreSame<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other) =>
        one is null || other is null ? one is null && other is null : one.SequenceEqual(other);
}
