namespace Settlements.Testing.BillManager;

/// <summary>Functions about the caller and small services of the web interface.</summary>
internal static class UserFunctions
{
    private const string Version = "6.94.1-2024.04.04_09:25";

    internal static IEnumerable<PanelNode> WhoAmI(PanelTables tables, PanelRequest request)
    {
        var user = request.User;
        var node = new PanelNode("user");
        foreach (var (name, value) in Attributes(tables, user))
            node.With(name, value);
        yield return node;
        yield return PanelNode.Of("path", PanelFormats.Id(user.Id)).With("name", user.Name).With("level", PanelFormats.Id(user.Level));
        yield return PanelNode.Of("mgr", "billmgr").With("version", Version).With("dist", "3");
        yield return new PanelNode("version")
            .With("mgr", "billmgr")
            .Add(
                PanelNode.Of("billmgr", Version).With("type", "release"),
                PanelNode.Of("core", "5.389.1-2024.04.12_08:22").With("type", "release")
            );
        yield return PanelNode.Of("default_avatar", "/manimg/userdata/img/customer.png");
    }

    internal static IEnumerable<PanelNode> Notify(PanelTables tables, PanelRequest request) =>
        [
            new PanelNode("notify").Add(
                new PanelNode("item")
                    .With("name", "ticket")
                    .With("type", "list")
                    .With("img", "m-support")
                    .With("action", "clientticket")
                    .Add("msg", "0"),
                new PanelNode("item").With("balance", "yes").With("action", "desktop").Add("value", Balance(tables, request.User))
            ),
            PanelNode.Of("timeout", "60"),
        ];

    /// <summary>Writes an amount as the panel keeps it.</summary>
    internal static IEnumerable<PanelNode> CheckMoney(PanelRequest request) =>
        PanelFormats.ReadMoney(request["value"]) is { } value
            ? [PanelNode.Of("value", PanelFormats.Number(value))]
            : throw PanelRefusal.Value(request, request["name"], request["value"]);

    private static List<KeyValuePair<string, string>> Attributes(PanelTables tables, PanelUser user)
    {
        List<KeyValuePair<string, string>> attributes =
        [
            new("realname", user.Name),
            new("level", PanelFormats.Id(user.Level)),
            new("hostname", ""),
            new("lang", "ru"),
            new("name", user.Name),
            new("id", PanelFormats.Id(user.Id)),
            new("email", user.Name + "@example.test"),
            new("email_verified", "off"),
            new("phone", ""),
            new("avatar", ""),
            new("avatar_src", "/manimg/userdata/img/customer.png"),
            new("timezone", ""),
            new("need_email_validate", "false"),
            new("need_phone_validate", "false"),
            new("allowsuspenditem", "off"),
            new("allowdeleteitem", "off"),
            new("ignoreitemmax", "off"),
            new("ignoreabuserate", "off"),
        ];
        if (tables.Subaccounts.FirstOrDefault(s => s.AccountId == user.AccountId) is { } subaccount)
        {
            attributes.Add(new("account", PanelFormats.Id(subaccount.AccountId)));
            attributes.Add(new("account_regdate", "2025-01-15 10:00:00"));
            attributes.Add(new("balance", PanelFormats.Number(subaccount.Balance)));
            attributes.Add(new("currency", tables.Currencies.Get(subaccount.CurrencyId).Iso));
            attributes.Add(new("currency_id", PanelFormats.Id(subaccount.CurrencyId)));
        }
        return attributes;
    }

    private static string Balance(PanelTables tables, PanelUser user) =>
        tables.Subaccounts.FirstOrDefault(s => s.AccountId == user.AccountId) is { } subaccount
            ? PanelFormats.Amount(subaccount.Balance, tables.Currencies.Get(subaccount.CurrencyId))
            : "";
}
