using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Settlements.Testing;

namespace Settlements.IntegrationTests.BillManager;

/// <summary>The emulated panel as programs in other languages see it.</summary>
public sealed class BillManagerEmulatorTests : IAsyncLifetime
{
    private PanelWire _wire = null!;

    public async Task InitializeAsync() => _wire = await PanelWire.StartAsync();

    public async Task DisposeAsync() => await _wire.DisposeAsync();

    [Fact]
    public async Task Answers_GET_and_POST_alike()
    {
        var credentials = ("authinfo", "root:root-password");

        var got = await _wire.GetAsync(("func", "company"), ("out", "xml"), credentials);
        var posted = await _wire.PostAsync(("func", "company"), ("out", "xml"), credentials);

        got.Should().Be(posted);
    }

    [Fact]
    public async Task Writes_json_with_rows_as_an_array_and_an_empty_element_as_an_empty_object()
    {
        using var document = JsonDocument.Parse(await _wire.AsAdministratorAsync("profile", "json"));
        var doc = document.RootElement.GetProperty("doc");

        doc.GetProperty("$func").GetString().Should().Be("profile");
        doc.GetProperty("elem")[0].GetProperty("vatnum").GetProperty("$").GetString().Should().Be("7707083893");
        doc.GetProperty("elem")[0].GetProperty("profiletype").GetProperty("$orig").GetString().Should().Be("2");
        doc.GetProperty("saved_filters").EnumerateObject().Should().BeEmpty();
    }

    [Fact]
    public async Task A_list_without_rows_has_no_elem()
    {
        using var document = JsonDocument.Parse(await _wire.AsAdministratorAsync("payment", "json"));
        document.RootElement.GetProperty("doc").TryGetProperty("elem", out _).Should().BeFalse();

        (await _wire.RowsAsync("payment")).Should().BeEmpty();
    }

    [Fact]
    public async Task Writes_bare_json_without_a_doc_around_it()
    {
        using var document = JsonDocument.Parse(await _wire.AsAdministratorAsync("profile", "bjson"));

        document.RootElement.GetProperty("func").GetString().Should().Be("profile");
        var row = document.RootElement.GetProperty("elem")[0];
        row.GetProperty("vatnum").GetString().Should().Be("7707083893");
        row.GetProperty("profiletype_orig").GetString().Should().Be("2");
    }

    [Fact]
    public async Task Repeated_elements_are_an_array_and_single_ones_an_object()
    {
        var payer = _wire.Emulator.Panel.Payers[0].Id.ToString(CultureInfo.InvariantCulture);
        using var document = JsonDocument.Parse(await _wire.AsAdministratorAsync("profile.edit", "json", ("elid", payer)));

        document.RootElement.GetProperty("doc").GetProperty("maildocs").ValueKind.Should().Be(JsonValueKind.Array);
        document.RootElement.GetProperty("doc").GetProperty("name").ValueKind.Should().Be(JsonValueKind.Object);
    }

    [Fact]
    public async Task Without_an_output_a_page_for_a_browser_comes() =>
        (await _wire.AsAdministratorAsync("payment", "")).Should().StartWith("<!DOCTYPE html>");

    [Fact]
    public async Task The_echo_repeats_the_session_and_not_the_password()
    {
        var echo = XElement.Parse(
            await _wire.PostAsync(("func", "auth"), ("out", "xml"), ("username", "root"), ("password", "root-password"))
        );
        var session = echo.Element("auth")!.Value;
        echo.Element("tparams")!.Elements().Select(e => e.Name.LocalName).Should().BeEquivalentTo("func", "out", "username");

        var document = XElement.Parse(await _wire.PostAsync(("func", "company"), ("out", "xml"), ("auth", session)));
        document.Element("tparams")!.Element("auth")!.Value.Should().Be(session);
    }

    [Fact]
    public async Task Texts_follow_the_language_and_codes_do_not()
    {
        await PayAsync();
        _wire.Emulator.Panel.ChangePaymentMethod(41, m => m with { OtherName = "Cash" });

        var russian = (await _wire.RowsAsync("payment", ("lang", "ru"))).Single();
        var english = (await _wire.RowsAsync("payment", ("lang", "en"))).Single();

        (russian.Element("status")!.Value, english.Element("status")!.Value).Should().Be(("Новый", "New"));
        (russian.Element("paymethod_name")!.Value, english.Element("paymethod_name")!.Value).Should().Be(("Оплата наличными", "Cash"));
        english.Element("status")!.Attribute("orig")!.Value.Should().Be("1");
    }

