using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>The columns of the tables in the order in which SQL by hand writes them, and the values for them.</summary>
internal static class BalanceColumns
{
    /// <summary>What two balances must have in common to say the same.</summary>
    public static RowShape Figures { get; } =
        new(
            "Currency",
            "Debt",
            "Advance",
            "Overdue",
            "LimitAmount",
            "LimitCurrency",
            "LimitIsEnforced",
            "IsBlocked",
            "HasLastPayment",
            "LastPaymentId",
            "LastPaymentNumber",
            "LastPaymentDate",
            "LastPaymentAmount",
            "Terms",
            "Unstated",
            "DocumentCount",
            "PaymentCount"
        );

    public static RowShape Document { get; } = new("DocumentId", "Number", "Date", "DueDate", "Amount", "Outstanding", "OrderId");

    public static RowShape Payment { get; } = new("PaymentId", "Number", "Date", "Amount");

    public static RowShape History { get; } = new("Day", "PaymentId", "Number", "Amount", "Currency");

    public static object?[] Of(CounterpartyBalance balance) =>
        [
            balance.Currency.Code,
            balance.Debt.Number(),
            balance.Advance.Number(),
            balance.Overdue.Number(),
            balance.Limit is { } limit ? StoredAmounts.Number(limit.Amount) : null,
            balance.Limit?.Amount.Currency.Code,
            balance.Limit?.IsEnforced,
            balance.IsBlocked,
            balance.LastPayment is not null,
            balance.LastPayment?.Id,
            balance.LastPayment?.Number,
            balance.LastPayment?.Date?.ToDateOnly(),
            balance.LastPayment?.Amount.Number(),
            balance.Terms?.ToJson(),
            (int)balance.Unstated,
            balance.Documents?.Count,
            balance.Payments?.Count,
        ];

    public static object?[] Of(OpenDocument document) =>
        [
            document.Id,
            document.Number,
            document.Date?.ToDateOnly(),
            document.DueDate?.ToDateOnly(),
            document.Amount.Number(),
            document.Outstanding.Number(),
            document.OrderId,
        ];

    public static object?[] Of(BalancePayment payment) => [payment.Id, payment.Number, payment.Date?.ToDateOnly(), payment.Amount.Number()];

    public static object?[] HistoryOf(BalancePayment payment) =>
        [PaymentKey.DayOf(payment.Date), payment.Id, payment.Number, payment.Amount.Number(), payment.Amount?.Currency.Code];
}
