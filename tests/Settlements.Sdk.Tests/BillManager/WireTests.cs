using System.Net.Sockets;
using System.Text;
using Settlements.BillManager;

namespace Settlements.Tests.BillManager;

public sealed class WireTests : IAsyncDisposable
{
    private readonly MockPanel _panel = new();

    public ValueTask DisposeAsync() => _panel.DisposeAsync();

    [Fact]
    public async Task Every_call_is_a_POST_form_in_Russian_XML_with_nothing_in_the_address()
    {
        _panel.On("payment.edit", PanelDocuments.PaymentForm);

        await _panel.Client().GetPaymentAsync(77);

        _panel
            .Requests.Should()
            .HaveCount(3)
            .And.OnlyContain(r => r.Method == HttpMethod.Post && r.RequestUri!.AbsoluteUri == MockPanel.Address);
        _panel.Sent.Should().OnlyContain(s => s["out"] == "xml" && s["lang"] == "ru");
        _panel.Sent[0].Should().Contain("username", "exporter").And.Contain("password", MockPanel.Password);
        _panel.Sent[2].Should().Contain("elid", "77").And.NotContainKey("sok").And.NotContainKey("password");
    }

    public static TheoryData<int, SettlementsError, bool, BillManagerOutcome> Statuses =>
        new()
        {
            { 301, SettlementsError.InvalidResponse, false, BillManagerOutcome.NotExecuted },
            { 302, SettlementsError.InvalidResponse, false, BillManagerOutcome.NotExecuted },
            { 401, SettlementsError.NotAuthenticated, false, BillManagerOutcome.NotExecuted },
            { 403, SettlementsError.Forbidden, false, BillManagerOutcome.NotExecuted },
            { 404, SettlementsError.NotFound, false, BillManagerOutcome.NotExecuted },
            { 408, SettlementsError.Timeout, true, BillManagerOutcome.Unknown },
            { 413, SettlementsError.InvalidResponse, false, BillManagerOutcome.NotExecuted },
            { 429, SettlementsError.Overloaded, true, BillManagerOutcome.NotExecuted },
            { 500, SettlementsError.Unavailable, true, BillManagerOutcome.Unknown },
            { 502, SettlementsError.Unavailable, true, BillManagerOutcome.Unknown },
            { 503, SettlementsError.Unavailable, true, BillManagerOutcome.Unknown },
            { 504, SettlementsError.Timeout, true, BillManagerOutcome.Unknown },
            { 204, SettlementsError.InvalidResponse, false, BillManagerOutcome.Unknown },
        };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_status_other_than_200_comes_from_a_server_before_the_panel(
        int status,
        SettlementsError error,
        bool isTransient,
        BillManagerOutcome outcome
    )
    {
        _panel.OnStatus("payment.setpaid", status).OnStatus("payment.edit", status);
        var client = _panel.Client();

        var write = (await client.Invoking(c => c.SetPaymentPaidAsync(77)).Should().ThrowAsync<BillManagerException>()).Which;
        write.Problem.Should().Be(BillManagerProblem.HttpStatus);
        (write.Error, write.IsTransient, write.Outcome).Should().Be((error, isTransient, outcome));

        var read = (await client.Invoking(c => c.GetPaymentAsync(77)).Should().ThrowAsync<BillManagerException>()).Which;
        read.Outcome.Should().Be(BillManagerOutcome.NotExecuted, "a read changes nothing");
    }

    public static TheoryData<string> NotXml =>
        [
            "",
            "   ",
            "OK",
            "{\"doc\":{\"ok\":{}}}",
            "[]",
            "<doc>",
            "<doc><ok/></doc><doc/>",
            "<docs><ok/></docs>",
            "<!DOCTYPE doc [<!ENTITY a \"b\">]><doc><ok>&a;</ok></doc>",
            "<doc><ok>&undefined;</ok></doc>",
            "<doc><id>1</id><id>2</id><ok/></doc>",
            "<doc><ok/>\u0001</doc>",
        ];

