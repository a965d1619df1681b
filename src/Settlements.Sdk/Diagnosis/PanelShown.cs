using Settlements.BillManager;

namespace Settlements.Diagnosis;

/// <summary>A list or a form of the panel and what the client reads of it. A group holds names of which one will do.</summary>
/// <param name="Function">The function that shows it.</param>
/// <param name="Needed">Without one of these the client cannot work.</param>
/// <param name="Useful">Without one of these the client asks more often, or must leave a question to a person.</param>
/// <param name="Columns">Reads a row as the client does, and gives the names that came.</param>
internal sealed record PanelShown(string Function, string[] Needed, string[] Useful, PanelColumns<IReadOnlyList<string>> Columns)
{
    /// <summary>The list that holds an object for this form; null for a list.</summary>
    internal string? ObjectsOf { get; private init; }

    internal static IReadOnlyList<PanelShown> Lists { get; } =
    [
        List("account", PanelMaps.Account, ["name"], ["project"]),
        List(
            "subaccount",
            PanelMaps.Subaccount,
            [],
            ["account_id|account_name|account", "project_id|project_name|project", "currency_id|currency_iso|currency"]
        ),
        List("profile", PanelMaps.Payer, ["account_id|account"], ["name", "profiletype", "status", "vatnum"]),
        List("company", PanelMaps.Company, ["name"], []),
        List("project", PanelMaps.Provider, ["name"], []),
        List("paymethod", PanelMaps.PaymentMethod, ["name"], ["status|active", "projects", "companies"]),
        List("currency", PanelMaps.Currency, ["iso"], []),
        List(
            "payment",
            PaymentMaps.Payment,
            ["status|real_status", "create_date", "subaccountamount_iso"],
            ["account_id|account_name", "sender_id", "recipient_id", "paymethod_name"]
        ),
        List("invoice", PanelMaps.Invoice, ["number"], ["cdate", "amount_iso", "invoice_status", "customer_id"]),
    ];

    /// <summary>The forms of which the client reads what lists lack; each is shown for the first object of its list.</summary>
    internal static IReadOnlyList<PanelShown> Forms { get; } =
    [
        Form("subaccount.edit", "subaccount", PanelMaps.SubaccountForm, ["account|plid", "project", "currency"], []),
        Form("profile.edit", "profile", PanelMaps.PayerForm, ["vatnum", "id1c"], ["kpp"]),
        Form("company.edit", "company", PanelMaps.CompanyForm, ["vatnum"], ["kpp"]),
        Form(
            "payment.edit",
            "payment",
            PaymentMaps.Form,
            ["status", "randomnumber", "subaccountamount"],
            ["subaccount", "sender", "documentnumber", "externalid"]
        ),
    ];

    /// <summary>The groups of which no name came.</summary>
    internal static IReadOnlyList<string> Missing(IEnumerable<string> groups, IReadOnlySet<string> shown) =>
        [.. groups.Where(group => !group.Split('|').Any(shown.Contains))];

    private static PanelShown List<T>(string function, PanelColumns<T> map, string[] needed, string[] useful) =>
        new(function, needed, useful, Naming(map));

    private static PanelShown Form<T>(string function, string list, Func<long, PanelColumns<T>> map, string[] needed, string[] useful) =>
        new(function, needed, useful, Naming(map(0))) { ObjectsOf = list };

    private static PanelColumns<IReadOnlyList<string>> Naming<T>(PanelColumns<T> map) =>
        new(
            row =>
            {
                _ = map.Read(row);
                return [.. map.Names.Where(row.Has)];
            },
            map.Names
        );
}
