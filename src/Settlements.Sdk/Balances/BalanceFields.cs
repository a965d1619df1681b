namespace Settlements.Balances;

/// <summary>The parts of a balance that a source may leave unsaid.</summary>
[Flags]
public enum BalanceFields
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><see cref="CounterpartyBalance.Debt"/>.</summary>
    Debt = 1,

    /// <summary><see cref="CounterpartyBalance.Advance"/>.</summary>
    Advance = 2,

    /// <summary><see cref="CounterpartyBalance.Overdue"/>.</summary>
    Overdue = 4,

    /// <summary><see cref="CounterpartyBalance.Limit"/>.</summary>
    Limit = 8,

    /// <summary><see cref="CreditLimit.IsEnforced"/> of the limit; read as enforced.</summary>
    LimitEnforced = 16,

    /// <summary><see cref="CounterpartyBalance.IsBlocked"/>.</summary>
    Blocked = 32,

    /// <summary><see cref="CounterpartyBalance.LastPayment"/>.</summary>
    LastPayment = 64,

    /// <summary><see cref="CounterpartyBalance.Documents"/>.</summary>
    Documents = 128,

    /// <summary><see cref="CounterpartyBalance.Payments"/>.</summary>
    Payments = 256,

    /// <summary><see cref="CounterpartyBalance.AsOf"/>; the time of reading stands there instead.</summary>
    AsOf = 512,

    /// <summary><see cref="CounterpartyBalance.Currency"/>; the client's option stands there instead.</summary>
    Currency = 1024,

    /// <summary><see cref="CounterpartyBalance.Terms"/>.</summary>
    Terms = 2048,
}
