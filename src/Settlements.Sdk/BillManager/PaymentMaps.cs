namespace Settlements.BillManager;

/// <summary>The columns of the payment list and the fields of the payment form.</summary>
internal static class PaymentMaps
{
    internal static readonly PanelColumns<BillManagerPayment> Payment = new(
        ReadPayment,
        "id",
        "number",
        "create_date",
        "pay_date",
        "status",
        "real_status",
        "subaccountamount_iso",
        "paymethodamount_iso",
        "account_id",
        "account_name",
        "project",
        "sender_id",
        "sender_name",
        "recipient_id",
        "recipient_name",
        "paymethod_name",
        "paymethod_module"
    );

    internal static PanelColumns<BillManagerPaymentDetails> Form(long id) =>
        new(
            r => ReadForm(id, r),
            "number",
            "status",
            "subaccount",
            "sender",
            "recipient",
            "paymethod",
            "currency",
            "subaccountamount",
            "paymethodamount",
            "createdate",
            "paydate",
            "documentnumber",
            "documentdate",
            "externalid",
            "randomnumber",
            "description"
        );

    private static BillManagerPayment ReadPayment(PanelRow r) =>
        new()
        {
            Id = r.RequiredId(),
            Number = r.Text("number"),
            CreatedOn = r.Date("create_date"),
            PaidOn = r.Date("pay_date"),
            Status = (BillManagerPaymentStatus?)(r.Code("status") ?? r.Code("real_status")),
            SubaccountAmount = r.Amount("subaccountamount_iso"),
            PaymentMethodAmount = r.Amount("paymethodamount_iso"),
            AccountId = r.Id("account_id"),
            AccountName = r.Text("account_name"),
            ProviderName = r.Text("project"),
            PayerId = r.IdOrNull("sender_id"),
            PayerName = r.Text("sender_name"),
            CompanyId = r.IdOrNull("recipient_id"),
            CompanyName = r.Text("recipient_name"),
            PaymentMethodName = r.Text("paymethod_name"),
            PaymentMethodModule = r.Text("paymethod_module"),
        };

    private static BillManagerPaymentDetails ReadForm(long id, PanelRow r) =>
        new()
        {
            Id = id,
            Number = r.Text("number"),
            Status = (BillManagerPaymentStatus?)r.Code("status"),
            SubaccountId = r.IdOrNull("subaccount"),
            PayerId = r.IdOrNull("sender"),
            CompanyId = r.IdOrNull("recipient"),
            PaymentMethodId = r.IdOrNull("paymethod"),
            CurrencyId = r.IdOrNull("currency"),
            SubaccountAmount = r.Number("subaccountamount"),
            PaymentMethodAmount = r.Number("paymethodamount"),
            CreatedAt = r.DateTime("createdate"),
            PaidAt = r.DateTime("paydate"),
            DocumentNumber = r.Text("documentnumber"),
            DocumentDate = r.Date("documentdate"),
            ExternalId = r.Text("externalid"),
            RandomNumber = r.Text("randomnumber"),
            Description = r.Text("description"),
        };
}
