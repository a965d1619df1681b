using System.Net.Sockets;
using System.Text;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>What a bare socket sees when the emulated server breaks a connection.</summary>
public sealed class OneCBrokenConnectionTests : IAsyncLifetime
{
    private static readonly CounterpartyId Romashka = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
    private OneCEmulator _server = null!;

    public async Task InitializeAsync()
    {
        _server = await OneCEmulator.StartAsync(new OneCEmulatorOptions { WritesByteOrderMark = false });
        _server.SetBalance(Romashka, new EmulatedBalance { Debt = 125000.50m });
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task An_early_close_ends_the_stream_before_the_promised_length()
    {
        _server.Faults.Next(OneCFault.ClosedEarly());
        var (text, error) = await ExchangeAsync();
        error.Should().BeNull();
        var parts = text.Split("\r\n\r\n");
        parts[0].Should().StartWith("HTTP/1.1 200 OK\r\n").And.Contain("Content-Type: application/json; charset=utf-8");
        var promised = int.Parse(parts[0].Split("Content-Length: ")[1], System.Globalization.CultureInfo.InvariantCulture);
        parts[1].Should().HaveLength(promised / 2);
    }

    [Fact]
    public async Task A_reset_in_the_body_is_a_tcp_reset()
    {
        _server.Faults.Next(OneCFault.Reset());
        var (_, error) = await ExchangeAsync();
        error.Should().Be(SocketError.ConnectionReset);
    }

    [Fact]
    public async Task A_reset_before_the_headers_is_a_tcp_reset_without_a_byte()
    {
        _server.Faults.Next(OneCFault.ResetBeforeHeaders());
        var (text, error) = await ExchangeAsync();
        text.Should().BeEmpty();
        error.Should().Be(SocketError.ConnectionReset);
    }

    [Fact]
    public async Task The_server_goes_on_serving_afterwards()
    {
        _server.Faults.Next(OneCFault.Reset(), OneCFault.ResetBeforeHeaders(), OneCFault.ClosedEarly());
        for (var i = 0; i < 3; i++)
            await ExchangeAsync();
        await _server.Requests.WaitUntilIdleAsync();
        using var http = new HttpClient();
        (await http.GetStringAsync($"{_server.BaseUrl}/get?counterparty_id={Romashka}")).Should().EndWith("}");
    }

    private async Task<(string Text, SocketError? Error)> ExchangeAsync()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_server.BaseUrl.Host, _server.BaseUrl.Port);
        var request =
            $"GET {_server.BaseUrl.AbsolutePath}/get?counterparty_id={Romashka} HTTP/1.1\r\nHost: {_server.BaseUrl.Authority}\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer) is > 0 and var count)
                text.Append(Encoding.UTF8.GetString(buffer, 0, count));
            return (text.ToString(), null);
        }
        catch (SocketException e)
        {
            return (text.ToString(), e.SocketErrorCode);
        }
    }
}
