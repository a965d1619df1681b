using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>One property of an <see cref="OneCFieldOptions"/>.</summary>
internal sealed record MappedField(KeyPlace Place, BalanceKey Key, string Name, IReadOnlyList<string> Keys)
{
    internal static IEnumerable<MappedField> All(OneCFieldOptions map) =>
        [
            new(KeyPlace.Balance, BalanceKey.Counterparty, nameof(map.Counterparty), map.Counterparty),
            new(KeyPlace.Balance, BalanceKey.Currency, nameof(map.Currency), map.Currency),
            new(KeyPlace.Balance, BalanceKey.Debt, nameof(map.Debt), map.Debt),
            new(KeyPlace.Balance, BalanceKey.Advance, nameof(map.Advance), map.Advance),
            new(KeyPlace.Balance, BalanceKey.Overdue, nameof(map.Overdue), map.Overdue),
            new(KeyPlace.Balance, BalanceKey.Limit, nameof(map.Limit), map.Limit),
            new(KeyPlace.Balance, BalanceKey.LimitEnforced, nameof(map.LimitEnforced), map.LimitEnforced),
            new(KeyPlace.Balance, BalanceKey.Blocked, nameof(map.Blocked), map.Blocked),
            new(KeyPlace.Balance, BalanceKey.LastPaymentDate, nameof(map.LastPaymentDate), map.LastPaymentDate),
            new(KeyPlace.Balance, BalanceKey.LastPaymentAmount, nameof(map.LastPaymentAmount), map.LastPaymentAmount),
            new(KeyPlace.Balance, BalanceKey.UpdatedAt, nameof(map.UpdatedAt), map.UpdatedAt),
            new(KeyPlace.Balance, BalanceKey.TermsType, nameof(map.TermsType), map.TermsType),
            new(KeyPlace.Balance, BalanceKey.TermsDays, nameof(map.TermsDays), map.TermsDays),
            new(KeyPlace.Balance, BalanceKey.TermsPrepayPercent, nameof(map.TermsPrepayPercent), map.TermsPrepayPercent),
            new(KeyPlace.Terms, BalanceKey.Contract, nameof(map.Contract), map.Contract),
            new(KeyPlace.Balance, BalanceKey.Documents, nameof(map.Documents), map.Documents),
            new(KeyPlace.Balance, BalanceKey.Payments, nameof(map.Payments), map.Payments),
            new(KeyPlace.Document, BalanceKey.RowId, nameof(map.DocumentId), map.DocumentId),
            new(KeyPlace.Document, BalanceKey.RowNumber, nameof(map.DocumentNumber), map.DocumentNumber),
            new(KeyPlace.Document, BalanceKey.RowDate, nameof(map.DocumentDate), map.DocumentDate),
            new(KeyPlace.Document, BalanceKey.RowDueDate, nameof(map.DocumentDueDate), map.DocumentDueDate),
            new(KeyPlace.Document, BalanceKey.RowAmount, nameof(map.DocumentAmount), map.DocumentAmount),
            new(KeyPlace.Document, BalanceKey.RowOutstanding, nameof(map.DocumentOutstanding), map.DocumentOutstanding),
            new(KeyPlace.Document, BalanceKey.RowOrderId, nameof(map.DocumentOrderId), map.DocumentOrderId),
            new(KeyPlace.Payment, BalanceKey.RowId, nameof(map.PaymentId), map.PaymentId),
            new(KeyPlace.Payment, BalanceKey.RowNumber, nameof(map.PaymentNumber), map.PaymentNumber),
            new(KeyPlace.Payment, BalanceKey.RowDate, nameof(map.PaymentDate), map.PaymentDate),
            new(KeyPlace.Payment, BalanceKey.RowAmount, nameof(map.PaymentAmount), map.PaymentAmount),
        ];

    /// <summary>The fields that a row of a file may have.</summary>
    internal static IEnumerable<MappedField> OfRow(OneCFieldOptions map, BalanceImportPart part) =>
        All(map).Where(field => IsOfRow(field, part));

    private static bool IsOfRow(MappedField field, BalanceImportPart part) =>
        part switch
        {
            BalanceImportPart.Balances => field is { Place: KeyPlace.Balance, Key: not (BalanceKey.Documents or BalanceKey.Payments) },
            BalanceImportPart.Documents => field.Place == KeyPlace.Document || IsOwner(field),
            BalanceImportPart.Payments => field.Place == KeyPlace.Payment || IsOwner(field),
            _ => field.Place == KeyPlace.Terms
                || field.Key is BalanceKey.Counterparty or BalanceKey.TermsType or BalanceKey.TermsDays or BalanceKey.TermsPrepayPercent,
        };

    private static bool IsOwner(MappedField field) => field.Key is BalanceKey.Counterparty or BalanceKey.Currency;
}
