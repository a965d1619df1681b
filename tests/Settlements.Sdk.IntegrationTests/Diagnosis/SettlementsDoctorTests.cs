using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Settlements.Diagnosis;
using Settlements.Testing;
using static Settlements.IntegrationTests.Diagnosis.DoctorHost;

namespace Settlements.IntegrationTests.Diagnosis;

/// <summary>The doctor on both emulated servers over real sockets: each sickness is found, and nothing is changed.</summary>
public sealed class SettlementsDoctorTests
{
    private static readonly string[] ReadingFunctions =
    [
        "auth",
        "whoami",
        "payment.filter",
        "account",
        "subaccount",
        "subaccount.edit",
        "profile",
        "profile.edit",
        "company",
        "company.edit",
        "project",
        "paymethod",
        "currency",
        "payment",
        "payment.edit",
        "invoice",
    ];

    public static TheoryData<string> OneCSicknesses => [.. OneCCases.All.Select(known => known.Sickness)];

    public static TheoryData<string> PanelSicknesses => [.. BillManagerCases.All.Select(known => known.Sickness)];

    [Fact]
    public async Task A_healthy_pair_gives_only_ok()
    {
        await using var host = await StartAsync();

        var report = await host.ExamineAsync();

        report.Findings.Where(finding => finding.Result != DoctorResult.Ok).Should().BeEmpty();
        report.Result.Should().Be(DoctorResult.Ok);
        var ok = Enum.GetValues<DoctorCode>().TakeWhile(code => code != DoctorCode.OptionsInvalid);
        report.Findings.Select(finding => finding.Code).Distinct().Should().BeEquivalentTo(ok, "each check has a line");
        report.Findings.Should().OnlyContain(finding => finding.Fix(CultureInfo.InvariantCulture) == null);
    }

    [Theory]
    [MemberData(nameof(OneCSicknesses))]
    public Task Finds_what_is_wrong_with_1C(string sickness) =>
        FindsAsync(OneCCases.All.Single(known => known.Sickness == sickness), DoctorArea.OneC);

    [Theory]
    [MemberData(nameof(PanelSicknesses))]
    public Task Finds_what_is_wrong_with_the_panel(string sickness) =>
        FindsAsync(BillManagerCases.All.Single(known => known.Sickness == sickness), DoctorArea.BillManager);

    /// <summary>Certificates are the other tests' business.</summary>
    [Fact]
    public void Every_code_is_found_in_some_test() =>
        OneCCases
            .All.Concat(BillManagerCases.All)
            .Select(known => known.Code)
            .Concat(DoctorCertificateTests.Codes)
            .Concat(Enum.GetValues<DoctorCode>().TakeWhile(code => code != DoctorCode.OptionsInvalid))
            .Should()
            .Contain(Enum.GetValues<DoctorCode>());

    [Fact]
    public async Task Asks_1C_for_balances_only_and_the_panel_for_what_it_shows()
    {
        await using var host = await StartAsync(panel: new BillManagerEmulatorOptions { RemembersFilters = true });
        host.Panel.Panel.SaveFilter(
            BillManagerPanel.AdministratorName,
            "payment",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["status"] = "4" }
        );
        var before = host.Panel.Panel.ToJson();

        await host.ExamineAsync();

