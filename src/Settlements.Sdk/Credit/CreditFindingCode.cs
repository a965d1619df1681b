namespace Settlements.Credit;

/// <summary>What was found about an order, its customer or the figures it was judged by.</summary>
public enum CreditFindingCode
{
    /// <summary>Payment is late by more than the policy tolerates.</summary>
    Overdue,

    /// <summary>The exposure is above the credit limit. Equal to the limit is not above it.</summary>
    LimitExceeded,

    /// <summary>The exposure is within the limit and has reached the share of it that the policy warns at.</summary>
    LimitNear,

    /// <summary>The order takes credit and the source states no limit. Unknown is neither zero nor unlimited.</summary>
    LimitUnknown,

    /// <summary>Order, balance, limit or a hold are in different currencies, and there is no rate between them.</summary>
    CurrencyMismatch,

    /// <summary>The figures are older than the policy accepts.</summary>
    BalanceStale,

    /// <summary>There are no figures at all: the source did not answer.</summary>
    BalanceUnavailable,

    /// <summary>The source or the host forbids selling to this counterparty.</summary>
    CounterpartyBlocked,

    /// <summary>The source answered without saying how much is owed. Always blocks.</summary>
    DebtUnknown,

    /// <summary>It cannot be said whether anything is overdue.</summary>
    OverdueUnknown,
}
