namespace Settlements.BillManager;

/// <summary>Whether a row is what was asked for, as far as the row shows it: a column that is not shown cannot speak against it.</summary>
internal static class FilterChecks
{
    internal static bool Matches(BillManagerPaymentFilter filter, BillManagerPayment row) =>
        Same(filter.Id, row.Id)
        && SameText(filter.Number, row.Number)
        && (filter.Statuses is not { Count: > 0 } || row.Status is not { } status || filter.Statuses.Contains(status))
        && Same(filter.AccountId, row.AccountId)
        && SameText(filter.AccountName, row.AccountName)
        && Same(filter.PayerId, row.PayerId)
        && (row.CreatedOn is not { } day || !(day < filter.CreatedFrom) && !(day > filter.CreatedTo))
        && (row.SubaccountAmount is not { } amount || !(amount.Value < filter.AmountFrom) && !(amount.Value > filter.AmountTo));

    internal static bool Matches(BillManagerPayerFilter filter, BillManagerPayer row) =>
        Same(filter.Id, row.Id)
        && SameText(filter.TaxId, row.TaxId)
        && Same(filter.AccountId, row.AccountId)
        && SameText(filter.AccountName, row.AccountName);

    internal static bool Matches(BillManagerAccountFilter filter, BillManagerAccount row) =>
        Same(filter.Id, row.Id) && SameText(filter.Name, row.Name);

    internal static bool Matches(BillManagerInvoiceFilter filter, BillManagerInvoice row) =>
        (row.Date is not { } day || !(day < filter.From) && !(day > filter.To)) && Same(filter.StatusCode, row.StatusCode);

    private static bool Same(long? asked, long? shown) => asked is null || shown is null || asked == shown;

    /// <summary>The panel matches some texts by a part of them and without regard to case; a text with <c>*</c> stands for many.</summary>
    private static bool SameText(string? asked, string? shown) =>
        asked is null
        || shown is null
        || asked.Contains('*', StringComparison.Ordinal)
        || shown.Contains(asked.Trim(), StringComparison.OrdinalIgnoreCase);
}
