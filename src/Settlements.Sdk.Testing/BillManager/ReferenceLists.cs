namespace Settlements.Testing.BillManager;

/// <summary>The other lists. No document of theirs was captured: columns are those that the vendor's pages name and programs were seen to read.</summary>
internal static class ReferenceLists
{
    internal static PanelListFunction<PanelAccount> Accounts(PanelTables t) =>
        new()
        {
            Name = "account",
            Rows = (tables, _) => tables.Accounts,
            Columns =
            [
                new("id", (a, _) => PanelNode.Of("id", PanelFormats.Id(a.Id))),
                new("name", (a, _) => PanelNode.Of("name", a.Name)),
                new(
                    "project",
                    (a, _) => PanelNode.Of("project", ProviderName(t, t.Subaccounts.FirstOrDefault(s => s.AccountId == a.Id)?.ProviderId))
                ),
                new("balance", (a, _) => Balance(t, a)),
                new("account_status", (_, _) => PanelNode.Of("account_status", "1")),
                new("tz_registration_date", (_, _) => PanelNode.Of("tz_registration_date", "2025-01-15")),
            ],
            Filters = new Dictionary<string, Func<PanelAccount, string, bool>>(StringComparer.Ordinal)
            {
                ["id"] = (a, v) => FilterText.OneOf(a.Id, v),
                ["account"] = (a, v) => FilterText.Like(a.Name, v),
            },
        };

    internal static PanelListFunction<PanelSubaccount> Subaccounts(PanelTables t) =>
        new()
        {
            Name = "subaccount",
            Rows = (tables, request) =>
                tables.Subaccounts.Where(s => request["elid"].Length == 0 || PanelFormats.Id(s.AccountId) == request["elid"]),
            Columns =
            [
                new("id", (s, _) => PanelNode.Of("id", PanelFormats.Id(s.Id))),
                new("account_id", (s, _) => PanelNode.Of("account_id", PanelFormats.Id(s.AccountId))),
                new("account", (s, _) => PanelNode.Of("account", t.Accounts.Find(s.AccountId)?.Name)),
                new("project", (s, _) => PanelNode.Of("project", ProviderName(t, s.ProviderId))),
                new("currency", (s, _) => PanelNode.Of("currency", t.Currencies.Get(s.CurrencyId).Iso)),
                new("balance", (s, _) => PanelNode.Of("balance", PanelFormats.Amount(s.Balance, t.Currencies.Get(s.CurrencyId)))),
                new("creditlimit", (s, _) => PanelNode.Of("creditlimit", PanelFormats.Number(s.CreditLimit))),
                new("active", (s, _) => PanelNode.Of("active", PanelFormats.Switch(s.IsActive))),
            ],
            Filters = new Dictionary<string, Func<PanelSubaccount, string, bool>>(StringComparer.Ordinal)
            {
                ["id"] = (s, v) => FilterText.OneOf(s.Id, v),
            },
        };

    internal static PanelListFunction<PanelPayer> Payers(PanelTables t) =>
        new()
        {
            Name = "profile",
            MinLevel = 16,
            Rows = (tables, request) => tables.Payers.Where(p => request.IsAdministrator || p.AccountId == request.User.AccountId),
            Columns =
            [
                new("id", (p, _) => PanelNode.Of("id", PanelFormats.Id(p.Id))),
                new("name", (p, _) => PanelNode.Of("name", p.Name)),
                new("account", (p, _) => PanelNode.Of("account", t.Accounts.Find(p.AccountId)?.Name), 29),
                new("account_id", (p, _) => PanelNode.Of("account_id", PanelFormats.Id(p.AccountId)), 29),
                new("profiletype", (p, r) => Kind(p, r)),
                new("status", (p, _) => PanelNode.Of("status", PanelFormats.Switch(p.IsActive))),
                new("vatnum", (p, _) => PanelNode.Of("vatnum", p.TaxId), 29),
            ],
            Filters = new Dictionary<string, Func<PanelPayer, string, bool>>(StringComparer.Ordinal)
            {
                ["id"] = (p, v) => FilterText.OneOf(p.Id, v),
                ["name"] = (p, v) => FilterText.Like(p.Name, v),
                ["vatnum"] = (p, v) => FilterText.Like(p.TaxId, v),
                ["account"] = (p, v) => FilterText.Like(t.Accounts.Find(p.AccountId)?.Name ?? "", v),
                ["account_id"] = (p, v) => FilterText.OneOf(p.AccountId, v),
                ["profiletype"] = (p, v) => FilterText.OneOf(p.Kind, v),
            },
        };

    internal static PanelListFunction<PanelCompany> Companies() =>
        new()
        {
            Name = "company",
            Rows = (tables, _) => tables.Companies,
            Columns = [new("id", (c, _) => PanelNode.Of("id", PanelFormats.Id(c.Id))), new("name", (c, _) => PanelNode.Of("name", c.Name))],
        };

    internal static PanelListFunction<PanelProvider> Providers(PanelTables t) =>
        new()
        {
            Name = "project",
            Rows = (tables, _) => tables.Providers,
            Columns =
            [
                new("id", (p, _) => PanelNode.Of("id", PanelFormats.Id(p.Id))),
                new("name", (p, _) => PanelNode.Of("name", p.Name)),
                new("currency_str", (p, _) => PanelNode.Of("currency_str", t.Currencies.Get(p.CurrencyId).Iso)),
                new("site", (_, _) => new PanelNode("site")),
                new("billurl", (_, _) => new PanelNode("billurl")),
            ],
        };

