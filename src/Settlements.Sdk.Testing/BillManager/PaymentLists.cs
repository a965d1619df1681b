using NodaTime;

namespace Settlements.Testing.BillManager;

/// <summary>The payment list: columns as captured at client level, and those that an administrator sees besides.</summary>
internal static class PaymentLists
{
    private const int Admin = 29;

    internal static PanelListFunction<PanelPayment> Payments(PanelTables tables) =>
        new()
        {
            Name = "payment",
            MinLevel = 16,
            IsDescending = true,
            Rows = (t, request) => t.Payments.Where(p => request.IsAdministrator || p.AccountId == request.User.AccountId),
            Columns = Columns(tables),
            Filters = Filters(tables),
            Hidden = ("status", p => p.Status != PanelStatuses.Initiated),
            NeutralValues = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["createdate"] = "nodate",
                ["restrictrefund"] = "null",
            },
        };

    private static List<ListColumn<PanelPayment>> Columns(PanelTables t) =>
        [
            new("docflow_pdf_status", (p, _) => PanelNode.Of("docflow_pdf_status", p.Status == PanelStatuses.Credited ? "4" : "2")),
            new("store_payment", (_, _) => PanelNode.Of("store_payment", "off")),
            new("paymethodamount_iso", (p, _) => Amount("paymethodamount_iso", p.Amount, t.Currencies.Get(p.CurrencyId))),
            new("subaccountamount_iso", (p, _) => Amount("subaccountamount_iso", p.SubaccountAmount, AccountCurrency(t, p))),
            new("sender_name", (p, _) => PanelNode.Of("sender_name", t.Payers.Find(p.PayerId)?.Name ?? " - ")),
            new("paymethod_name", (p, r) => MethodName(t, p, r)),
            new("create_date", (p, _) => PanelNode.Of("create_date", PanelFormats.Date(p.CreatedAt.Date))),
            new("pay_date", (p, _) => WhenPaid(p, "pay_date", PanelFormats.Date(p.PaidAt?.Date))),
            new("allowrefund", (_, _) => PanelNode.Of("allowrefund", "off")),
            new("refund", (_, _) => PanelNode.Of("refund", "off")),
            new("real_status", (p, _) => PanelNode.Of("real_status", PanelFormats.Id(p.Status))),
            new("status", (p, r) => PanelStatuses.Node(p.Status, r)),
            new("number", (p, _) => PanelNode.Of("number", p.Number)),
            new("paymethod_module", (p, _) => PanelNode.Of("paymethod_module", t.PaymentMethods.Get(p.PaymentMethodId).Module)),
            new("id", (p, _) => PanelNode.Of("id", PanelFormats.Id(p.Id))),
            .. Dates("create_date", p => p.CreatedAt.Date),
            .. Dates("pay_date", p => p.PaidAt?.Date),
            new("account_name", (p, _) => PanelNode.Of("account_name", t.Accounts.Find(p.AccountId)?.Name), Admin),
            new(
                "project",
                (p, _) => PanelNode.Of("project", t.Providers.Find(t.Subaccounts.Find(p.SubaccountId)?.ProviderId)?.Name),
                Admin
            ),
            new("sender_id", (p, _) => PanelNode.Of("sender_id", PanelFormats.Id(p.PayerId)), Admin),
            new("recipient_id", (p, _) => PanelNode.Of("recipient_id", PanelFormats.Id(p.CompanyId)), Admin),
            new("recipient_name", (p, _) => PanelNode.Of("recipient_name", t.Companies.Find(p.CompanyId)?.Name), Admin),
        ];

    private static IEnumerable<ListColumn<PanelPayment>> Dates(string name, Func<PanelPayment, LocalDate?> date)
    {
        ListColumn<PanelPayment> Column(string suffix, Func<LocalDate, string> format) =>
            new(name + suffix, (p, _) => date(p) is { } day ? PanelNode.Of(name + suffix, format(day)) : null);

        return [Column("_l", PanelFormats.LongDate), Column("_s", PanelFormats.ShortDate), Column("_locale_time", _ => "00:00")];
    }

    private static Dictionary<string, Func<PanelPayment, string, bool>> Filters(PanelTables t) =>
        new(StringComparer.Ordinal)
        {
            ["id"] = (p, v) => FilterText.Like(PanelFormats.Id(p.Id), v),
            ["number"] = (p, v) => FilterText.Like(p.Number, v),
            ["sender"] = (p, v) => t.Payers.Find(p.PayerId)?.Name.Contains(v, StringComparison.OrdinalIgnoreCase) == true,
            ["sender_id"] = (p, v) => FilterText.OneOf(p.PayerId, v),
            ["createdate"] = (_, _) => true,
            ["createdatestart"] = (p, v) => p.CreatedAt.Date >= PanelFormats.ReadDate(v),
            ["createdateend"] = (p, v) => p.CreatedAt.Date <= PanelFormats.ReadDate(v),
            ["payfromdate"] = (p, v) => p.PaidAt?.Date >= PanelFormats.ReadDate(v),
            ["paytodate"] = (p, v) => p.PaidAt?.Date <= PanelFormats.ReadDate(v),
            ["paymethod"] = (p, v) => FilterText.OneOf(p.PaymentMethodId, v),
            ["status"] = (p, v) => FilterText.OneOf(p.Status, v),
            ["saamount_from"] = (p, v) => p.SubaccountAmount >= PanelFormats.ReadMoney(v),
            ["saamount_to"] = (p, v) => p.SubaccountAmount <= PanelFormats.ReadMoney(v),
            ["pmamount_from"] = (p, v) => p.Amount >= PanelFormats.ReadMoney(v),
            ["pmamount_to"] = (p, v) => p.Amount <= PanelFormats.ReadMoney(v),
            ["restrictrefund"] = (_, v) => v == "off",
            ["account"] = (p, v) => FilterText.Like(t.Accounts.Find(p.AccountId)?.Name ?? "", v),
            ["account_id"] = (p, v) => FilterText.OneOf(p.AccountId, v),
            ["project"] = (p, v) => FilterText.OneOf(t.Subaccounts.Find(p.SubaccountId)?.ProviderId, v),
            ["recipient"] = (p, v) => FilterText.OneOf(p.CompanyId, v),
        };

    private static PanelNode MethodName(PanelTables t, PanelPayment payment, PanelRequest request)
    {
        var method = t.PaymentMethods.Get(payment.PaymentMethodId);
        var name = request.IsRussian || method.OtherName.Length == 0 ? method.Name : method.OtherName;
        var node = PanelNode.Of("paymethod_name", name);
        return payment.Status == PanelStatuses.Credited ? node.With("nolink", "yes") : node;
    }

    private static PanelNode? WhenPaid(PanelPayment payment, string name, string text) =>
        payment.PaidAt is null ? null : PanelNode.Of(name, text);

    private static PanelNode Amount(string name, decimal value, PanelCurrency currency) =>
        PanelNode.Of(name, PanelFormats.Amount(value, currency));

    private static PanelCurrency AccountCurrency(PanelTables t, PanelPayment p) =>
        t.Currencies.Get(t.Subaccounts.Find(p.SubaccountId)?.CurrencyId ?? p.CurrencyId);
}
