namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>The columns of the store's tables, what rows are found by first.</summary>
internal static class StoredColumns
{
    public static RowShape Balance { get; } =
        new(["CounterpartyId", "ReadAt", "IsOfSnapshot", "AsOf", "IsCleared", .. BalanceColumns.Figures.Columns]);

    public static RowShape Document { get; } = new(["CounterpartyId", "Position", .. BalanceColumns.Document.Columns]);

    public static RowShape Payment { get; } = new(["CounterpartyId", "Position", .. BalanceColumns.Payment.Columns]);

    public static RowShape History { get; } = new(["CounterpartyId", "Key", .. BalanceColumns.History.Columns]);
}