        host.Panel.Panel.ToJson().Should().Be(before);
        host.Panel.Calls.All.Select(call => call.Function).Should().BeSubsetOf(ReadingFunctions);
        host.Panel.Calls.All.Should().OnlyContain(call => call.Parameter("sok") == null && call.Parameter("filter") == null);
        host.Panel.Calls.CountOf("auth").Should().Be(1);
        host.OneC.Requests.All.Should().OnlyContain(request => request.Method == "GET" && request.Path == "/demo/hs/balance/get");
        host.OneC.Requests.Count.Should().Be(2);
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("00:05:00")]
    public async Task A_refused_login_is_tried_once_in_each_server(string pause)
    {
        await using var host = await StartAsync(
            new OneCEmulatorOptions
            {
                UserName = "site",
                Password = "r1ght",
                LockOutAfter = 2,
            }
        );
        host.OneCOptions = options =>
        {
            OneCCases.WithPassword("wr0ng")(options);
            options.AuthenticationPause = TimeSpan.Parse(pause, CultureInfo.InvariantCulture);
            options.Resilience.MaxRetries = 2;
        };
        host.PanelOptions = options =>
        {
            options.Password = "wr0ng";
            options.RefusedLoginPause = TimeSpan.Parse(pause, CultureInfo.InvariantCulture);
        };

        var report = await host.ExamineAsync(Romashka, CounterpartyId.Parse("0a94d6f5-1be0-4b2e-9c3f-5d6e7f809a1b"));

        host.OneC.FailedLogins.Should().Be(1);
        host.Panel.Calls.CountOf("auth").Should().Be(1);
        report.Findings.Count(finding => finding.Code == DoctorCode.LoginRefused).Should().Be(2);
        report
            .Findings.Where(finding => finding.Code == DoctorCode.UnknownCounterparty || finding.Code == DoctorCode.Columns)
            .Should()
            .OnlyContain(finding => finding.Result == DoctorResult.Skipped);
    }

    [Fact]
    public async Task One_server_that_is_down_does_not_hide_the_other()
    {
        await using var host = await StartAsync();
        host.OneCOptions = options => options.BaseUrl = ClosedPort.Url;

        var report = await host.ExamineAsync();

        report
            .Findings.Where(finding => finding.Area == DoctorArea.BillManager)
            .Should()
            .OnlyContain(finding => finding.Result == DoctorResult.Ok);
        report.Findings.Should().ContainSingle(finding => finding.Result == DoctorResult.Failure).Which.Id.Should().Be("onec.noConnection");
        var skipped = report.Findings.Where(finding => finding.Result == DoctorResult.Skipped).ToList();
        skipped
            .Select(finding => finding.Code)
            .Should()
            .Contain(DoctorCode.Login)
            .And.Contain(DoctorCode.Field)
            .And.Contain(DoctorCode.Certificate);
        skipped.Should().OnlyContain(finding => finding.Seen == "There is no connection.");
    }

    [Fact]
    public async Task Each_unreadable_value_is_named_by_itself()
    {
        await using var host = await StartAsync();
        host.Change(balance =>
            balance with
            {
                Debt = "12 рублей",
                OverdueDebt = -5m,
                Blocked = "может быть",
                Documents =
                [
                    balance.Documents![0],
                    new EmulatedDocument { DueDate = "31.02.2026", Outstanding = 1m },
                    new EmulatedDocument { DueDate = "2026-11-30", Outstanding = "?" },
                ],
            }
        );

        var report = await host.ExamineAsync();

        report
            .Findings.Where(finding => finding.Code == DoctorCode.FieldUnreadable)
            .Select(finding => finding.Subject.Split(' ')[0])
            .Should()
            .Equal("debt", "overdue_debt", "blocked", "documents[1].due_date", "documents[2].outstanding");
        report.Findings.Should().Contain(finding => finding.Code == DoctorCode.Field && finding.Subject.StartsWith("credit_limit "));
        report.Findings.Should().NotContain(finding => finding.Code == DoctorCode.AnswerUnreadable, "its cause is told already");
    }

    [Fact]
    public async Task Looks_into_wrappers_and_mapped_objects()
    {
        await using var host = await StartAsync();
        host.OneCOptions = options =>
        {
            options.Fields.Debt = ["Расчеты.Долг"];
            options.Fields.Overdue = ["Расчеты.Просрочено.Сумма"];
            options.Fields.Advance = [];
        };
        host.Change(balance =>
            (balance with { Debt = null, OverdueDebt = null, Advance = null }).With(
                "Расчеты",
                OneCValue.Raw("""{"Долг": "125 000,50", "Просрочено": [{"Сумма": 0}]}""")
            )
        );
        host.OneC.Faults.For(Romashka, OneCFault.SuccessEnvelope().Then(OneCFault.JsonInString()));

        var report = await host.ExamineAsync();

        report.Findings.Where(finding => finding.Result != DoctorResult.Ok).Should().BeEmpty();
        report
            .Findings.Where(finding => finding.Code == DoctorCode.Field)
            .Select(finding => finding.Subject.Split(' ')[0])
            .Should()
            .Contain(["Расчеты.Долг", "Расчеты.Просрочено.Сумма", "Advance"]);
    }

    [Fact]
    public async Task Without_a_counterparty_it_still_tells_whether_the_service_is_there()
    {
        await using var host = await StartAsync();

        var report = await host.Doctor().ExamineAsync();

        report.Result.Should().Be(DoctorResult.Skipped);
        report
            .Findings.Where(finding => finding.Result == DoctorResult.Skipped)
            .Should()
            .ContainSingle()
            .Which.Code.Should()
            .Be(DoctorCode.Field);
        report.Findings.Should().Contain(finding => finding.Code == DoctorCode.Service && finding.Result == DoctorResult.Ok);
    }

    [Fact]
    public async Task Without_a_counterparty_a_bare_404_tells_nothing()
    {
        await using var host = await StartAsync(new OneCEmulatorOptions { UnknownCounterparty = OneCFault.NotFound() });

        var report = await host.Doctor().ExamineAsync();

        report.Findings.Should().Contain(finding => finding.Code == DoctorCode.Service && finding.Result == DoctorResult.Skipped);
        report.Findings.Should().Contain(finding => finding.Code == DoctorCode.Login && finding.Result == DoctorResult.Skipped);
        report.Findings.Should().NotContain(finding => finding.Result == DoctorResult.Failure);
    }

    [Fact]
    public async Task An_empty_panel_leaves_columns_unseen_and_says_so()
    {
        await using var panel = await BillManagerEmulator.StartAsync();
        var services = new ServiceCollection();
        services.AddSettlements().AddDoctor().AddBillManager(panel.ConfigureClient);
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<SettlementsDoctor>().ExamineAsync();

        report.Findings.Should().OnlyContain(finding => finding.Area == DoctorArea.BillManager);
        report.Findings.Should().NotContain(finding => finding.Result >= DoctorResult.Warning);
        report
            .Findings.Where(finding => finding.Result == DoctorResult.Skipped)
            .Select(finding => finding.Subject)
            .Should()
            .Equal(
                "account",
                "subaccount",
                "profile",
                "payment",
                "invoice",
                "subaccount.edit",
                "profile.edit",
                "payment.edit",
                "paymethod"
            );
    }

    [Fact]
    public async Task A_check_that_takes_too_long_is_ended_and_the_next_one_made()
    {
        var time = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await StartAsync();
        host.Time = time;
        host.PanelOptions = options => options.Resilience.AttemptTimeout = options.Resilience.TotalTimeout = TimeSpan.FromHours(1);
        host.Panel.Faults.On("account", BillManagerFault.SilenceBefore());

        var examination = host.ExamineAsync();
        await host.Panel.Calls.WaitForAsync("account");
        time.Advance(TimeSpan.FromSeconds(15));
        var report = await examination;

        report
            .Findings.Should()
            .ContainSingle(finding => finding.Code == DoctorCode.ServiceTimeout)
            .Which.Should()
            .Match<DoctorFinding>(finding => finding.Subject == "account" && finding.Seen.Contains("15 s (CheckTimeout)"));
        report
            .Findings.Should()
            .Contain(finding => finding.Code == DoctorCode.Columns && finding.Subject == "payment" && finding.Result == DoctorResult.Ok);
    }

    [Fact]
    public async Task When_the_whole_time_is_over_the_rest_is_skipped()
    {
        var time = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await StartAsync();
        host.Time = time;
        host.DoctorOptions = options => options.CheckTimeout = options.TotalTimeout = TimeSpan.FromMinutes(2);
        host.PanelOptions = options => options.Resilience.AttemptTimeout = options.Resilience.TotalTimeout = TimeSpan.FromHours(1);
        host.Panel.Faults.On("account", BillManagerFault.SilenceBefore());

        var examination = host.ExamineAsync();
        await host.Panel.Calls.WaitForAsync("account");
        time.Advance(TimeSpan.FromMinutes(2));
        var report = await examination;

        report.Findings.Should().Contain(finding => finding.Code == DoctorCode.ServiceTimeout && finding.Subject == "account");
        report
            .Findings.Where(finding => finding.Code == DoctorCode.Columns)
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(finding => finding.Result == DoctorResult.Skipped && finding.Seen.Contains("TotalTimeout"));
    }

    [Fact]
    public async Task The_callers_cancellation_ends_it()
    {
        await using var host = await StartAsync();
        using var stop = new CancellationTokenSource();
        host.Panel.Faults.On("account", BillManagerFault.Meanwhile(_ => stop.Cancel()));

        await FluentActions
            .Awaiting(() => host.Doctor().ExamineAsync([Romashka], stop.Token))
            .Should()
            .ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Options_that_throw_are_a_finding_of_their_own_server()
    {
        await using var host = await StartAsync();
        host.OneCOptions = _ => throw new InvalidOperationException("no vault");
        host.PanelOptions = _ => throw new InvalidOperationException("no vault");

        var report = await host.ExamineAsync();

        report
            .Findings.Where(finding => finding.Code == DoctorCode.CheckBroken)
            .Select(finding => finding.Area)
            .Should()
            .Equal(DoctorArea.OneC, DoctorArea.BillManager);
        report.Findings.Should().OnlyContain(finding => finding.Code == DoctorCode.CheckBroken || finding.Result == DoctorResult.Skipped);
    }

    [Fact]
    public async Task Sessions_of_1C_end_with_the_program()
    {
        await using var host = await StartAsync(new OneCEmulatorOptions { Sessions = OneCSessionMode.Use });
        host.OneCOptions = options => options.ReuseSessions = true;

        var report = await host.ExamineAsync();
        await host.Provider().DisposeAsync();

        report.Findings.Should().Contain(finding => finding.Code == DoctorCode.Sessions && finding.Seen.Contains("are kept"));
        host.OneC.Sessions.Started.Should().BePositive().And.Be(host.OneC.Sessions.Finished);
        host.OneC.Sessions.Open.Should().Be(0);
    }

    [Theory]
    [InlineData("login page", DoctorResult.Skipped)]
    [InlineData("maintenance", DoctorResult.Skipped)]
    [InlineData("empty object", DoctorResult.Ok)]
    [InlineData("handler exception", DoctorResult.Ok)]
    [InlineData("not found", DoctorResult.Ok)]
    public async Task What_an_unknown_counterparty_gets_is_well_only_where_it_says_nobody(string fault, DoctorResult result)
    {
        OneCFault[] faults = [OneCFault.LoginPage(), OneCFault.Maintenance(), OneCFault.HandlerException(), OneCFault.NotFound()];
        var unknown = faults.FirstOrDefault(known => known.Name == fault) ?? OneCFault.Status(200, "{}");
        await using var host = await StartAsync(new OneCEmulatorOptions { UnknownCounterparty = unknown });

        var report = await host.ExamineAsync();

        report.Findings.Single(finding => finding.Code == DoctorCode.UnknownCounterparty).Result.Should().Be(result);
        report.Findings.Should().NotContain(finding => finding.Result >= DoctorResult.Warning, "the named one is answered well");
    }

    [Fact]
    public async Task Several_publications_are_told_apart_by_their_names()
    {
        await using var oneC = await OneCEmulator.StartAsync();
        oneC.SetBalance(Romashka, Healthy());
        var services = new ServiceCollection();
        var settlements = services.AddSettlements().AddDoctor();
        settlements.AddOneC("east", options => options.BaseUrl = oneC.BaseUrl);
        settlements.AddOneC("west", options => options.BaseUrl = ClosedPort.Url);
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<SettlementsDoctor>().ExamineAsync([Romashka]);

        report
            .Findings.Where(finding => finding.Name == "east")
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(finding => finding.Result == DoctorResult.Ok);
        report.Findings.Should().ContainSingle(finding => finding.Result == DoctorResult.Failure).Which.Name.Should().Be("west");
    }

    [Fact]
    public async Task Nothing_to_examine_is_an_empty_report()
    {
        var services = new ServiceCollection();
        services.AddSettlements().AddDoctor();
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<SettlementsDoctor>().ExamineAsync();

        report.Findings.Should().BeEmpty();
        report.Result.Should().Be(DoctorResult.Ok);
    }

    [Fact]
    public async Task A_counterparty_that_was_never_assigned_is_refused()
    {
        await using var host = await StartAsync();

        await FluentActions.Awaiting(() => host.Doctor().ExamineAsync([default])).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Wrong_times_are_told_with_the_option_and_the_fix()
    {
        await using var host = await StartAsync();
        host.DoctorOptions = options =>
        {
            options.CheckTimeout = TimeSpan.Zero;
            options.ClockTolerance = TimeSpan.FromDays(2);
        };

        FluentActions
            .Invoking(host.Doctor)
            .Should()
            .Throw<OptionsValidationException>()
            .Which.Failures.Should()
            .BeEquivalentTo(
                "DoctorOptions.CheckTimeout is 00:00:00: use 00:00:00.1000000 to 00:10:00.",
                "DoctorOptions.ClockTolerance is 2.00:00:00: use 00:00:05 to 1.00:00:00."
            );
    }

    [Fact]
    public async Task The_report_is_one_json_object()
    {
        await using var host = await StartAsync();
        host.Change(balance => balance with { CreditLimit = null });

        var report = await host.ExamineAsync();

        var json = JsonDocument.Parse(report.ToJson(CultureInfo.GetCultureInfo("ru"))).RootElement;
        json.EnumerateObject().Select(property => property.Name).Should().Equal("examinedAt", "result", "findings");
        json.GetProperty("result").GetString().Should().Be("warning");
        var finding = json.GetProperty("findings")
            .EnumerateArray()
            .Single(line => line.GetProperty("id").GetString() == "onec.fieldMissing");
        finding
            .EnumerateObject()
            .Select(property => property.Name)
            .Should()
            .Equal("id", "area", "name", "result", "subject", "seen", "meaning", "fix");
        finding.GetProperty("subject").GetString().Should().Be($"credit_limit of {Romashka}");
        finding.GetProperty("fix").GetString().Should().Contain("Пусть сервис");
    }

    private static async Task FindsAsync(DoctorCase known, DoctorArea area)
    {
        await using var host = await StartAsync(known.Publication);
        known.Arrange(host);

        var report = await host.ExamineAsync(known.Counterparties);

        var all = string.Join('\n', report.Findings.Where(line => line.Result != DoctorResult.Ok));
        var found = report.Findings.FirstOrDefault(line =>
            line.Area == area && line.Code == known.Code && line.Seen.Contains(known.Seen, StringComparison.Ordinal)
        )!;
        found.Should().NotBeNull(all);
        found.Result.Should().BeOneOf(DoctorResult.Warning, DoctorResult.Failure);
        found.Meaning(CultureInfo.GetCultureInfo("ru")).Should().NotBe(found.Meaning(CultureInfo.InvariantCulture)).And.NotBeEmpty();
        found.Fix(CultureInfo.GetCultureInfo("ru")).Should().NotBe(found.Fix(CultureInfo.InvariantCulture)).And.NotBeEmpty();
        found.Id.Should().StartWith(area == DoctorArea.OneC ? "onec." : "billmanager.");
        report.Findings.Select(line => line.Area).Distinct().Should().HaveCount(2, "one check that fails hides no other");
    }
}
