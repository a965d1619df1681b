using Settlements.Diagnosis;
using Settlements.Testing;

namespace Settlements.IntegrationTests.Diagnosis;

/// <summary>What may be wrong with a panel, one thing at a time.</summary>
internal static class BillManagerCases
{
    private const string Employee = BillManagerPanel.AdministratorName;

    internal static IReadOnlyList<DoctorCase> All { get; } =
    [
        new(
            "no password among the options",
            DoctorCode.OptionsInvalid,
            "Password is not set",
            host => host.PanelOptions = o => o.Password = ""
        ),
        new(
            "a name without address",
            DoctorCode.NameUnknown,
            "'no-such-host.invalid'",
            host => host.PanelOptions = o => o.Endpoint = new Uri("https://no-such-host.invalid:1500/billmgr")
        ),
        new(
            "nobody at the port",
            DoctorCode.NoConnection,
            "ConnectionRefused",
            host => host.PanelOptions = o => o.Endpoint = ClosedPort.Url
        ),
        new("a wrong password", DoctorCode.LoginRefused, "badpassword", host => host.PanelOptions = o => o.Password = "wr0ng"),
        new("a second factor", DoctorCode.TwoFactorPending, "", User(user => user with { TwoFactorCode = "123456" })),
        new("a captcha", DoctorCode.LoginCaptcha, "captcha", User(user => user with { NeedsCaptcha = true })),
        new("a client's login", DoctorCode.AccessLevelTooLow, "level 16", User(user => user with { Level = 16 })),
        new(
            "a client's login that is let pass",
            DoctorCode.AccessLevelLow,
            "Level 16",
            host =>
            {
                User(user => user with { Level = 16, AccountId = host.Panel.Panel.Accounts[0].Id })(host);
                host.PanelOptions = o => o.MinimumLevel = 16;
            }
        ),
        new(
            "a version that is not said",
            DoctorCode.VersionUnfamiliar,
            "does not say",
            On("whoami", BillManagerFault.WithoutColumns("mgr"))
        ),
        new("a page for a browser", DoctorCode.NotThePanel, "page for a browser", On("auth", BillManagerFault.HtmlPage())),
        new("another server", DoctorCode.NotThePanel, "", On("auth", BillManagerFault.HttpStatus(404))),
        new("a list of addresses", DoctorCode.LoginForbidden, "403", On("auth", BillManagerFault.HttpStatus(403))),
        new("a proxy without panel", DoctorCode.ServiceUnavailable, "502", On("auth", BillManagerFault.HttpStatus(502))),
        new("too many calls", DoctorCode.ServiceBusy, "429", On("profile", BillManagerFault.HttpStatus(429))),
        new(
            "silence",
            DoctorCode.ServiceTimeout,
            "No answer within",
            host =>
            {
                On("account", BillManagerFault.SilenceBefore())(host);
                host.PanelOptions = o => o.Resilience.AttemptTimeout = TimeSpan.FromMilliseconds(500);
            }
        ),
        new(
            "an error of the panel",
            DoctorCode.ServiceRejected,
            "'limit'",
            On("invoice", BillManagerFault.PanelError("limit", null, "Предел"))
        ),
        new("a column twice", DoctorCode.AnswerUnreadable, "twice", On("account", BillManagerFault.DuplicateColumn("name", "other"))),
        new(
            "an amount in words",
            DoctorCode.AnswerUnreadable,
            "subaccountamount_iso",
            On("payment", BillManagerFault.OtherValue("subaccountamount_iso", "сто"))
        ),
        new("a form instead of a list", DoctorCode.AnswerUnreadable, "none came", On("project", BillManagerFault.FormShownAgain())),
        new(
            "an answer too large",
            DoctorCode.AnswerTooLarge,
            "",
            host =>
            {
                host.PanelOptions = o => o.MaxResponseBytes = 65_536;
                On("account", BillManagerFault.OtherValue("name", new string('x', 70_000)))(host);
            }
        ),
        new("a right that is missing", DoctorCode.FunctionRefused, "payment", User(user => user with { ForbiddenFunctions = ["payment"] })),
        new(
            "the filter's form forbidden",
            DoctorCode.FunctionRefused,
            "payment.filter",
            User(user => user with { ForbiddenFunctions = ["payment.filter"] })
        ),
        new(
            "a state that is not shown",
            DoctorCode.ColumnsMissing,
            "status or real_status",
            On("payment", BillManagerFault.WithoutColumns("status", "real_status"))
        ),
        new(
            "a mark that is not shown",
            DoctorCode.ColumnsMissing,
            "randomnumber",
            On("payment.edit", BillManagerFault.WithoutColumns("randomnumber"))
        ),
        new("a КПП that is not shown", DoctorCode.ColumnsHidden, "kpp", On("profile.edit", BillManagerFault.WithoutColumns("kpp"))),
        new(
            "a saved filter",
            DoctorCode.SavedFilterInForce,
            "status",
            host =>
                host.Panel.Panel.SaveFilter(
                    Employee,
                    "payment",
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["status"] = "1" }
                )
        ),
        new(
            "a method out of use",
            DoctorCode.PaymentMethodMissing,
            "Оплата наличными",
            host => host.Panel.Panel.ChangePaymentMethod(host.Panel.Panel.PaymentMethods[0].Id, method => method with { IsActive = false })
        ),
        new(
            "two methods of one name",
            DoctorCode.PaymentMethodAmbiguous,
            "Оплата наличными в кассе",
            host => host.Panel.Panel.AddPaymentMethod("Оплата наличными в кассе")
        ),
        new(
            "a currency that the panel lacks",
            DoctorCode.CurrencyMissing,
            "BYN",
            host => host.OneCOptions = o => o.DefaultCurrency = Currency.Byn
        ),
        new("two currencies of one code", DoctorCode.CurrencyAmbiguous, "Id", On("currency", BillManagerFault.OtherValue("iso", "RUB"))),
        new("a company without TIN", DoctorCode.CompanyTinMissing, "No ИНН", host => host.Panel.Panel.AddCompany("ООО «Новая»", "")),
        new("a mistyped TIN", DoctorCode.CompanyTinInvalid, "", host => host.Panel.Panel.AddCompany("ООО «Новая»", "7701234567")),
        new("one TIN twice", DoctorCode.CompanyTinShared, "same number", host => host.Panel.Panel.AddCompany("ООО «Новая»", "7702070139")),
    ];

    private static Action<DoctorHost> User(Func<PanelUser, PanelUser> change) => host => host.Panel.Panel.ChangeUser(Employee, change);

    private static Action<DoctorHost> On(string function, BillManagerFault fault) =>
        host => host.Panel.Faults.When(call => call.Function == function, fault);
}