    [Fact]
    public async Task A_client_sees_its_own_rows_with_fewer_columns()
    {
        _wire.Emulator.Panel.AddClient("ИП Лютик");
        await PayAsync();

        var own = XElement.Parse(await _wire.AsClientAsync("payment", "xml")).Elements("elem").Single();
        own.Element("account_name").Should().BeNull();
        own.Element("sender_id").Should().BeNull();
        (await _wire.RowsAsync("payment")).Single().Element("account_name")!.Value.Should().Be("ООО Ромашка");
        XElement.Parse(await _wire.AsClientAsync("profile", "xml")).Elements("elem").Should().ContainSingle();
        Error(await _wire.AsClientAsync("account", "xml")).Should().Be("access");
        Error(await _wire.AsClientAsync("payment.setpaid", "xml", ("elid", "500001"))).Should().Be("access");
    }

    [Fact]
    public async Task Columns_that_a_department_does_not_see_vanish()
    {
        _wire.Emulator.Panel.ChangeUser(BillManagerPanel.AdministratorName, u => u with { HiddenColumns = ["vatnum"] });

        (await _wire.RowsAsync("profile")).Single().Element("vatnum").Should().BeNull();
        var payer = _wire.Emulator.Panel.Payers[0].Id.ToString(CultureInfo.InvariantCulture);
        XElement.Parse(await _wire.AsAdministratorAsync("profile.edit", "xml", ("elid", payer))).Element("vatnum").Should().BeNull();
    }

    [Theory]
    [InlineData("no.such.function", "missed")]
    [InlineData("payment.edit", "missed")]
    [InlineData("payment.info", "access")]
    public async Task Refusals_come_with_status_200(string function, string type) =>
        Error(await _wire.AsAdministratorAsync(function, "xml", ("elid", "1"))).Should().Be(type);

    [Fact]
    public async Task A_session_lives_an_hour_from_its_last_call()
    {
        var time = new ManualTimeProvider();
        await using var wire = await PanelWire.StartAsync(o => o with { TimeProvider = time });
        var login = XElement.Parse(
            await wire.PostAsync(("func", "auth"), ("out", "xml"), ("username", "root"), ("password", "root-password"))
        );
        var session = ("auth", login.Element("auth")!.Attribute("id")!.Value);

        for (var i = 0; i < 3; i++)
        {
            time.Advance(TimeSpan.FromMinutes(59));
            Error(await wire.PostAsync(("func", "company"), ("out", "xml"), session)).Should().BeNull();
        }
        time.Advance(TimeSpan.FromMinutes(61));
        Error(await wire.PostAsync(("func", "company"), ("out", "xml"), session)).Should().Be("auth");
    }

    [Fact]
    public async Task The_second_factor_gives_another_session()
    {
        _wire.Emulator.Panel.ChangeUser("root", u => u with { TwoFactorCode = "123456" });
        async Task<XElement> CallAsync(params (string, string)[] parameters) =>
            XElement.Parse(await _wire.PostAsync([("out", "xml"), .. parameters]));
        var login = await CallAsync(("func", "auth"), ("username", "root"), ("password", "root-password"));
        var half = ("auth", login.Element("auth")!.Value);

        (await CallAsync(("func", "company"), half)).Element("ok").Should().NotBeNull("it sends to the form for the code");
        var confirmed = await CallAsync(("func", "totp.confirm"), ("qrcode", "123456"), ("sok", "ok"), half);
        var whole = ("auth", confirmed.Element("auth")!.Value);

        (await CallAsync(("func", "company"), whole)).Elements("elem").Should().ContainSingle();
        (await CallAsync(("func", "company"), half)).Elements("elem").Should().BeEmpty();
    }

