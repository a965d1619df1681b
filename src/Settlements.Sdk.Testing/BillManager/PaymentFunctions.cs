using NodaTime;

namespace Settlements.Testing.BillManager;

/// <summary>What changes payments: states go one way, money is credited once.</summary>
internal sealed class PaymentFunctions(BillManagerEmulatorOptions options)
{
    private const int MaxText = 64;

    internal LocalDateTime Now =>
        LocalDateTime.FromDateTime(options.TimeProvider.GetUtcNow().ToOffset(TimeSpan.FromHours(options.UtcOffsetHours)).DateTime);

    internal static IEnumerable<PanelNode> Edit(PanelTables tables, PanelRequest request)
    {
        var payment = FormFunctions.Find(tables.Payments, request, "payment");
        if (!request.IsSubmitted)
            return PaymentForms.Fields(payment);

        foreach (var field in new[] { "number", "documentnumber" })
        {
            if (request[field].Length > MaxText)
                throw PanelRefusal.Value(request, field, request[field]);
        }
        tables.Payments.Change(payment.Id, p => Edited(tables, request, p));
        return [new PanelNode("ok")];
    }

    internal IEnumerable<PanelNode> SetPaid(PanelTables tables, PanelRequest request)
    {
        foreach (var payment in Chosen(tables, request))
        {
            if (payment.Status == PanelStatuses.Credited && options.RepeatedSetPaidIsIgnored)
                continue;
            if (payment.Status is not (PanelStatuses.New or PanelStatuses.InPayment or PanelStatuses.Promised or PanelStatuses.Initiated))
                throw AlreadyPaid(request);
            tables.Payments.Change(payment.Id, p => Marked(request, p) with { Status = PanelStatuses.Credited, PaidAt = p.PaidAt ?? Now });
            tables.Creditings[payment.Id] = tables.Creditings.GetValueOrDefault(payment.Id) + 1;
            tables.Subaccounts.Change(payment.SubaccountId, s => s with { Balance = s.Balance + payment.SubaccountAmount });
        }
        return [new PanelNode("ok")];
    }

    internal static IEnumerable<PanelNode> SetStatus(PanelTables tables, PanelRequest request, int status)
    {
        foreach (var payment in Chosen(tables, request))
        {
            if (payment.Status is not (PanelStatuses.New or PanelStatuses.InPayment or PanelStatuses.Initiated))
                throw AlreadyPaid(request);
            tables.Payments.Change(payment.Id, p => Marked(request, p) with { Status = status });
        }
        return [new PanelNode("ok")];
    }

    internal static IEnumerable<PanelNode> Delete(PanelTables tables, PanelRequest request)
    {
        foreach (var payment in Chosen(tables, request))
        {
            if (payment.Status is >= PanelStatuses.Promised and <= PanelStatuses.Fraudulent)
                throw PanelRefusal.Access(request, request.Function);
            tables.Payments.Remove(payment.Id);
        }
        return [new PanelNode("ok")];
    }

    internal static PanelRefusal AlreadyPaid(PanelRequest request) =>
        PanelRefusal.Module(
            "payment_payd",
            request.Text("Платеж уже совершен. Можете закрыть форму.", "The payment has been made already.")
        );

    private static List<PanelPayment> Chosen(PanelTables tables, PanelRequest request)
    {
        var ids = request["elid"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length == 0)
            throw PanelRefusal.Value(request, "elid", "");
        return [.. ids.Select(id => tables.Payments.Find(PanelFormats.ReadId(id)) ?? throw PanelRefusal.NoObject(request, "payment", id))];
    }

    private static PanelPayment Marked(PanelRequest request, PanelPayment payment) =>
        payment with
        {
            ExternalId = request.Has("externalid") ? request["externalid"] : payment.ExternalId,
            Info = request.Has("info") ? request["info"] : payment.Info,
        };

    private static PanelPayment Edited(PanelTables tables, PanelRequest request, PanelPayment payment)
    {
        string Text(string field, string before) => request.Has(field) ? request[field] : before;
        LocalDateTime? Time(string field, LocalDateTime? before) =>
            request[field].Length == 0
                ? before
                : PanelFormats.ReadTime(request[field]) ?? throw PanelRefusal.Value(request, field, request[field]);

        var sender = request["sender"];
        if (sender.Length > 0 && tables.Payers.Find(PanelFormats.ReadId(sender))?.AccountId != payment.AccountId)
            throw PanelRefusal.Value(request, "sender", sender);
        return payment with
        {
            Number = Text("number", payment.Number),
            DocumentNumber = Text("documentnumber", payment.DocumentNumber),
            DocumentDate = Time("documentdate", payment.DocumentDate?.AtMidnight())?.Date,
            Description = Text("description", payment.Description),
            PaidAt = Time("paydate", payment.PaidAt),
            PayerId = sender.Length > 0 ? PanelFormats.ReadId(sender) : payment.PayerId,
        };
    }
}
