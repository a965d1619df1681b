namespace Settlements.Payments;

/// <summary>Which document of 1C says that money came in.</summary>
public enum PaymentDocumentKind
{
    /// <summary>Cash receipt order («Приходный кассовый ордер»).</summary>
    CashReceipt,

    /// <summary>Incoming payment order («Платёжное поручение входящее»).</summary>
    IncomingPayment,

    /// <summary>Payment by card («Оплата от покупателя платёжной картой»).</summary>
    CardPayment,
}
