namespace Settlements.Testing.BillManager;

/// <summary>The steps of <c>payment.add</c>, and what its last one does.</summary>
internal sealed class PaymentWizard(PaymentFunctions payments, BillManagerEmulatorOptions options)
{
    private static readonly string[] Steps = ["payment.add.method", "payment.add.country", "payment.add.profile", "payment.add.pay"];

    private static readonly string[] PayFields =
    [
        "amount",
        "payment_currency",
        "paymethod",
        "profile",
        "project",
        "customer_account",
        "randomnumber",
    ];

    /// <summary>Modules that a person credits; the others send the payer to a page of a bank.</summary>
    private static readonly string[] ManualModules = ["pmcustom", "pmwire", "pmruwire", "pmdummy"];

    /// <summary>A step asked only whether it applies.</summary>
    internal static IEnumerable<PanelNode> CheckOnly(PanelRequest request) =>
        [new PanelNode(request.Function == "payment.add.info" ? "skip" : "unavailable"), new PanelNode("plid")];

    /// <summary>The first step's form.</summary>
    internal static IEnumerable<PanelNode> MethodForm(PanelTables tables, PanelRequest request)
    {
        var currency = tables.Currency("RUB");
        yield return PanelNode.Of("randomnumber", "a1B2c3D4e5F6");
        yield return PanelNode.Of("payment_currency", PanelFormats.Id(currency.Id));
        yield return new PanelNode("list")
            .With("name", "methodlist")
            .With("cashback_processed", "yes")
            .Add(tables.PaymentMethods.Where(m => m.IsActive).Select(m => Method(tables, m)));
        yield return new PanelNode("list").With("name", "stored_methodlist").With("cashback_processed", "yes");
        foreach (var field in new[] { "plid", "amount", "billorder", "paymentupload", "project", "customer_account" })
            yield return PanelNode.Of(field, request[field]);
        yield return new PanelNode("steps").Add(Steps.Select((name, i) => i == 0 ? Step(name) : Step(name).With("unavailable", "yes")));
        yield return PanelNode.Of("snext", "ok");
    }

    /// <summary>A client's submit of the first step: the later ones do not apply, so it adds the payment.</summary>
    internal IEnumerable<PanelNode> SubmitMethod(PanelTables tables, PanelRequest request)
    {
        var payment = Add(tables, request, request.User.AccountId);
        var inner = new PanelNode("doc").Add(
            new PanelNode("slist")
                .With("name", "payment_currency")
                .Add(PanelNode.Of("val", request["payment_currency"]).With("key", request["payment_currency"]))
        );
        foreach (var field in new[] { "amount", "billorder", "paymentupload", "randomnumber", "project", "customer_account" })
            inner.Add(new PanelNode(field));
        inner.Add("payment_currency", request["payment_currency"]);
        return [PanelEnvelope.Inner(request, inner), Redirect(tables, payment).With("on_blank_redirect_action", "func=payment")];
    }

    /// <summary>The last step: adds a payment that is new, not credited.</summary>
    internal IEnumerable<PanelNode> Pay(PanelTables tables, PanelRequest request)
    {
        if (!request.IsSubmitted)
            return [.. PayFields.Select(f => PanelNode.Of(f, request[f]))];

        var payment = Add(
            tables,
            request,
            request.IsAdministrator ? PanelFormats.ReadId(request["customer_account"]) : request.User.AccountId
        );
        var id = PanelFormats.Id(payment.Id);
        return
        [
            PanelNode.Of("id", id).With("saveoutput", "yes"),
            PanelNode.Of("id", id).With("saveoutput", "yes").With("step", "payment.add.pay"),
            Redirect(tables, payment),
            PanelNode.Of("payment_id", id).With("saveoutput", "yes"),
        ];
    }

