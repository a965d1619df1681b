namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>The names of the tables that an import works with: those of the store, and its own, which only its connection sees.</summary>
internal sealed class ImportTables(SettlementsDbContext context, string temporary)
{
    public string Balances { get; } = context.Table<BalanceRow>();

    public string Documents { get; } = context.Table<OpenDocumentRow>();

    public string Payments { get; } = context.Table<BalancePaymentRow>();

    public string History { get; } = context.Table<PaymentHistoryRow>();

    public string Imports { get; } = context.Table<BalanceImportRow>();

    public string Turns { get; } = context.Table<BalanceImportTurnRow>();

    /// <summary>The balances of the import, as they came.</summary>
    public StagedTable StagedBalances { get; } =
        new(temporary, "StagedBalances", new RowShape(["Line", "CounterpartyId", "AsOf", .. BalanceColumns.Figures.Columns]));

    /// <summary>The open documents of the import, those that stand in balances and those of a file of their own.</summary>
    public StagedTable StagedDocuments { get; } =
        new(
            temporary,
            "StagedDocuments",
            new RowShape(["Line", "CounterpartyId", "Currency", "Position", .. BalanceColumns.Document.Columns])
        );

    /// <summary>The payments of the import; those of a file of their own have no position.</summary>
    public StagedTable StagedPayments { get; } =
        new(
            temporary,
            "StagedPayments",
            new RowShape("Place", "CounterpartyId", "Position", "Key", "Day", "PaymentId", "Number", "Date", "Amount", "Currency")
        );

    /// <summary>Counterparties that are left as they are.</summary>
    public StagedTable Kept { get; } = new(temporary, "KeptCounterparties", new RowShape("CounterpartyId"));

    /// <summary>Counterparties whose documents or payments are others than those in the store.</summary>
    public StagedTable Differing { get; } = new(temporary, "DifferingCounterparties", new RowShape("CounterpartyId"));

    /// <summary>What is done to whom: <see cref="PlannedChange"/>.</summary>
    public StagedTable Plan { get; } = new(temporary, "PlannedChanges", new RowShape("CounterpartyId", "Change"));
}
