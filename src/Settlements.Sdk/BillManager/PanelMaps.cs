namespace Settlements.BillManager;

/// <summary>Which columns each list and form is read for. Names with no capture behind them are listed as inferred in docs/billmanager.md.</summary>
internal static class PanelMaps
{
    internal static readonly PanelColumns<BillManagerAccount> Account = new(
        r => new BillManagerAccount
        {
            Id = r.RequiredId(),
            Name = r.Text("name"),
            ProviderName = r.Text("project"),
            Balance = r.Amount("balance"),
            RegisteredOn = r.Date("tz_registration_date"),
        },
        "id",
        "name",
        "project",
        "balance",
        "tz_registration_date"
    );

    internal static readonly PanelColumns<BillManagerSubaccount> Subaccount = new(
        r => new BillManagerSubaccount
        {
            Id = r.RequiredId(),
            AccountId = r.Id("account_id"),
            AccountName = r.Text("account_name") ?? r.Text("account"),
            ProviderId = r.Id("project_id"),
            ProviderName = r.Text("project_name") ?? r.Text("project"),
            CurrencyId = r.Id("currency_id"),
            Currency = ReadCurrency(r),
            Balance = r.Amount("balance_iso") ?? r.Amount("balance"),
            CreditLimit = r.Number("creditlimit"),
            IsActive = r.Switch("active") ?? r.Switch("status"),
        },
        "id",
        "account_id",
        "account_name",
        "account",
        "project_id",
        "project_name",
        "project",
        "currency_id",
        "currency_iso",
        "currency",
        "balance_iso",
        "balance",
        "creditlimit",
        "active",
        "status"
    );

    /// <summary>The form shows plain ids where the list shows names.</summary>
    internal static PanelColumns<BillManagerSubaccount> SubaccountForm(long id) =>
        new(
            r => new BillManagerSubaccount
            {
                Id = id,
                AccountId = r.IdOrNull("account") ?? r.IdOrNull("plid"),
                ProviderId = r.IdOrNull("project"),
                CurrencyId = r.IdOrNull("currency"),
                Balance = r.Amount("balance"),
                CreditLimit = r.Number("creditlimit"),
                IsActive = r.Switch("active"),
            },
            "account",
            "plid",
            "project",
            "currency",
            "balance",
            "creditlimit",
            "active"
        );

    internal static readonly PanelColumns<BillManagerPayer> Payer = new(
        r => new BillManagerPayer
        {
            Id = r.RequiredId(),
            Name = r.Text("name"),
            AccountId = r.Id("account_id"),
            AccountName = r.Text("account"),
            Kind = (BillManagerPayerKind?)r.Code("profiletype"),
            IsActive = r.Switch("status"),
            TaxId = r.Text("vatnum"),
        },
        "id",
        "name",
        "account_id",
        "account",
        "profiletype",
        "status",
        "vatnum"
    );

    internal static PanelColumns<BillManagerPayerDetails> PayerForm(long id) =>
        new(
            r => new BillManagerPayerDetails
            {
                Id = id,
                Name = r.Text("name"),
                AccountId = r.IdOrNull("account"),
                Kind = (BillManagerPayerKind?)r.Code("profiletype"),
                TaxId = r.Text("vatnum"),
                Kpp = r.Text("kpp"),
                AccountingCode = r.Text("id1c"),
            },
            "name",
            "account",
            "profiletype",
            "vatnum",
            "kpp",
            "id1c"
        );

    internal static readonly PanelColumns<BillManagerCompany> Company = new(
        r => new BillManagerCompany { Id = r.RequiredId(), Name = r.Text("name") },
        "id",
        "name"
    );

    internal static PanelColumns<BillManagerCompany> CompanyForm(long id) =>
        new(
            r => new BillManagerCompany
            {
                Id = id,
                Name = r.Text("name"),
                TaxId = r.Text("vatnum"),
                Kpp = r.Text("kpp"),
            },
            "name",
            "vatnum",
            "kpp"
        );

    internal static readonly PanelColumns<BillManagerProvider> Provider = new(
        r => new BillManagerProvider
        {
            Id = r.RequiredId(),
            Name = r.Text("name"),
            CurrencyText = r.Text("currency_str"),
            Site = r.Text("site"),
        },
        "id",
        "name",
        "currency_str",
        "site"
    );

    internal static readonly PanelColumns<BillManagerPaymentMethod> PaymentMethod = new(
        r => new BillManagerPaymentMethod
        {
            Id = r.RequiredId(),
            Name = r.Text("name"),
            Module = r.Text("module"),
            CurrencyText = r.Text("currency_name"),
            IsActive = r.Switch("status") ?? r.Switch("active"),
            ProvidersText = r.Text("projects"),
            CompaniesText = r.Text("companies"),
        },
        "id",
        "name",
        "module",
        "currency_name",
        "status",
        "active",
        "projects",
        "companies"
    );

    internal static readonly PanelColumns<BillManagerCurrency> Currency = new(
        r => new BillManagerCurrency
        {
            Id = r.RequiredId(),
            IsoCode = r.Text("iso"),
            Symbol = r.Text("symbol"),
            Name = r.Text("name"),
            IsActive = r.Switch("active"),
        },
        "id",
        "iso",
        "symbol",
        "name",
        "active"
    );

    internal static readonly PanelColumns<BillManagerInvoice> Invoice = new(
        r => new BillManagerInvoice
        {
            Id = r.RequiredId(),
            Number = r.Text("number"),
            Date = r.Date("cdate"),
            CompanyName = r.Text("company"),
            CustomerName = r.Text("customer"),
            CustomerId = r.Id("customer_id"),
            Amount = r.Amount("amount_iso"),
            StatusCode = r.Code("invoice_status"),
            SentOn = r.Date("sdate"),
        },
        "id",
        "number",
        "cdate",
        "company",
        "customer",
        "customer_id",
        "amount_iso",
        "invoice_status",
        "sdate"
    );

    private static Currency? ReadCurrency(PanelRow row) =>
        Settlements.Currency.TryParse(row.Text("currency_iso") ?? row.Text("currency"), out var currency) ? currency : null;
}
