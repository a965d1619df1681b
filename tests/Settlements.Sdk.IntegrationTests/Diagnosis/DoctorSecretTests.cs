using System.Globalization;
using System.Text;
using Settlements.Diagnosis;
using Settlements.Testing;

namespace Settlements.IntegrationTests.Diagnosis;

/// <summary>Whatever a server repeats, a report may be shown to others: no secret and no figure of a customer stands in it.</summary>
public sealed class DoctorSecretTests
{
    private const string Key = "k3y-of-the-service/+1";
    private const string Password = "p4ssword-Пароль";
    private const string PanelPassword = "p4nel-Пароль";

    private static readonly Dictionary<string, OneCFault> OneCFaults = new(StringComparer.Ordinal)
    {
        ["nothing"] = OneCFault.Chunked(),
        ["401"] = OneCFault.NotAuthenticated(),
        ["a handler's text"] = OneCFault.HandlerException($"Ключ {Key} не подходит, пароль {Password}"),
        ["an error text"] = OneCFault.Custom("echo", (request, answer) => answer.WithText(Repeated(request)) with { Status = 500 }),
        ["an error in JSON"] = OneCFault.Custom(
            "JSON echo",
            (request, answer) => answer.WithText(OneCValue.Object(("Ошибка", Repeated(request))).ToJson())
        ),
        ["an amount"] = OneCFault.Custom("amount", (_, answer) => answer.WithText($$"""{"debt": "{{Key}} {{Password}}", "advance": 1}""")),
        ["a date"] = OneCFault.Custom("date", (_, answer) => answer.WithText($$"""{"debt": 1, "updated_at": "{{Password}}"}""")),
        ["a key"] = OneCFault.Custom("key", (_, answer) => answer.WithText($$"""{"debt": 1, "{{Key}}": 1, "{{Password}}": 2}""")),
        ["a key like another"] = OneCFault.Custom("near", (_, answer) => answer.WithText("""{"debt": 1, "advanc3": 1}""")),
        ["a redirect"] = OneCFault.Redirect(new Uri($"http://127.0.0.1:9/?key={Uri.EscapeDataString(Key)}")),
    };

    public static TheoryData<string> Places => [.. OneCFaults.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task No_secret_of_1C_stands_in_the_report(string place)
    {
        await using var host = await DoctorHost.StartAsync();
        host.OneCOptions = options =>
        {
            options.Key = place == "a key like another" ? "advanc3" : Key;
            options.User = "site";
            options.Password = Password;
        };
        host.OneC.Faults.Always(OneCFaults[place]);

        var report = await host.ExamineAsync();

        host.OneC.Requests.All.Should().NotBeEmpty();
        ShouldNotHold(report, Key, Uri.EscapeDataString(Key), Password, Base64($"site:{Password}"), "advanc3");
    }

    [Fact]
    public async Task No_password_and_no_session_of_the_panel_stand_in_the_report()
    {
        await using var host = await DoctorHost.StartAsync();
        host.Panel.Panel.ChangeUser(BillManagerPanel.AdministratorName, user => user with { Password = PanelPassword });
        host.PanelOptions = options => options.Password = PanelPassword;
        await host.ExamineAsync();
        var session = host.Panel.Calls.All.Select(call => call.Parameter("auth")).OfType<string>().First();
        host.Panel.Panel.AddCompany($"ООО {session}", PanelPassword);
        host.Panel.Panel.AddPaymentMethod($"Оплата наличными {session} {PanelPassword}");
        host.Panel.Faults.On("account", BillManagerFault.PanelError("value", session, $"{session} {PanelPassword}"));
        host.Panel.Faults.On("invoice", BillManagerFault.OtherValue("amount_iso", $"{session} {PanelPassword}"));

        var report = await host.ExamineAsync();

        report.Result.Should().Be(DoctorResult.Failure);
        host.Panel.Calls.CountOf("auth").Should().Be(1, "the program's own session is used");
        ShouldNotHold(report, session, PanelPassword);
    }

    [Fact]
    public async Task No_amount_of_a_customer_stands_in_the_report()
    {
        await using var host = await DoctorHost.StartAsync();
        host.Change(balance =>
            balance with
            {
                Debt = -777_777.5m,
                Advance = 666_666.5m,
                OverdueDebt = 888_888.5m,
                CreditLimit = 999_999.5m,
            }
        );

        var report = await host.ExamineAsync();

        report.Findings.Should().Contain(finding => finding.Code == DoctorCode.AdvanceTwice);
        ShouldNotHold(report, "777777", "666666", "888888", "999999");
    }

    private static void ShouldNotHold(DoctorReport report, params string[] secrets)
    {
        var everything =
            string.Join('\n', report.Findings)
            + report.ToJson(CultureInfo.GetCultureInfo("ru"))
            + report.ToJson(CultureInfo.InvariantCulture);
        foreach (var secret in secrets)
            everything.Should().NotContain(secret);
    }

    private static string Repeated(OneCRequest request) => $"{request.Target} {request.Header("Authorization")} {Key} {Password}";

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
