using System.Net;
using System.Text.Json;
using Settlements.IntegrationTests.Diagnosis;
using Settlements.Testing;

namespace Settlements.IntegrationTests.Samples;

public sealed class DoctorSampleTests
{
    [Fact]
    public async Task Shows_two_healthy_servers_without_arguments()
    {
        var run = await RunAsync([]);

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        run.Error.Should().BeEmpty();
        run.Output.Should()
            .ContainAll("1C", "BILLmanager", "onec.certificate", "billmanager.paymentMethod")
            .And.EndWith(" ok, 0 skipped, 0 warning, 0 failure" + Environment.NewLine);
        run.Output.Should().NotContain("demo-key").And.NotContain("\u001b");
    }

    [Theory]
    [InlineData("en", "Fix: ", "failure")]
    [InlineData("ru", "Что делать: ", "ошибка")]
    public async Task Shows_two_sick_servers_in_both_languages(string language, string fix, string failure)
    {
        var run = await RunAsync(["--sick", "--lang", language]);

        run.ExitCode.Should().Be(2, run.Error);
        run.Output.Should()
            .ContainAll(
                "onec.keySimilar",
                "onec.unknownCounterpartyHasBalance",
                "billmanager.savedFilterInForce",
                "billmanager.columnsMissing",
                fix,
                failure
            );
    }

    [Fact]
    public async Task Says_it_as_json()
    {
        var run = await RunAsync(["--sick", "--json"]);

        run.ExitCode.Should().Be(2, run.Error);
        var report = JsonDocument.Parse(run.Output).RootElement;
        report.GetProperty("result").GetString().Should().Be("failure");
        report
            .GetProperty("findings")
            .EnumerateArray()
            .Select(line => line.GetProperty("area").GetString())
            .Distinct(StringComparer.Ordinal)
            .Should()
            .Equal("onec", "billmanager");
    }

    [Fact]
    public async Task Examines_the_servers_of_a_programs_own_settings_and_warns_of_a_certificate_that_ends()
    {
        await using var host = await DoctorHost.StartAsync(new OneCEmulatorOptions { Key = "k3y-s3cret" });
        using var certificate = TlsFront.Certificate(TimeSpan.FromDays(-80), TimeSpan.FromDays(10));
        await using var front = new TlsFront(certificate, new IPEndPoint(IPAddress.Loopback, host.OneC.BaseUrl.Port));
        var folder = Directory.CreateTempSubdirectory();
        var authorities = Path.Combine(folder.FullName, "authorities.pem");
        await File.WriteAllTextAsync(authorities, certificate.ExportCertificatePem());
        var settings = Path.Combine(folder.FullName, "appsettings.json");
        await File.WriteAllTextAsync(
            settings,
            $$"""
            {
              "OneC": { "BaseUrl": "{{front.Url(host.OneC.BaseUrl.AbsolutePath)}}" },
              "BillManager": { "Endpoint": "{{host.Panel.Endpoint}}", "UserName": "{{BillManagerPanel.AdministratorName}}" },
              "PaymentExport": { "CashReceiptMethod": "наличными" }
            }
            """
        );

        var run = await RunAsync(
            ["--settings", settings, "--counterparty", DoctorHost.Romashka.ToString(), "--json"],
            ("SETTLEMENTS_ONEC_KEY", "k3y-s3cret"),
            ("SETTLEMENTS_BILLMANAGER_PASSWORD", BillManagerPanel.AdministratorPassword),
            ("SSL_CERT_FILE", authorities)
        );

        folder.Delete(recursive: true);
        run.ExitCode.Should().Be(1, run.Output + run.Error);
        var lines = JsonDocument.Parse(run.Output).RootElement.GetProperty("findings").EnumerateArray().ToList();
        var warning = lines.Where(line => line.GetProperty("result").GetString() != "ok").Should().ContainSingle(run.Output).Which;
        warning.GetProperty("id").GetString().Should().Be("onec.certificateExpiring");
        warning.GetProperty("seen").GetString().Should().EndWith("9 days left.");
        lines.Should().Contain(line => line.GetProperty("subject").GetString() == "CashReceipt: 'наличными'");
        (run.Output + run.Error).Should().NotContain("s3cret").And.NotContain(BillManagerPanel.AdministratorPassword);
    }

    [Fact]
    public async Task Examines_one_server_by_the_command_line()
    {
        await using var panel = await BillManagerEmulator.StartAsync();

        var run = await RunAsync(
            ["--billmanager-url", panel.Endpoint.ToString(), "--billmanager-user", BillManagerPanel.AdministratorName],
            ("SETTLEMENTS_BILLMANAGER_PASSWORD", "wr0ng-s3cret")
        );

        run.ExitCode.Should().Be(2, run.Error);
        run.Output.Should().Contain("billmanager.loginRefused").And.NotContain("onec.").And.NotContain("s3cret");
        panel.Calls.CountOf("auth").Should().Be(1);
    }

    [Fact]
    public async Task Leaves_the_connection_to_a_proxy_where_there_is_one()
    {
        await using var oneC = await OneCEmulator.StartAsync();

        var run = await RunAsync(
            ["--base-url", "http://erp.invalid/demo/hs/balance", "--allow-http", "--json"],
            ("http_proxy", $"http://{oneC.BaseUrl.Authority}"),
            ("no_proxy", null)
        );

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        var lines = JsonDocument.Parse(run.Output).RootElement.GetProperty("findings").EnumerateArray().ToList();
        lines
            .Where(line => line.GetProperty("result").GetString() == "skipped")
            .Select(line => line.GetProperty("id").GetString())
            .Should()
            .Equal("onec.address", "onec.connection", "onec.certificate", "onec.field");
        oneC.Requests.Count.Should().Be(1);
    }

    [Fact]
    public async Task Options_that_are_not_valid_are_findings()
    {
        var run = await RunAsync(["--base-url", "http://erp.example.com/ut/hs/balance", "--user", "site"]);

        run.ExitCode.Should().Be(2, run.Error);
        run.Output.Should().Contain("onec.optionsInvalid").And.Contain("plain http to another machine").And.Contain("Password");
    }

    [Theory]
    [InlineData("--counterparty is 'x'", "--base-url", "https://erp.example.com", "--counterparty", "x")]
    [InlineData("No server is named", "--counterparty", "6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b")]
    [InlineData("--lang is 'de'", "--lang", "de")]
    [InlineData("--base-url needs a value", "--base-url")]
    [InlineData("--key is given twice", "--key", "a", "--key", "b")]
    [InlineData("--sick is for the emulated servers", "--sick", "--base-url", "https://erp.example.com")]
    [InlineData("--settings /no/such/file.json cannot be read", "--settings", "/no/such/file.json")]
    [InlineData("'--password' is no option", "--password=s3cret")]
    [InlineData("Argument 1 is no option", "s3cret")]
    public async Task Wrong_usage_says_which_option_and_what_to_give(string message, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        run.ExitCode.Should().Be(64);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(message).And.Contain("Usage:").And.NotContain("s3cret");
    }

    private static Task<SampleRun> RunAsync(string[] arguments, params (string Name, string? Value)[] environment) =>
        SampleProgram.RunAsync(
            "Doctor",
            arguments,
            [
                ("SETTLEMENTS_ONEC_KEY", null),
                ("SETTLEMENTS_ONEC_PASSWORD", null),
                ("SETTLEMENTS_BILLMANAGER_PASSWORD", null),
                .. environment,
            ]
        );
}
