using System.Net;
using System.Net.Sockets;
using System.Text;

/// <summary>A 1C balance service in a few lines: it answers every request with one balance, over a real socket on a free port.</summary>
/// <remarks>The emulator of Settlements.Sdk.Testing stands on ASP.NET Core, which is nothing for a trimmed program.</remarks>
internal sealed class OneBalanceServer(string balance) : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <summary>The first line of the last request.</summary>
    public string? LastRequest { get; private set; }

    public string Start()
    {
        _listener.Start();
        _ = AnswerAsync();
        return $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/ut/hs/balance";
    }

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync()
    {
        var body = Encoding.UTF8.GetBytes(balance);
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            LastRequest = await reader.ReadLineAsync();
            while (!string.IsNullOrEmpty(await reader.ReadLineAsync()))
            {
                // The headers end with an empty line.
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
            await stream.WriteAsync(body);
        }
    }
}
