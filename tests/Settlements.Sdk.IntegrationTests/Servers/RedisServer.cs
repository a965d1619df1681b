using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Settlements.IntegrationTests.Servers;

/// <summary>A Redis of the test's own, on loopback, that forgets everything when it ends; it may be killed and started again on its port.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "redis-server";

    // Ends with its input, so also when the test process was killed, and takes the server and its folder with it.
    private const string GuardScript = """
        trap '' INT
        cat >/dev/null
        if [ -f "$0/pid" ]; then
          read -r pid <"$0/pid"
          kill -KILL "$pid" 2>/dev/null
        fi
        rm -rf "$0"
        """;

    private static readonly string? Path = Find();

    private readonly string _folder = Directory.CreateTempSubdirectory("settlements-redis-").FullName;
    private readonly Process _guard;
    private Process? _server;

    private RedisServer() =>
        _guard = Process.Start(
            new ProcessStartInfo("sh", ["-c", GuardScript, _folder]) { UseShellExecute = false, RedirectStandardInput = true }
        )!;

    /// <summary>Why no server can be started; null when one can.</summary>
    public static string? Missing =>
        Path is null ? "Redis is not installed: no redis-server on the PATH. On Debian: apt-get install redis-server" : null;

    /// <summary>The port on loopback.</summary>
    public int Port { get; private set; }

    /// <summary>Starts one on a free port.</summary>
    public static async Task<RedisServer> NewAsync()
    {
        var server = new RedisServer();
        try
        {
            await server.StartOnFreePortAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it as a crash does.</summary>
    public async Task KillAsync()
    {
        if (_server is null)
            return;
        File.Delete(PidFile);
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
        _server = null;
    }

    /// <summary>Starts it on its port, empty, and returns when it accepts connections.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it said.</exception>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(
            Path ?? throw new InvalidOperationException(Missing),
            [
                "--bind",
                "127.0.0.1",
                "--port",
                Port.ToString(CultureInfo.InvariantCulture),
                "--dir",
                _folder,
                "--save",
                "",
                "--appendonly",
                "no",
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        _server = Process.Start(start)!;
        await File.WriteAllTextAsync(PidFile, _server.Id.ToString(CultureInfo.InvariantCulture) + "\n");
        var said = new List<string>();
        while (await _server.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (!line.Contains("Ready to accept connections", StringComparison.Ordinal))
                continue;
            // It must never wait for somebody to read what it says.
            _ = _server.StandardOutput.ReadToEndAsync();
            return;
        }

        throw new InvalidOperationException($"redis-server ended: {string.Join('\n', said)}");
    }

    /// <summary>Ends it as a crash does and starts it again on its port, empty.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }

    private string PidFile => System.IO.Path.Combine(_folder, "pid");

    private async Task StartOnFreePortAsync()
    {
        for (var tries = 1; ; tries++)
        {
            using (var probe = new TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                Port = ((IPEndPoint)probe.LocalEndpoint).Port;
            }

            try
            {
                await StartAsync();
                return;
            }
            // Between the probe and the start somebody else may take the port.
            catch (InvalidOperationException e) when (tries < 5 && e.Message.Contains("in use", StringComparison.Ordinal))
            {
                await KillAsync();
            }
        }
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator)
            .Select(folder => System.IO.Path.Combine(folder, Program))
            .FirstOrDefault(File.Exists);
}