    [Fact]
    public async Task An_administrator_acts_as_a_client()
    {
        var answer = XElement.Parse(
            await _wire.AsAdministratorAsync("payment.add", "xml", [.. _wire.Payment, ("su", "client"), ("sok", "ok")])
        );

        answer.Element("payment_id")!.Value.Should().Be("500001");
        answer.Element("ok")!.Attribute("type")!.Value.Should().Be("url");
        _wire.Emulator.Panel.Payments.Single().AccountId.Should().Be(_wire.Emulator.Panel.Accounts[0].Id);
    }

    [Fact]
    public async Task Filters_take_lists_patterns_and_periods()
    {
        await PayAsync();
        var first = _wire.Emulator.Panel.Payments[0];
        _wire.Emulator.Panel.AddPayment(id =>
            first with
            {
                Id = id,
                Number = "other/1",
                Status = 4,
                CreatedAt = first.CreatedAt.PlusDays(-40),
            }
        );
        var yesterday = first.CreatedAt.Date.PlusDays(-1).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        async Task<int> CountAsync(params (string, string)[] filter) =>
            (await _wire.RowsAsync("payment", [("filter", "on"), .. filter])).Count;

        (await CountAsync()).Should().Be(2);
        (await CountAsync(("status", "1,4"))).Should().Be(2);
        (await CountAsync(("status", "4"))).Should().Be(1);
        (await CountAsync(("number", "pfx/*"))).Should().Be(1);
        (await CountAsync(("createdate", "other"), ("createdatestart", yesterday))).Should().Be(1);
        (await CountAsync(("createdate", "nodate"), ("restrictrefund", "null"))).Should().Be(2);
        (await CountAsync(("saamount_from", "10.01"))).Should().Be(0);
    }

    [Fact]
    public async Task A_saved_filter_is_in_force_until_a_call_brings_its_own()
    {
        await PayAsync();
        await _wire.AsAdministratorAsync("payment.filter", "xml", ("status", "9"), ("sok", "ok"));

        (await _wire.RowsAsync("payment")).Should().BeEmpty();
        (await _wire.RowsAsync("payment", ("filter", "on"), ("status", "1"))).Should().ContainSingle();
        (await _wire.RowsAsync("payment")).Should().BeEmpty("a filter of one call is not remembered");
    }

    [Fact]
    public async Task A_panel_that_remembers_filters_does_so()
    {
        await using var wire = await PanelWire.StartAsync(o => o with { RemembersFilters = true });
        await wire.RowsAsync("company", ("filter", "on"));
        await wire.RowsAsync("payment", ("filter", "on"), ("status", "9"));
        await wire.AsClientAsync("payment.add.method", "xml", [.. wire.Payment, ("snext", "ok")]);

        (await wire.RowsAsync("payment")).Should().BeEmpty();
    }

    [Fact]
    public async Task Pages_hold_a_thousand_rows_and_a_list_never_more_than_5001()
    {
        for (var i = 0; i < 6000; i++)
            _wire.Emulator.Panel.AddPayer(_wire.Emulator.Panel.Accounts[0].Id, "x");

        var first = XElement.Parse(await _wire.AsAdministratorAsync("profile", "xml"));
        first.Elements("elem").Should().HaveCount(1000);
        (first.Element("p_cnt")!.Value, first.Element("p_num")!.Value, first.Element("p_elems")!.Value).Should().Be(("1000", "1", "5001"));
        (await _wire.RowsAsync("profile", ("p_num", "6"))).Should().ContainSingle();
        (await _wire.RowsAsync("profile", ("p_num", "7"))).Should().BeEmpty();
    }

    [Fact]
    public async Task Rows_are_sorted_by_the_column_asked_for()
    {
        _wire.Emulator.Panel.AddPayer(_wire.Emulator.Panel.Accounts[0].Id, "Аист");

        var rows = await _wire.RowsAsync("profile", ("p_col", "-name"));

        rows.Select(r => r.Element("name")!.Value).Should().Equal("ООО Ромашка", "Аист");
    }