    internal static PanelListFunction<PanelPaymentMethod> PaymentMethods(PanelTables t) =>
        new()
        {
            Name = "paymethod",
            Rows = (tables, _) => tables.PaymentMethods,
            Columns =
            [
                new("id", (m, _) => PanelNode.Of("id", PanelFormats.Id(m.Id))),
                new("name", (m, r) => PanelNode.Of("name", r.IsRussian || m.OtherName.Length == 0 ? m.Name : m.OtherName)),
                new("module", (m, _) => PanelNode.Of("module", m.Module)),
                new("currency_name", (m, _) => PanelNode.Of("currency_name", t.Currencies.Get(m.CurrencyId).Iso)),
                new("projects", (m, _) => PanelNode.Of("projects", string.Join(", ", m.ProviderIds.Select(id => ProviderName(t, id))))),
                new(
                    "companies",
                    (m, _) => PanelNode.Of("companies", string.Join(", ", m.CompanyIds.Select(id => t.Companies.Find(id)?.Name)))
                ),
                new("note", (_, _) => new PanelNode("note")),
                new("orderpriority", (m, _) => PanelNode.Of("orderpriority", PanelFormats.Id(m.Id))),
                new("status", (m, r) => Activity(m.IsActive, r)),
            ],
        };

    internal static PanelListFunction<PanelCurrency> Currencies() =>
        new()
        {
            Name = "currency",
            Rows = (tables, _) => tables.Currencies,
            Columns =
            [
                new("id", (c, _) => PanelNode.Of("id", PanelFormats.Id(c.Id))),
                new("iso", (c, _) => PanelNode.Of("iso", c.Iso)),
                new("code", (c, _) => PanelNode.Of("code", c.Code)),
                new("name", (c, _) => PanelNode.Of("name", c.Name)),
                new("symbol", (c, _) => PanelNode.Of("symbol", c.Symbol)),
                new("active", (_, _) => PanelNode.Of("active", "on")),
            ],
        };

    internal static PanelListFunction<PanelInvoice> Invoices(PanelTables t) =>
        new()
        {
            Name = "invoice",
            Rows = (tables, _) => tables.Invoices,
            Columns =
            [
                new("id", (i, _) => PanelNode.Of("id", PanelFormats.Id(i.Id))),
                new("number", (i, _) => PanelNode.Of("number", i.Number)),
                new("cdate", (i, _) => PanelNode.Of("cdate", PanelFormats.Date(i.Date))),
                new("company", (i, _) => PanelNode.Of("company", t.Companies.Find(i.CompanyId)?.Name)),
                new("customer", (i, _) => PanelNode.Of("customer", t.Payers.Find(i.PayerId)?.Name)),
                new("customer_id", (i, _) => PanelNode.Of("customer_id", PanelFormats.Id(i.PayerId))),
                new("amount_iso", (i, _) => PanelNode.Of("amount_iso", PanelFormats.Amount(i.Amount, t.Currencies.Get(i.CurrencyId)))),
                new(
                    "invoice_status",
                    (i, r) => PanelNode.Of("invoice_status", r.Text("Выставлен", "Issued")).With("orig", PanelFormats.Id(i.Status))
                ),
                new("sdate", (i, _) => i.SentOn is null ? null : PanelNode.Of("sdate", PanelFormats.Date(i.SentOn))),
            ],
            Filters = new Dictionary<string, Func<PanelInvoice, string, bool>>(StringComparer.Ordinal)
            {
                ["fromdate"] = (i, v) => i.Date >= PanelFormats.ReadDate(v),
                ["todate"] = (i, v) => i.Date <= PanelFormats.ReadDate(v),
                ["company"] = (i, v) => FilterText.OneOf(i.CompanyId, v),
                ["invoice_status"] = (i, v) => FilterText.OneOf(i.Status, v),
            },
        };

    private static string? ProviderName(PanelTables t, long? id) => t.Providers.Find(id)?.Name;

    private static PanelNode Balance(PanelTables t, PanelAccount account)
    {
        var subaccounts = t.Subaccounts.Where(s => s.AccountId == account.Id).ToList();
        return subaccounts.Count == 0
            ? new PanelNode("balance")
            : PanelNode.Of("balance", PanelFormats.Amount(subaccounts[0].Balance, t.Currencies.Get(subaccounts[0].CurrencyId)));
    }

    private static PanelNode Kind(PanelPayer payer, PanelRequest request) =>
        PanelNode
            .Of(
                "profiletype",
                payer.Kind switch
                {
                    1 => request.Text("Физическое лицо", "Individual"),
                    2 => request.Text("Юридическое лицо", "Legal entity"),
                    _ => request.Text("Индивидуальный предприниматель", "Sole proprietor"),
                }
            )
            .With("orig", PanelFormats.Id(payer.Kind));

    private static PanelNode Activity(bool isActive, PanelRequest request) =>
        PanelNode
            .Of("status", isActive ? request.Text("Активен", "Active") : request.Text("Выключен", "Off"))
            .With("orig", PanelFormats.Switch(isActive));
}
