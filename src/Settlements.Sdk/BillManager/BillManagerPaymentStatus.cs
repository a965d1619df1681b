namespace Settlements.BillManager;

/// <summary>The state of a payment, by the panel's own codes (<c>status/@orig</c>); a code that is not listed keeps its number.</summary>
/// <remarks>The text that the panel shows beside the code depends on language and is never read.</remarks>
public enum BillManagerPaymentStatus
{
    /// <summary>New («Новый»).</summary>
    New = 1,

    /// <summary>Being paid («Оплачивается»).</summary>
    InPayment = 2,

    /// <summary>Promised («Обещанный платеж»).</summary>
    Promised = 3,

    /// <summary>Credited to the client's account («Зачислен»).</summary>
    Credited = 4,

    /// <summary>Waiting for a refund («Ожидает возврата»).</summary>
    AwaitingRefund = 5,

    /// <summary>Refunded («Возвращен»).</summary>
    Refunded = 6,

    /// <summary>Marked as fraud («Мошеннический»).</summary>
    Fraudulent = 7,

    /// <summary>Begun and not confirmed («Инициирован»); lists hide these rows unless the filter asks for them.</summary>
    Initiated = 8,

    /// <summary>Cancelled («Отменен»).</summary>
    Cancelled = 9,

    /// <summary>Being deleted («Удаляется»).</summary>
    BeingDeleted = 100,
}
