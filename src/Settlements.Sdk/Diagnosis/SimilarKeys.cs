using Settlements.OneC;

namespace Settlements.Diagnosis;

/// <summary>Guesses what an unknown key may mean, to suggest it and never to read by it.</summary>
internal static class SimilarKeys
{
    private const int ShortestGuess = 5;

    private static readonly (BalanceKey Meaning, string[] Words)[] Known =
    [
        (
            BalanceKey.Counterparty,
            ["counterparty", "counterpartyguid", "partnerid", "customerid", "guid", "контрагент", "контрагентид", "ссылка"]
        ),
        (BalanceKey.Currency, ["currencycode", "valuta", "валюта", "валютавзаиморасчетов"]),
        (
            BalanceKey.Debt,
            [
                "debtsum",
                "balance",
                "saldo",
                "totaldebt",
                "debtamount",
                "долг",
                "суммадолга",
                "общийдолг",
                "задолженность",
                "остаток",
                "сальдо",
            ]
        ),
        (BalanceKey.Advance, ["advancesum", "prepayment", "prepaid", "аванс", "авансы", "суммааванса", "предоплата"]),
        (
            BalanceKey.Overdue,
            [
                "overdue",
                "overduesum",
                "overdueamount",
                "debtoverdue",
                "просрочка",
                "просрочено",
                "просроченныйдолг",
                "просроченнаязадолженность",
            ]
        ),
        (BalanceKey.Limit, ["limit", "limitsum", "debtlimit", "кредитныйлимит", "лимит", "допустимаясуммазадолженности"]),
        (BalanceKey.LimitEnforced, ["limitenforced", "limitcontrol", "контролироватьсуммузадолженности"]),
        (BalanceKey.Blocked, ["isblocked", "block", "stop", "заблокирован", "запретотгрузки"]),
        (BalanceKey.LastPaymentDate, ["paymentdate", "lastpayment", "датапоследнейоплаты"]),
        (BalanceKey.LastPaymentAmount, ["lastpaymentamount", "paymentsum", "суммапоследнейоплаты"]),
        (BalanceKey.UpdatedAt, ["updated", "asof", "timestamp", "actualat", "надату", "дата", "датаобновления", "актуальнона"]),
        (BalanceKey.Documents, ["docs", "invoices", "orders", "документы", "расчетныедокументы", "накладные"]),
        (BalanceKey.Payments, ["paymentlist", "оплаты", "платежи"]),
        (BalanceKey.RowDueDate, ["duedate", "paymentdate", "paydate", "deadline", "датаплатежа", "датаоплаты", "срокоплаты"]),
        (BalanceKey.RowOutstanding, ["debt", "rest", "remain", "unpaid", "остаток", "долг", "кдоплате", "суммадолга"]),
        (BalanceKey.RowAmount, ["sum", "total", "сумма", "суммадокумента"]),
        (BalanceKey.RowOrderId, ["order", "ordernumber", "заказ", "номерзаказа", "заказклиента"]),
        (BalanceKey.RowNumber, ["documentnumber", "номер"]),
        (BalanceKey.RowDate, ["documentdate", "дата"]),
        (BalanceKey.RowId, ["documentid", "guid", "ссылка"]),
    ];

    /// <summary>Which of the values that are missing an unknown key may be; null when none comes to mind.</summary>
    internal static MappedField? Guess(string key, IReadOnlyList<MappedField> missing)
    {
        var plain = Plain(key);
        return missing.FirstOrDefault(field => field.Keys.Any(known => Plain(known) == plain))
            ?? missing.FirstOrDefault(field =>
                Known.Any(entry => entry.Meaning == field.Key && entry.Words.Contains(plain, StringComparer.Ordinal))
            )
            ?? missing.FirstOrDefault(field => field.Keys.Any(known => IsNear(Plain(known), plain)));
    }

    private static string Plain(string key) =>
        string.Concat(key.Where(char.IsLetterOrDigit).Select(letter => char.ToLowerInvariant(letter is 'ё' or 'Ё' ? 'е' : letter)));

    private static bool IsNear(string left, string right) =>
        left.Length >= ShortestGuess && Math.Abs(left.Length - right.Length) <= 2 && Distance(left, right) <= 2;

    /// <summary>How many letters must be put in, left out or exchanged to make one word of the other.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
