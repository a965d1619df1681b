namespace Settlements.OneC;

/// <summary>What a key of an answer means.</summary>
internal enum BalanceKey
{
    /// <summary>Nothing by itself: a step of a path.</summary>
    None,
    Counterparty,
    Currency,
    Debt,
    Advance,
    Overdue,
    Limit,
    LimitEnforced,
    Blocked,
    LastPaymentDate,
    LastPaymentAmount,
    UpdatedAt,
    Documents,
    Payments,
    Contract,
    TermsType,
    TermsDays,
    TermsPrepayPercent,
    RowId,
    RowNumber,
    RowDate,
    RowDueDate,
    RowAmount,
    RowOutstanding,
    RowOrderId,

    /// <summary>A wrapper round the balance: <c>response</c>, <c>data</c>, <c>result</c>.</summary>
    Envelope,

    /// <summary>A flag that says whether the service succeeded.</summary>
    Success,

    /// <summary>The service's own error text, empty when all is well.</summary>
    Error,

    /// <summary>An exception of the platform.</summary>
    PlatformException,
}
