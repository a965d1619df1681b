using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>The rows of an import as they go into its tables, in the order of <see cref="StagedTable.Shape"/>.</summary>
/// <param name="scope">What is imported.</param>
internal sealed class StagedRows(BalanceImportScope scope)
{
    private long _place;
    private int _document;

    public IEnumerable<object?[]> Balances(IEnumerable<ImportedBalance> rows) => rows.Select(row => Balance(row.Line, row.Balance));

    public static IEnumerable<object?[]> DocumentsIn(IEnumerable<ImportedBalance> rows) =>
        from row in rows
        from document in (row.Balance.Documents ?? []).Select((value, position) => (Value: value, Position: position))
        select (object?[])
            [row.Line, row.Balance.Counterparty.Value, row.Balance.Currency.Code, document.Position, .. BalanceColumns.Of(document.Value)];

    /// <summary>Documents of a file of their own, numbered through; <see cref="BalanceImportCheck"/> numbers them anew for each counterparty.</summary>
    public IEnumerable<object?[]> Documents(IEnumerable<ImportedDocument> rows) =>
        rows.Select(row =>
            (object?[])[row.Line, row.Counterparty.Value, row.Currency.Code, _document++, .. BalanceColumns.Of(row.Document)]
        );

    public IEnumerable<object?[]> PaymentsIn(IEnumerable<ImportedBalance> rows) =>
        from row in rows
        from payment in (row.Balance.Payments ?? []).Select((value, position) => (Value: value, Position: position))
        select Payment(row.Balance.Counterparty, payment.Value, payment.Position);

    public IEnumerable<object?[]> Payments(IEnumerable<ImportedPayment> rows) =>
        rows.Select(row => Payment(row.Counterparty, row.Payment, position: null));

    private object?[] Balance(long line, CounterpartyBalance balance)
    {
        if (scope.HasDocuments)
            balance = balance with { Documents = [], Unstated = balance.Unstated & ~BalanceFields.Documents };
        object? asOf = balance.AsOf == scope.AsOf ? null : StoredValues.ToText(balance.AsOf);
        return [line, balance.Counterparty.Value, asOf, .. BalanceColumns.Of(balance)];
    }

    private object?[] Payment(CounterpartyId counterparty, BalancePayment payment, int? position) =>
        [
            _place++,
            counterparty.Value,
            position,
            PaymentKey.Of(payment),
            PaymentKey.DayOf(payment.Date),
            .. BalanceColumns.Of(payment),
            payment.Amount?.Currency.Code,
        ];
}
