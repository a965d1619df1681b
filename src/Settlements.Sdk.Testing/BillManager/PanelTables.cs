namespace Settlements.Testing.BillManager;

/// <summary>The state of the emulated panel; whoever touches it holds <see cref="BillManagerPanel.Gate"/>.</summary>
internal sealed class PanelTables
{
    internal PanelTable<PanelCurrency> Currencies { get; } = new(1, c => c.Id);

    internal PanelTable<PanelUser> Users { get; } = new(11, u => u.Id);

    internal PanelTable<PanelProvider> Providers { get; } = new(21, p => p.Id);

    internal PanelTable<PanelCompany> Companies { get; } = new(31, c => c.Id);

    internal PanelTable<PanelPaymentMethod> PaymentMethods { get; } = new(41, m => m.Id);

    internal PanelTable<PanelAccount> Accounts { get; } = new(100_001, a => a.Id);

    internal PanelTable<PanelSubaccount> Subaccounts { get; } = new(200_001, s => s.Id);

    internal PanelTable<PanelPayer> Payers { get; } = new(300_001, p => p.Id);

    internal PanelTable<PanelPayment> Payments { get; } = new(500_001, p => p.Id);

    internal PanelTable<PanelInvoice> Invoices { get; } = new(400_001, i => i.Id);

    internal Dictionary<long, int> Creditings { get; } = [];

    internal Dictionary<string, Dictionary<string, string>> SavedFilters { get; } = new(StringComparer.Ordinal);

    internal static string FilterKey(string userName, string list) => userName + "/" + list;

    internal PanelCurrency Currency(string iso) =>
        Currencies.FirstOrDefault(c => c.Iso == iso) ?? throw new ArgumentException($"The panel has no currency '{iso}'.", nameof(iso));

    /// <summary>Currency ids far from ISO numbers and from one, as on real panels, so that nobody takes one for the other.</summary>
    internal static PanelTables Initial()
    {
        var tables = new PanelTables();
        tables.Currencies.Put(
            new PanelCurrency
            {
                Id = 126,
                Iso = "RUB",
                Code = "643",
                Name = "Российский рубль",
            }
        );
        tables.Currencies.Put(
            new PanelCurrency
            {
                Id = 153,
                Iso = "USD",
                Code = "840",
                Name = "Доллар США",
                Symbol = "$",
                Rate = 90m,
            }
        );
        tables.Currencies.Put(
            new PanelCurrency
            {
                Id = 50,
                Iso = "EUR",
                Code = "978",
                Name = "Евро",
                Symbol = "€",
                Rate = 100m,
            }
        );
        tables.Users.Add(id => new PanelUser
        {
            Id = id,
            Name = BillManagerPanel.AdministratorName,
            Password = BillManagerPanel.AdministratorPassword,
        });
        var provider = tables.Providers.Add(id => new PanelProvider
        {
            Id = id,
            Name = "Хостинг",
            CurrencyId = 126,
        });
        var company = tables.Companies.Add(id => new PanelCompany
        {
            Id = id,
            Name = "ООО «Продавец»",
            TaxId = "7702070139",
            Kpp = "770201001",
        });
        foreach (var name in new[] { "Оплата наличными", "Оплата банковской картой", "Оплата платежной картой через терминал" })
            tables.PaymentMethods.Add(id => new PanelPaymentMethod
            {
                Id = id,
                Name = name,
                CurrencyId = 126,
                ProviderIds = [provider.Id],
                CompanyIds = [company.Id],
            });
        return tables;
    }
}
