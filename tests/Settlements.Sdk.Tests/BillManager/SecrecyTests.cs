using Settlements.BillManager;
using Settlements.Tests.OneC;

namespace Settlements.Tests.BillManager;

/// <summary>A panel that repeats everything it was sent, wherever it can.</summary>
public sealed class SecrecyTests : IAsyncDisposable
{
    private readonly MockPanel _panel = new();

    public ValueTask DisposeAsync() => _panel.DisposeAsync();

    [Fact]
    public async Task No_secret_stands_in_an_exception_though_the_panel_repeats_it()
    {
        var echo = $"user:{MockPanel.Password} auth={PanelDocuments.Session}";
        _panel.On("payment.setpaid", PanelDocuments.Error("value", echo, echo, $"<param name=\"value\">{echo}</param>"));

        var thrown = (await _panel.Client().Invoking(c => c.SetPaymentPaidAsync(77)).Should().ThrowAsync<BillManagerException>()).Which;

        string[] shown = [thrown.ToString(), thrown.Message, thrown.PanelMessage!, thrown.Object!, .. thrown.Parameters.Values];
        shown.Should().OnlyContain(s => !s.Contains(MockPanel.Password) && !s.Contains(PanelDocuments.Session));
        thrown.PanelMessage.Should().Be("user:*** auth=***");
    }

    [Fact]
    public async Task No_secret_stands_in_the_log()
    {
        var log = new CapturedLog();
        _panel.On("payment.edit", PanelDocuments.Error("auth", "session"), PanelDocuments.PaymentForm);
        var client = _panel.Client(log);

        await client.GetPaymentAsync(77);

        log.Lines.Should().NotBeEmpty().And.Contain(l => l.Contains("Logged in")).And.Contain(l => l.Contains("lost the session"));
        log.Lines.Should()
            .OnlyContain(l => !l.Contains(MockPanel.Password) && !l.Contains(PanelDocuments.Session) && !l.Contains("secret-of-the-bank"));
    }

    [Fact]
    public async Task An_endless_message_is_cut()
    {
        _panel.On("payment.setpaid", PanelDocuments.Error("value", message: new string('я', 100_000)));

        var thrown = (await _panel.Client().Invoking(c => c.SetPaymentPaidAsync(77)).Should().ThrowAsync<BillManagerException>()).Which;

        thrown.Message.Length.Should().BeLessThan(1000);
    }
}
