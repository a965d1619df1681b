namespace Settlements.BillManager;

/// <summary>The form that saves a filter of the payment list for the user (<c>payment.filter</c>).</summary>
internal static class PaymentFilterForm
{
    internal const string Function = "payment.filter";

    private const string AnyTime = "nodate";
    private const string Unset = "null";

    private static readonly string[] Fields =
    [
        "id",
        "number",
        "sender",
        "sender_id",
        "createdate",
        "createdatestart",
        "createdateend",
        "payfromdate",
        "paytodate",
        "paymethod",
        "status",
        "saamount_from",
        "saamount_to",
        "pmamount_from",
        "pmamount_to",
        "restrictrefund",
        "account",
        "account_id",
        "project",
        "recipient",
        "module",
        "profiletype",
        "maildocs",
        "docflow_pdf_status",
    ];

    /// <summary>Reads which fields narrow the list. A field where several values are chosen may come several times.</summary>
    internal static readonly PanelColumns<IReadOnlyList<string>> Narrowing = new(
        row => [.. Fields.Where(field => row.Text(field) is not (null or AnyTime or Unset))],
        Fields
    )
    {
        KeepsFirst = true,
    };

    /// <summary>Saves a filter that narrows nothing.</summary>
    internal static PanelCall Clear()
    {
        var call = PanelCall.Submit(Function);
        foreach (var field in Fields)
            call.With(
                field,
                field switch
                {
                    "createdate" => AnyTime,
                    "restrictrefund" => Unset,
                    _ => "",
                }
            );
        return call;
    }
}
