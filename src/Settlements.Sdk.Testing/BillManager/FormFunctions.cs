namespace Settlements.Testing.BillManager;

/// <summary>Forms of clients' accounts, payers and companies; the account's form takes a credit limit.</summary>
internal static class FormFunctions
{
    internal static IEnumerable<PanelNode> Subaccount(PanelTables tables, PanelRequest request)
    {
        var subaccount = Find(tables.Subaccounts, request, "subaccount");
        if (request.IsSubmitted)
        {
            var limit =
                PanelFormats.ReadMoney(request["creditlimit"]) ?? throw PanelRefusal.Value(request, "creditlimit", request["creditlimit"]);
            tables.Subaccounts.Change(subaccount.Id, s => s with { CreditLimit = limit });
            return [new PanelNode("ok")];
        }
        return
        [
            PanelNode.Of("elid", PanelFormats.Id(subaccount.Id)),
            PanelNode.Of("plid", request["plid"]),
            PanelNode.Of("account", PanelFormats.Id(subaccount.AccountId)),
            PanelNode.Of("project", PanelFormats.Id(subaccount.ProviderId)),
            PanelNode.Of("currency", PanelFormats.Id(subaccount.CurrencyId)),
            PanelNode.Of("balance", PanelFormats.Number(subaccount.Balance)),
            PanelNode.Of("creditlimit", PanelFormats.Number(subaccount.CreditLimit)),
            PanelNode.Of("active", PanelFormats.Switch(subaccount.IsActive)),
        ];
    }

    internal static IEnumerable<PanelNode> Payer(PanelTables tables, PanelRequest request)
    {
        var payer = Find(tables.Payers, request, "profile");
        if (!request.IsAdministrator && payer.AccountId != request.User.AccountId)
            throw PanelRefusal.Access(request, request["elid"]);
        return
        [
            PanelNode.Of("elid", PanelFormats.Id(payer.Id)),
            PanelNode.Of("profiletype", PanelFormats.Id(payer.Kind)),
            PanelNode.Of("name", payer.Name),
            PanelNode.Of("person", payer.Kind == 1 ? payer.Name : ""),
            PanelNode.Of("vatnum", payer.TaxId),
            PanelNode.Of("kpp", payer.Kpp),
            PanelNode.Of("id1c", payer.AccountingCode),
            PanelNode.Of("maildocs", "1"),
            PanelNode.Of("maildocs", "2"),
            new PanelNode("note"),
        ];
    }

    internal static IEnumerable<PanelNode> Company(PanelTables tables, PanelRequest request)
    {
        var company = Find(tables.Companies, request, "company");
        return
        [
            PanelNode.Of("elid", PanelFormats.Id(company.Id)),
            PanelNode.Of("name", company.Name),
            PanelNode.Of("vatnum", company.TaxId),
            PanelNode.Of("kpp", company.Kpp),
        ];
    }

    internal static T Find<T>(PanelTable<T> table, PanelRequest request, string kind)
        where T : class => table.Find(PanelFormats.ReadId(request["elid"])) ?? throw PanelRefusal.NoObject(request, kind, request["elid"]);
}