    [Fact]
    public async Task Several_payments_are_credited_by_one_call()
    {
        await PayAsync();
        var second = _wire.Emulator.Panel.AddPayment(id => _wire.Emulator.Panel.Payments[0] with { Id = id });

        await _wire.AsAdministratorAsync("payment.setpaid", "xml", ("elid", $"500001, {second.Id.ToString(CultureInfo.InvariantCulture)}"));

        _wire.Emulator.Panel.Payments.Should().OnlyContain(p => p.Status == 4);
        _wire.Emulator.Panel.Subaccounts.Single().Balance.Should().Be(20m);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_repeated_mark_adds_no_second_payment_whichever_way_the_panel_answers(bool returnsFirst)
    {
        await using var wire = await PanelWire.StartAsync(o => o with { RepeatedAddReturnsFirst = returnsFirst });
        await wire.AsClientAsync("payment.add", "xml", [.. wire.Payment, ("sok", "ok")]);

        var again = XElement.Parse(await wire.AsClientAsync("payment.add", "xml", [.. wire.Payment, ("sok", "ok")]));

        wire.Emulator.Panel.Payments.Should().ContainSingle();
        again.Element("payment_id")?.Value.Should().Be(returnsFirst ? "500001" : null);
        (again.Element("error") is null).Should().Be(returnsFirst);
    }

    [Fact]
    public async Task States_are_set_and_a_cancelled_payment_is_not_credited()
    {
        await PayAsync();
        (string, string) elid = ("elid", "500001");
        foreach (var (function, status) in new[] { ("payment.setinpay", 2), ("payment.setnopay", 1), ("payment.setcanceled", 9) })
        {
            Error(await _wire.AsAdministratorAsync(function, "xml", elid)).Should().BeNull();
            _wire.Emulator.Panel.Payments.Single().Status.Should().Be(status);
        }

        Error(await _wire.AsAdministratorAsync("payment.setpaid", "xml", elid)).Should().NotBeNull();
        _wire.Emulator.Panel.Creditings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_panel_goes_through_json_and_back()
    {
        await PayAsync();
        await _wire.AsAdministratorAsync("payment.setpaid", "xml", ("elid", "500001"));
        var json = _wire.Emulator.Panel.ToJson();

        var copy = BillManagerPanel.FromJson(json);

        copy.ToJson().Should().Be(json);
        copy.Creditings.Should().ContainKey(500001);
        copy.AddAccount("next").Id.Should().Be(_wire.Emulator.Panel.AddAccount("next").Id);
        FluentActions.Invoking(() => BillManagerPanel.FromJson("{}")).Should().Throw<FormatException>();
    }

    [Fact]
    public async Task Runs_as_a_program_of_its_own()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "panel.json");
        await File.WriteAllTextAsync(file, _wire.Emulator.Panel.ToJson());
        using var stop = new CancellationTokenSource();
        var output = new FirstLine();
        var running = BillManagerEmulator.RunAsync(["--panel", file, "--latency", "1"], new Endless(), output, TextWriter.Null, stop.Token);
        var endpoint = new Uri(await output.Written);
        using var http = new HttpClient();

        using var form = new FormUrlEncodedContent([new("func", "profile"), new("out", "xml"), new("authinfo", "root:root-password")]);
        await http.PostAsync(endpoint, form, CancellationToken.None);

        var panel = BillManagerPanel.FromJson(await http.GetStringAsync(new Uri(endpoint, "/emulator/panel"), CancellationToken.None));
        panel.Payers.Should().ContainSingle(p => p.TaxId == "7707083893");
        (await http.GetStringAsync(new Uri(endpoint, "/emulator/calls"), CancellationToken.None)).Should().Be("{\"profile\":1}");
        await stop.CancelAsync();
        (await running).Should().Be(0);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "x")]
    [InlineData("--panel", "/no/such/file")]
    [InlineData("--colour", "red")]
    public async Task Wrong_arguments_end_it_with_64(params string[] args)
    {
        using var errors = new StringWriter();

        (await BillManagerEmulator.RunAsync(args, TextReader.Null, TextWriter.Null, errors)).Should().Be(64);

        errors.ToString().Should().NotBeEmpty();
    }

    private Task<string> PayAsync() => _wire.AsClientAsync("payment.add", "xml", [.. _wire.Payment, ("sok", "ok")]);

    private static string? Error(string xml) => XElement.Parse(xml).Element("error")?.Attribute("type")?.Value;

    private sealed class Endless : TextReader
    {
        public override async Task<string> ReadToEndAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return "";
        }
    }

    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task<string> Written => _written.Task;

        public override Task WriteLineAsync(string? value)
        {
            _written.TrySetResult(value!);
            return Task.CompletedTask;
        }
    }
}
