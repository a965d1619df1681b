namespace Settlements.Testing.BillManager;

/// <summary>Finds the function called, lets its caller in or not, and runs it. Always called under <see cref="BillManagerPanel.Gate"/>.</summary>
internal sealed class PanelProgram
{
    private readonly BillManagerPanel _panel;
    private readonly BillManagerEmulatorOptions _options;
    private readonly Dictionary<string, IPanelList> _lists;
    private readonly FilterFunctions _filters;
    private readonly PaymentFunctions _payments;
    private readonly PaymentWizard _wizard;

    internal PanelProgram(BillManagerPanel panel, BillManagerEmulatorOptions options)
    {
        _panel = panel;
        _options = options;
        Sessions = new PanelSessions(panel, options);
        _filters = new FilterFunctions(options);
        _payments = new PaymentFunctions(options);
        _wizard = new PaymentWizard(_payments, options);
        _lists = new Dictionary<string, IPanelList>(StringComparer.Ordinal)
        {
            ["payment"] = PaymentLists.Payments(panel.Tables),
            ["account"] = ReferenceLists.Accounts(panel.Tables),
            ["subaccount"] = ReferenceLists.Subaccounts(panel.Tables),
            ["profile"] = ReferenceLists.Payers(panel.Tables),
            ["company"] = ReferenceLists.Companies(),
            ["project"] = ReferenceLists.Providers(panel.Tables),
            ["paymethod"] = ReferenceLists.PaymentMethods(panel.Tables),
            ["currency"] = ReferenceLists.Currencies(),
            ["invoice"] = ReferenceLists.Invoices(panel.Tables),
        };
    }

    internal PanelSessions Sessions { get; }

    /// <summary>The answer as a document, its envelope included.</summary>
    internal PanelNode Answer(PanelRequest request)
    {
        var list = _lists.GetValueOrDefault(request.Function);
        try
        {
            var nodes = Run(request, list).ToList();
            if (
                list is null
                && request.User is { HiddenColumns.Count: > 0 } user
                && request.Function.EndsWith(".edit", StringComparison.Ordinal)
            )
                nodes.RemoveAll(n => user.HiddenColumns.Contains(n.Name, StringComparer.Ordinal));
            return PanelEnvelope.Around(request, nodes, list);
        }
        catch (PanelRefusal refusal)
        {
            return PanelEnvelope.Around(request, [refusal.ToNode(request)], list: null);
        }
    }

    /// <summary>What a session that waits for its second factor gets for whatever it asks.</summary>
    internal static PanelNode TwoFactorForm() => PanelNode.Of("ok", "func=totp.confirm").With("type", "form");

    private IEnumerable<PanelNode> Run(PanelRequest request, IPanelList? list)
    {
        if (request.Function == "auth")
            return Sessions.LogIn(request);

        var isConfirmed = Sessions.Identify(request);
        if (request.Function == "totp.confirm")
            return Sessions.Confirm(request);
        if (!isConfirmed)
            return [TwoFactorForm()];

        ActAs(request);
        if (request.User.ForbiddenFunctions.Contains(request.Function, StringComparer.Ordinal))
            throw PanelRefusal.Access(request, request.Function);
        return list is not null ? List(request, list) : RunFunction(request);
    }

    /// <summary><c>su</c>: an administrator calls as a client, named by login or id.</summary>
    private void ActAs(PanelRequest request)
    {
        if (request["su"] is not { Length: > 0 } name || !request.IsAdministrator)
            return;
        request.User =
            _panel.Tables.Users.FirstOrDefault(u => u.Name == name || PanelFormats.Id(u.Id) == name)
            ?? throw PanelRefusal.NoObject(request, "user", name);
    }

    private IEnumerable<PanelNode> List(PanelRequest request, IPanelList list)
    {
        if (request.User.Level < list.MinLevel)
            throw PanelRefusal.Access(request, request.Function);
        return list.Answer(_panel.Tables, request, _filters.InForce(_panel.Tables, request, list));
    }

    private IEnumerable<PanelNode> RunFunction(PanelRequest request)
    {
        var tables = _panel.Tables;
        if (request["checkonly"] == "on" && request.Function.StartsWith("payment.add.", StringComparison.Ordinal))
            return PaymentWizard.CheckOnly(request);
        return request.Function switch
        {
            "whoami" => UserFunctions.WhoAmI(tables, request),
            "keepalive" => [new PanelNode("ok")],
            "notify" => UserFunctions.Notify(tables, request),
            "check.money" => UserFunctions.CheckMoney(request),
            "payment.filter" => FilterFunctions.Form(tables, request, "payment", _lists["payment"]),
            "profile.filter" => FilterFunctions.Form(tables, request, "profile", _lists["profile"]),
            "profile.edit" => FormFunctions.Payer(tables, request),
            "payment.add.method" when request["snext"] == "ok" && request["paymethod"].Length > 0 => _wizard.SubmitMethod(tables, request),
            "payment.add.method" => PaymentWizard.MethodForm(tables, request),
            "payment.add" or "payment.add.pay" => _wizard.Pay(tables, request),
            "payment.info" when request.User.Level >= 30 || (request.IsAdministrator && _options.AdministratorSeesPaymentInfo) =>
                PaymentForms.Info(tables, FormFunctions.Find(tables.Payments, request, "payment")),
            "payment.info" => throw PanelRefusal.Access(request, request.Function),
            _ => RunForAdministrator(request, tables),
        };
    }

    private IEnumerable<PanelNode> RunForAdministrator(PanelRequest request, PanelTables tables)
    {
        Func<IEnumerable<PanelNode>>? function = request.Function switch
        {
            "subaccount.edit" => () => FormFunctions.Subaccount(tables, request),
            "company.edit" => () => FormFunctions.Company(tables, request),
            "payment.edit" => () => PaymentFunctions.Edit(tables, request),
            "payment.setpaid" => () => _payments.SetPaid(tables, request),
            "payment.setinpay" => () => PaymentFunctions.SetStatus(tables, request, PanelStatuses.InPayment),
            "payment.setnopay" => () => PaymentFunctions.SetStatus(tables, request, PanelStatuses.New),
            "payment.setcanceled" => () => PaymentFunctions.SetStatus(tables, request, PanelStatuses.Cancelled),
            "payment.setfraud" => () => PaymentFunctions.SetStatus(tables, request, PanelStatuses.Fraudulent),
            "payment.delete" => () => PaymentFunctions.Delete(tables, request),
            _ => null,
        };
        if (function is null)
            throw PanelRefusal.NoFunction(request);
        return request.IsAdministrator ? function() : throw PanelRefusal.Access(request, request.Function);
    }
}
