using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements.Diagnosis;
using Settlements.OneC;
using Settlements.Testing;
using static Settlements.IntegrationTests.Diagnosis.DoctorHost;

namespace Settlements.IntegrationTests.Diagnosis;

/// <summary>What may be wrong with a publication, one thing at a time.</summary>
internal static class OneCCases
{
    private static readonly CounterpartyId Stranger = CounterpartyId.Parse("0a94d6f5-1be0-4b2e-9c3f-5d6e7f809a1b");

    internal static IReadOnlyList<DoctorCase> All { get; } =
    [
        new(
            "no address among the options",
            DoctorCode.OptionsInvalid,
            "BaseUrl is missing",
            host => host.OneCOptions = o => o.BaseUrl = null
        ),
        new(
            "a name without address",
            DoctorCode.NameUnknown,
            "'no-such-host.invalid'",
            host => host.OneCOptions = o => o.BaseUrl = new Uri("https://no-such-host.invalid/hs")
        ),
        new("nobody at the port", DoctorCode.NoConnection, "ConnectionRefused", host => host.OneCOptions = o => o.BaseUrl = ClosedPort.Url),
        new("a slow network", DoctorCode.ConnectionSlow, "ms.", host => host.Time = new LeapingTimeProvider(TimeSpan.FromSeconds(2))),
        // Linux connects to this machine by an address that is no loopback address.
        new(
            "plain http",
            DoctorCode.PlainHttp,
            "",
            host =>
                host.OneCOptions = o =>
                {
                    o.BaseUrl = new UriBuilder(host.OneC.BaseUrl) { Host = "0.0.0.0" }.Uri;
                    o.AllowHttp = true;
                }
        ),
        new(
            "a clock that is late",
            DoctorCode.ClockDiffers,
            "behind ours",
            host => host.OneC.Faults.Always(Date(TimeProvider.System.GetUtcNow().AddHours(-3)))
        ),
        new(
            "a clock that is early",
            DoctorCode.ClockDiffers,
            "ahead of ours",
            host => host.OneC.Faults.Always(Date(TimeProvider.System.GetUtcNow().AddMinutes(5)))
        ),
        new("a wrong password", DoctorCode.LoginRefused, "user and password", host => host.OneCOptions = WithPassword("wr0ng"))
        {
            Publication = new OneCEmulatorOptions { UserName = "site", Password = "r1ght" },
        },
        new("a wrong key", DoctorCode.LoginRefused, "a key in the address", host => host.OneCOptions = o => o.Key = "wr0ng")
        {
            Publication = new OneCEmulatorOptions { Key = "r1ght" },
        },
        new("no rights", DoctorCode.LoginForbidden, "forbids", host => host.OneC.Faults.Always(OneCFault.NoRights())),
        new("another address list", DoctorCode.LoginForbidden, "nothing", host => host.OneC.Faults.Always(OneCFault.AddressDenied())),
        new("a wrong path", DoctorCode.ServiceNotFound, "", host => host.OneCOptions = o => o.BalancePath = "got"),
        new("maintenance", DoctorCode.ServiceUnavailable, "cannot serve now", host => host.OneC.Faults.Always(OneCFault.Maintenance())),
        new("no licence", DoctorCode.ServiceUnavailable, "лицензии", host => host.OneC.Faults.Always(OneCFault.NoLicence())),
        new("a web server without 1C", DoctorCode.ServiceUnavailable, "", host => host.OneC.Faults.Always(OneCFault.Proxy(503))),
        new("a connection that breaks", DoctorCode.ServiceUnavailable, "", host => host.OneC.Faults.Always(OneCFault.ResetBeforeHeaders())),
        new("a full session pool", DoctorCode.ServiceBusy, "", host => host.OneC.Faults.Always(OneCFault.NoFreeSession())),
        new(
            "silence",
            DoctorCode.ServiceTimeout,
            "No answer within",
            host =>
            {
                host.OneC.Faults.Always(OneCFault.Silence());
                host.OneCOptions = o => o.Resilience.AttemptTimeout = TimeSpan.FromMilliseconds(200);
            }
        ),
        new(
            "a failing handler",
            DoctorCode.ServiceRejected,
            "ПолучитьСсылку",
            host => host.OneC.Faults.For(Romashka, OneCFault.HandlerException())
        ),
        new("a refusal in words", DoctorCode.ServiceRejected, "", host => host.OneC.Faults.For(Romashka, OneCFault.SuccessFalse())),
        new("a login page", DoctorCode.AnswerUnreadable, "page for a browser", host => host.OneC.Faults.Always(OneCFault.LoginPage())),
        new("broken JSON", DoctorCode.AnswerUnreadable, "JSON", host => host.OneC.Faults.For(Romashka, OneCFault.Truncated())),
        new(
            "a key twice",
            DoctorCode.AnswerUnreadable,
            "twice",
            host => host.OneC.Faults.For(Romashka, OneCFault.DuplicateKey("debt", 1m))
        ),
        new(
            "a redirect",
            DoctorCode.AnswerUnreadable,
            "final address",
            host => host.OneC.Faults.Always(OneCFault.Redirect(new Uri("http://127.0.0.1/")))
        ),
        new(
            "terms whose parts do not fit",
            DoctorCode.AnswerUnreadable,
            "deferred wants days",
            host => host.Change(b => b.With("payment_terms", OneCValue.Raw("""{"type":"deferred","prepay_percent":30}""")))
        ),
        new(
            "an answer too large",
            DoctorCode.AnswerTooLarge,
            "MaxResponseBytes",
            host =>
            {
                host.OneCOptions = o => o.MaxResponseBytes = 2048;
                host.OneC.Faults.For(Romashka, OneCFault.HugeBody(4096));
            }
        ),
        new("an answer too deep", DoctorCode.AnswerTooLarge, "MaxDepth", host => host.OneC.Faults.For(Romashka, OneCFault.DeepBody(100))),
        new(
            "a handler of the host that throws",
            DoctorCode.CheckBroken,
            "InvalidOperationException: of the host",
            host => host.OneCBuilder = builder => builder.HttpClient.AddHttpMessageHandler(() => new ThrowingHandler())
        ),
        new("a stranger", DoctorCode.CounterpartyUnknown, "", _ => { }) { Counterparties = [Romashka, Stranger] },
        new(
            "another's figures",
            DoctorCode.AnotherCounterparty,
            "0a94d6f5",
            host => host.OneC.Faults.For(Romashka, OneCFault.AnotherCounterparty(Stranger))
        ),
        new("zeros for whoever is asked about", DoctorCode.UnknownCounterpartyHasBalance, "made up", _ => { })
        {
            Publication = new OneCEmulatorOptions { UnknownCounterparty = OneCFault.Status(200, """{"debt":0,"overdue_debt":0}""") },
        },
        new("no debt", DoctorCode.DebtMissing, "missing", host => host.Change(b => b with { Debt = null })),
        new("an unknown debt", DoctorCode.DebtMissing, "null", host => host.Change(b => b with { Debt = OneCValue.Null })),
        new("no limit", DoctorCode.FieldMissing, "Fields.Limit", host => host.Change(b => b with { CreditLimit = null })),
        new("a limit of null", DoctorCode.FieldNull, "Fields.Limit", host => host.Change(b => b with { CreditLimit = OneCValue.Null })),
        new("an amount in words", DoctorCode.FieldUnreadable, "'сто'", host => host.Change(b => b with { OverdueDebt = "сто" })),
        new("a negative overdue", DoctorCode.FieldUnreadable, "AmountSign", host => host.Change(b => b with { OverdueDebt = -1m })),
        new("a date in words", DoctorCode.FieldUnreadable, "'вчера'", host => host.Change(b => b with { UpdatedAt = "вчера" })),
        new(
            "a bad date in the second document",
            DoctorCode.FieldUnreadable,
            "'31.02.2026'",
            host => host.Change(b => b with { Documents = [.. b.Documents!, new EmulatedDocument { DueDate = "31.02.2026" }] })
        ),
        new("an empty amount", DoctorCode.FieldDoubtful, "empty text", host => host.Change(b => b with { Advance = "" })),
        new(
            "an undeclared encoding",
            DoctorCode.FieldDoubtful,
            "windows-1251",
            host => host.OneC.Faults.For(Romashka, OneCFault.Windows1251().Then(OneCFault.ContentType(null)))
        ),
        new(
            "a key of another name",
            DoctorCode.KeySimilar,
            "Fields.Overdue = [\"overdue\"]",
            host => host.Change(b => (b with { OverdueDebt = null }).With("overdue", 5m))
        ),
        new(
            "a key in Russian",
            DoctorCode.KeySimilar,
            "Fields.Debt = [\"СуммаДолга\"]",
            host => host.Change(b => (b with { Debt = null }).With("СуммаДолга", 5m))
        ),
        new(
            "a key in a document",
            DoctorCode.KeySimilar,
            "Fields.DocumentDueDate = [\"ДатаПлатежа\"]",
            host =>
                host.Change(b =>
                    b.With(
                        "documents",
                        OneCValue.Raw("""[{"id":"1","outstanding":1,"order_id":"A","ДатаПлатежа":"2026-11-21T00:00:00"}]""")
                    )
                )
        ),
        new(
            "a debt below zero with something overdue",
            DoctorCode.DebtSignDoubtful,
            "",
            host => host.Change(b => b with { Debt = -125_000.5m })
        ),
        new(
            "amounts in kopecks",
            DoctorCode.AmountUnitDoubtful,
            "minor",
            host =>
                host.Change(b =>
                    b with
                    {
                        Debt = 12_500_050m,
                        OverdueDebt = 2_500_050m,
                        LastPaymentSum = 4_000_000m,
                        Documents = [],
                        Payments = [],
                    }
                )
        ),
        new(
            "roubles read as kopecks",
            DoctorCode.AmountUnitDoubtful,
            "major",
            host => host.OneCOptions = o => o.AmountUnit = OneCAmountUnit.Minor
        ),
        new(
            "one advance twice",
            DoctorCode.AdvanceTwice,
            "",
            host => host.Change(b => b with { Debt = -10.5m, Advance = 10.5m, OverdueDebt = 0m, Documents = [] })
        ),
        new("more overdue than owed", DoctorCode.OverdueAboveDebt, "", host => host.Change(b => b with { OverdueDebt = 125_001m })),
        new("a limit of zero for one who owes", DoctorCode.LimitZero, "", host => host.Change(b => b with { CreditLimit = 0m })),
        new(
            "a document without due date",
            DoctorCode.DocumentsWithoutDueDate,
            "1 of 2",
            host => host.Change(b => b with { Documents = [.. b.Documents!, new EmulatedDocument { Outstanding = 1m }] })
        ),
        new(
            "a document without open amount",
            DoctorCode.DocumentsWithoutOutstanding,
            "1 of 2",
            host => host.Change(b => b with { Documents = [.. b.Documents!, new EmulatedDocument { DueDate = "2026-11-30" }] })
        ),
        new(
            "documents without orders",
            DoctorCode.DocumentsWithoutOrderId,
            "1 of 1",
            host => host.Change(b => b with { Documents = [b.Documents![0] with { OrderId = OneCValue.Null }] })
        ),
        new(
            "another time zone",
            DoctorCode.AsOfInFuture,
            "4 h in the future",
            host =>
            {
                host.Change(b => b with { UpdatedAt = InMoscow(Duration.FromMinutes(-1)) });
                host.OneCOptions = o => o.TimeZone = "Atlantic/Reykjavik";
                host.Change(b => b with { UpdatedAt = InMoscow(Duration.FromMinutes(60)) });
            }
        ),
        new(
            "figures of last week",
            DoctorCode.AsOfStale,
            "7 days ago",
            host => host.Change(b => b with { UpdatedAt = InMoscow(Duration.FromDays(-7)) })
        ),
        new(
            "a session that nobody keeps",
            DoctorCode.SessionCookieSeen,
            "ReuseSessions is off",
            host =>
                host.OneC.Faults.Always(OneCFault.Custom("cookie", (_, answer) => answer.WithHeader("Set-Cookie", "ibsession=51; path=/")))
        ),
        new("sessions that are not kept", DoctorCode.SessionsNotKept, "no cookie", host => host.OneCOptions = o => o.ReuseSessions = true),
        new(
            "more requests than sessions",
            DoctorCode.RequestsAbovePool,
            "Up to 50",
            host => host.OneCOptions = o => o.Resilience.MaxConcurrentRequests = 50
        ),
    ];

    internal static Action<OneCOptions> WithPassword(string password) =>
        options =>
        {
            options.User = "site";
            options.Password = password;
        };

    private static OneCFault Date(DateTimeOffset date) =>
        OneCFault.Custom("date", (_, answer) => answer.WithHeader("Date", date.ToString("R", CultureInfo.InvariantCulture)));

    private sealed class ThrowingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("of the host");
    }
}
