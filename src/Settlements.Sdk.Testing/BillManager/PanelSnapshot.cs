namespace Settlements.Testing.BillManager;

/// <summary>The shape of a panel's JSON.</summary>
internal sealed record PanelSnapshot
{
    public required IReadOnlyList<PanelCurrency> Currencies { get; init; }
    public required IReadOnlyList<PanelUser> Users { get; init; }
    public required IReadOnlyList<PanelProvider> Providers { get; init; }
    public required IReadOnlyList<PanelCompany> Companies { get; init; }
    public required IReadOnlyList<PanelPaymentMethod> PaymentMethods { get; init; }
    public IReadOnlyList<PanelAccount> Accounts { get; init; } = [];
    public IReadOnlyList<PanelSubaccount> Subaccounts { get; init; } = [];
    public IReadOnlyList<PanelPayer> Payers { get; init; } = [];
    public IReadOnlyList<PanelPayment> Payments { get; init; } = [];
    public IReadOnlyList<PanelInvoice> Invoices { get; init; } = [];
    public IReadOnlyDictionary<long, int> Creditings { get; init; } = new Dictionary<long, int>();
    public IReadOnlyDictionary<string, Dictionary<string, string>> SavedFilters { get; init; } =
        new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
}
