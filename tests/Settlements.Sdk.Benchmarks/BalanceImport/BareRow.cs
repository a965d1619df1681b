using Settlements.Balances;

namespace Settlements.Benchmarks.BalanceImport;

/// <summary>The rows of the store's tables for one balance, by the shortest way.</summary>
internal static class BareRow
{
    public const string Balances =
        "\"CounterpartyId\", \"Currency\", \"ReadAt\", \"IsOfSnapshot\", \"IsCleared\", \"Debt\", \"Advance\", \"Overdue\", \"LimitAmount\", \"LimitCurrency\", "
        + "\"LimitIsEnforced\", \"IsBlocked\", \"HasLastPayment\", \"Unstated\", \"DocumentCount\", \"PaymentCount\"";

    public const string Documents =
        "\"CounterpartyId\", \"Position\", \"DocumentId\", \"Number\", \"Date\", \"DueDate\", \"Amount\", \"Outstanding\"";

    public const string Payments = "\"CounterpartyId\", \"Position\", \"PaymentId\", \"Date\", \"Amount\"";

    public const string History = "\"CounterpartyId\", \"Key\", \"Day\", \"PaymentId\", \"Amount\", \"Currency\"";

    public static object?[] Of(CounterpartyBalance balance, string readAt) =>
        [
            balance.Counterparty.Value,
            balance.Currency.Code,
            readAt,
            true,
            false,
            balance.Debt?.Amount,
            balance.Advance?.Amount,
            balance.Overdue?.Amount,
            balance.Limit?.Amount.Amount,
            balance.Limit?.Amount.Currency.Code,
            balance.Limit?.IsEnforced,
            balance.IsBlocked,
            false,
            (int)balance.Unstated,
            balance.Documents?.Count,
            balance.Payments?.Count,
        ];

    public static IEnumerable<object?[]> DocumentsOf(CounterpartyBalance balance) =>
        (balance.Documents ?? []).Select(
            (document, position) =>
                (object?[])
                    [
                        balance.Counterparty.Value,
                        position,
                        document.Id,
                        document.Number,
                        document.Date?.ToDateOnly(),
                        document.DueDate?.ToDateOnly(),
                        document.Amount?.Amount,
                        document.Outstanding?.Amount,
                    ]
        );

    public static IEnumerable<object?[]> PaymentsOf(CounterpartyBalance balance) =>
        (balance.Payments ?? []).Select(
            (payment, position) =>
                (object?[])[balance.Counterparty.Value, position, payment.Id, payment.Date?.ToDateOnly(), payment.Amount?.Amount]
        );

    public static IEnumerable<object?[]> HistoryOf(CounterpartyBalance balance) =>
        (balance.Payments ?? []).Select(payment =>
            (object?[])
                [
                    balance.Counterparty.Value,
                    "id:" + payment.Id,
                    payment.Date?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    payment.Id,
                    payment.Amount?.Amount,
                    payment.Amount?.Currency.Code,
                ]
        );
}