    [Theory]
    [MemberData(nameof(NotXml))]
    public async Task What_is_not_a_whole_document_is_never_a_result_and_leaves_a_write_unknown(string body)
    {
        _panel.On("payment.setpaid", body);

        var thrown = (await _panel.Client().Invoking(c => c.SetPaymentPaidAsync(77)).Should().ThrowAsync<BillManagerException>()).Which;

        thrown.Problem.Should().Be(BillManagerProblem.Malformed);
        thrown.Error.Should().Be(SettlementsError.InvalidResponse);
        thrown.Outcome.Should().Be(BillManagerOutcome.Unknown);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Please log in</body></html>")]
    [InlineData("<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><html></html>")]
    [InlineData("\uFEFF  <HTML><head></head></HTML>")]
    [InlineData("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>")]
    public async Task A_page_for_a_browser_is_an_error_of_its_own(string body)
    {
        _panel.On("payment.setpaid", body);

        var thrown = (
            await _panel
                .Client()
                .Invoking(c => c.SetPaymentPaidAsync(77))
                .Should()
                .ThrowAsync<BillManagerException>()
                .WithMessage("*Endpoint*")
        ).Which;

        thrown.Problem.Should().Be(BillManagerProblem.HtmlPage);
        thrown.Outcome.Should().Be(BillManagerOutcome.Unknown);
    }

    [Fact]
    public async Task An_answer_above_the_limit_is_not_read()
    {
        _panel.Configure.Add(options => options.MaxResponseBytes = 65_536);
        _panel.On("payment", PanelDocuments.List("payment", Enumerable.Range(1, 500).Select(i => PanelDocuments.PaymentRow(i))));

        var thrown = await Reading().Should().ThrowAsync<BillManagerException>().WithMessage("*65536*MaxResponseBytes*");

        thrown.Which.Error.Should().Be(SettlementsError.TooLarge);
    }

    [Fact]
    public async Task A_document_nested_too_deep_is_refused_wherever_it_is_deep()
    {
        var deep = string.Concat(Enumerable.Repeat("<x>", 100)) + string.Concat(Enumerable.Repeat("</x>", 100));
        foreach (
            var body in new[] { deep, "<elem><id>" + deep + "</id></elem>", "<elem>" + deep + "</elem>", "<error>" + deep + "</error>" }
        )
        {
            _panel.On("payment", PanelDocuments.Doc("payment", body));

            (await Reading().Should().ThrowAsync<BillManagerException>()).Which.Error.Should().Be(SettlementsError.TooLarge);
        }
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        _panel.OnBytes("payment.edit", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(PanelDocuments.PaymentForm)]);

        (await _panel.Client().GetPaymentAsync(77)).DocumentNumber.Should().Be("КА-17");
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, BillManagerOutcome.NotExecuted)]
    [InlineData(HttpRequestError.ConnectionError, BillManagerOutcome.NotExecuted)]
    [InlineData(HttpRequestError.SecureConnectionError, BillManagerOutcome.NotExecuted)]
    [InlineData(HttpRequestError.ProxyTunnelError, BillManagerOutcome.NotExecuted)]
    [InlineData(HttpRequestError.ResponseEnded, BillManagerOutcome.Unknown)]
    [InlineData(HttpRequestError.Unknown, BillManagerOutcome.Unknown)]
    [InlineData(HttpRequestError.InvalidResponse, BillManagerOutcome.Unknown)]
    public async Task A_write_is_known_not_to_be_executed_only_when_there_was_no_connection(
        HttpRequestError error,
        BillManagerOutcome outcome
    )
    {
        _panel.OnException("payment.add.pay", new HttpRequestException(error, "x", new SocketException()));

        var thrown = (
            await _panel.Client().Invoking(c => c.AddPaymentAsync(WriteTests.Payment)).Should().ThrowAsync<BillManagerException>()
        ).Which;

        thrown.Outcome.Should().Be(outcome);
        thrown.Problem.Should().Be(BillManagerProblem.Connection);
        _panel.Attempts("payment.add.pay").Should().Be(1);
    }

    [Fact]
    public async Task Reads_are_sent_again_after_a_broken_connection_and_writes_never()
    {
        _panel.Configure.Add(options => (options.Resilience.MaxRetries, options.Resilience.RetryDelay) = (2, TimeSpan.Zero));
        var broken = new HttpRequestException(HttpRequestError.ResponseEnded);
        _panel
            .OnException("payment.edit", broken, times: 2)
            .On("payment.edit", PanelDocuments.PaymentForm)
            .OnException("payment.setpaid", broken, times: 2);
        var client = _panel.Client();

        (await client.GetPaymentAsync(77)).Id.Should().Be(77);
        await client.Invoking(c => c.SetPaymentPaidAsync(77)).Should().ThrowAsync<BillManagerException>();

        _panel.Attempts("payment.edit").Should().Be(2);
        _panel.Attempts("payment.setpaid").Should().Be(1);
    }

    [Fact]
    public async Task A_write_held_back_after_many_failures_was_not_executed()
    {
        _panel.Configure.Add(options => options.Resilience.BreakerMinimumThroughput = 4);
        _panel
            .OnException("payment.edit", new HttpRequestException(HttpRequestError.ConnectionError))
            .On("payment.setpaid", PanelDocuments.Ok);
        var client = _panel.Client();
        for (var i = 0; i < 8; i++)
            await client.Invoking(c => c.GetPaymentAsync(77)).Should().ThrowAsync<BillManagerException>();

        var thrown = (await client.Invoking(c => c.SetPaymentPaidAsync(77)).Should().ThrowAsync<BillManagerException>()).Which;

        (thrown.Problem, thrown.Outcome, thrown.Error, thrown.IsTransient)
            .Should()
            .Be((BillManagerProblem.NotSent, BillManagerOutcome.NotExecuted, SettlementsError.Unavailable, true));
        _panel.Count("payment.setpaid").Should().Be(0);
    }

    [Fact]
    public async Task Silence_ends_in_a_timeout_and_leaves_a_write_unknown()
    {
        _panel.OnAny("payment.setpaid", (_, _) => new TaskCompletionSource<HttpResponseMessage>().Task);
        var client = _panel.Client();
        await client.WhoAmIAsync();

        var call = client.SetPaymentPaidAsync(77);
        await _panel.Time.WaitForTimersAsync();
        _panel.Time.Advance(TimeSpan.FromMinutes(1));

        var thrown = (await call.Invoking(c => c).Should().ThrowAsync<BillManagerException>()).Which;
        (thrown.Error, thrown.Outcome, thrown.IsTransient).Should().Be((SettlementsError.Timeout, BillManagerOutcome.Unknown, true));
    }

    [Fact]
    public async Task The_callers_cancellation_is_cancellation()
    {
        _panel.OnAny("payment.setpaid", (_, _) => new TaskCompletionSource<HttpResponseMessage>().Task);
        var client = _panel.Client();
        await client.WhoAmIAsync();
        using var cancel = new CancellationTokenSource();

        var call = client.SetPaymentPaidAsync(77, cancellationToken: cancel.Token);
        await cancel.CancelAsync();

        await call.Invoking(c => c).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_damaged_packed_answer_is_no_answer()
    {
        _panel.OnException(
            "payment.edit",
            new InvalidDataException("The archive entry was compressed using an unsupported compression method.")
        );

        var thrown = (await _panel.Client().Invoking(c => c.GetPaymentAsync(77)).Should().ThrowAsync<BillManagerException>()).Which;

        thrown.Error.Should().Be(SettlementsError.InvalidResponse);
    }

    private Func<Task> Reading() =>
        async () => await _panel.Client().ListPaymentsAsync(new BillManagerPaymentFilter { Id = 1 }).ToListAsync();
}