    private PanelPayment Add(PanelTables tables, PanelRequest request, long? accountId)
    {
        var account = tables.Accounts.Find(accountId) ?? throw PanelRefusal.Value(request, "customer_account", request["customer_account"]);
        var amount = PanelFormats.ReadMoney(request["amount"]) is { } given and >= 0.01m ? given : throw Wrong(request, "amount");
        var currency = tables.Currencies.Find(PanelFormats.ReadId(request["payment_currency"])) ?? throw Wrong(request, "payment_currency");
        if (request["randomnumber"] is { Length: > 0 } mark && tables.Payments.FirstOrDefault(p => p.RandomNumber == mark) is { } first)
            return options.RepeatedAddReturnsFirst ? first : throw PaymentFunctions.AlreadyPaid(request);

        var subaccount = FindSubaccount(tables, request, account.Id, currency);
        var method = FindMethod(tables, request, subaccount.ProviderId, amount);
        var payer = FindPayer(tables, request, account.Id);
        return tables.Payments.Add(id => new PanelPayment
        {
            Id = id,
            Number = "pfx/" + PanelFormats.Id(id),
            AccountId = account.Id,
            SubaccountId = subaccount.Id,
            PayerId = payer?.Id,
            CompanyId = method.CompanyIds.Count > 0 ? method.CompanyIds[0] : null,
            PaymentMethodId = method.Id,
            CurrencyId = currency.Id,
            Amount = amount,
            SubaccountAmount = Convert(amount, currency, tables.Currencies.Get(subaccount.CurrencyId)),
            CreatedAt = payments.Now,
            RandomNumber = request["randomnumber"],
            Description = "Авансовый платеж #" + PanelFormats.Id(id),
        });
    }

    /// <summary>By client, provider and currency; without an account in that currency the payment goes to another, converted.</summary>
    private static PanelSubaccount FindSubaccount(PanelTables tables, PanelRequest request, long accountId, PanelCurrency currency)
    {
        var provider = PanelFormats.ReadId(request["project"]);
        var own = tables
            .Subaccounts.Where(s => s.AccountId == accountId && s.IsActive && (provider is null || s.ProviderId == provider))
            .ToList();
        return own.Find(s => s.CurrencyId == currency.Id) ?? own.FirstOrDefault() ?? throw Wrong(request, "project");
    }

    private static PanelPaymentMethod FindMethod(PanelTables tables, PanelRequest request, long providerId, decimal amount)
    {
        var method = tables.PaymentMethods.Find(PanelFormats.ReadId(request["paymethod"])) ?? throw Wrong(request, "paymethod");
        if (!method.IsActive || !method.ProviderIds.Contains(providerId))
            throw PanelRefusal.Module(
                "not_available_paymethod",
                request.Text("Метод оплаты недоступен", "The payment method is not available")
            );
        return amount >= method.MinAmount ? method : throw Wrong(request, "amount");
    }

    private static PanelPayer? FindPayer(PanelTables tables, PanelRequest request, long accountId)
    {
        if (request["profile"].Length == 0)
            return null;
        var payer = tables.Payers.Find(PanelFormats.ReadId(request["profile"]));
        return payer is { IsActive: true } && payer.AccountId == accountId ? payer : throw Wrong(request, "profile");
    }

    private static decimal Convert(decimal amount, PanelCurrency from, PanelCurrency to) =>
        from.Id == to.Id ? amount : decimal.Round(amount * from.Rate / to.Rate, 2, MidpointRounding.AwayFromZero);

    private static PanelRefusal Wrong(PanelRequest request, string field) => PanelRefusal.Value(request, field, request[field]);

    private static PanelNode Redirect(PanelTables tables, PanelPayment payment)
    {
        var module = tables.PaymentMethods.Get(payment.PaymentMethodId).Module;
        if (ManualModules.Contains(module))
            return PanelNode.Of("ok", "func=payment").With("type", "form");
        return PanelNode.Of("ok", $"/mancgi/{module[2..]}payment?elid={PanelFormats.Id(payment.Id)}").With("type", "url");
    }

    private static PanelNode Step(string name) => PanelNode.Of("step", name).With("name", name);

    private static PanelNode Method(PanelTables tables, PanelPaymentMethod method) =>
        new PanelNode("elem")
            .Add("paymethod_type", "1")
            .Add("paymethod", PanelFormats.Id(method.Id))
            .Add("module", method.Module)
            .Add("stored_available", "off")
            .Add("image", "/manimg/userdata/img/cash.png")
            .Add("name", method.Name)
            .Add("description")
            .Add("paymethod_currency", PanelFormats.Id(method.CurrencyId))
            .Add("paymethod_currency_iso", tables.Currencies.Get(method.CurrencyId).Iso)
            .Add("minamount", PanelFormats.Number(method.MinAmount))
            .Add("maxamount")
            .Add("payment_minamount", PanelFormats.Number(method.MinAmount))
            .Add("payment_maxamount", "0.00")
            .Add(
                new PanelNode("action").Add(
                    new PanelNode("button").With("name", "topaysystem").With("keepform", "yes").With("default", "yes").With("type", "blank")
                )
            )
            .Add("blank", "yes")
            .Add("amount")
            .Add("desc", PanelFormats.Amount(method.MinAmount, tables.Currencies.Get(method.CurrencyId)));
}
