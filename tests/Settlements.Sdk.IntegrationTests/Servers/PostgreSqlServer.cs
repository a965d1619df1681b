using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Settlements.IntegrationTests.Servers;

/// <summary>A PostgreSQL of the tests' own, on loopback and in a folder of its own, which may be stopped and started again on its port.</summary>
/// <remarks>
/// <para>
/// As a fixture: <c>[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]</c> on the class, and a constructor that takes the server. A test that stops the
/// server makes one for itself by <see cref="NewAsync"/>.
/// </para>
/// <para>
/// A commit is on the disk when it returns (fsync is on). Text sorts by ICU's rules and not by code points, so that a store which leaves the order to the
/// database is found out.
/// </para>
/// </remarks>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    /// <summary>The collection of the test classes that share one server.</summary>
    public const string Shared = "PostgreSQL";

    private const string Administrator = "settlements";
    private const string Password = "only-for-tests";

    // Ends with its input, so also when the test process was killed, and takes the server and its folder with it.
    private const string GuardScript = """
        trap '' INT
        cat >/dev/null
        if [ -f "$0/data/postmaster.pid" ]; then
          read -r pid <"$0/data/postmaster.pid"
          kill -QUIT "$pid" 2>/dev/null
          while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
        fi
        rm -rf "$0"
        """;

    internal string Folder { get; } = Directory.CreateTempSubdirectory("settlements-pg-").FullName;
    private Process? _guard;
    private int _port;
    private int _databases;

    private string Data => Path.Combine(Folder, "data");

    private string Log => Path.Combine(Folder, "log");

    /// <summary>Starts a server of one's own.</summary>
    public static async Task<PostgreSqlServer> NewAsync()
    {
        var server = new PostgreSqlServer();
        try
        {
            await server.InitializeAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the server and starts it.</summary>
    public async Task InitializeAsync()
    {
        if (PostgreSqlPrograms.Missing is { } reason)
            throw new InvalidOperationException(reason);
        var password = Path.Combine(Folder, "password");
        await File.WriteAllTextAsync(password, Password);
        await PostgreSqlPrograms.OwnAsync(Folder);
        _guard = StartGuard();
        string[] text = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=und"];
        await PostgreSqlPrograms.RunAsync(
            "initdb",
            ["-D", Data, "-U", Administrator, "--auth=scram-sha-256", "--pwfile", password, "--no-sync", .. text]
        );
        await StartOnFreePortAsync();
    }

    /// <summary>The connection string of a new, empty database.</summary>
    public Task<string> CreateDatabaseAsync() => CreateDatabaseAsync("template0");

    /// <summary>The connection string of a new database with everything that another one has, to which nobody is connected.</summary>
    public async Task<string> CreateDatabaseAsync(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return ConnectionString(name, isPooled: true);
    }

    /// <summary>Removes a database, whoever is connected to it.</summary>
    public Task DropDatabaseAsync(string connectionString) =>
        ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    /// <summary>Stops it as a crash does: nothing is finished and nobody is told.</summary>
    public Task StopAsync() => PostgreSqlPrograms.RunAsync("pg_ctl", "stop", "-D", Data, "-m", "immediate", "-w");

    /// <summary>Starts it again on the port it had, and returns when it has recovered.</summary>
    public Task StartAsync() => PostgreSqlPrograms.RunAsync("pg_ctl", "start", "-D", Data, "-l", Log, "-w", "-t", "120", "-o", Options);

    /// <summary>Stops it as a crash does and starts it again on its port.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Stops it and leaves nothing behind.</summary>
    public async Task DisposeAsync()
    {
        if (_guard is not null)
        {
            _guard.StandardInput.Close();
            await _guard.WaitForExitAsync();
            _guard.Dispose();
            _guard = null;
        }

        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private string Options =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={Folder} -c max_connections=200"
        );

    private string ConnectionString(string database, bool isPooled) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = _port,
            Database = database,
            Username = Administrator,
            Password = Password,
            Pooling = isPooled,
        }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres", isPooled: false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private Process StartGuard()
    {
        var start = PostgreSqlPrograms.As("sh", "-c", GuardScript, Folder);
        start.RedirectStandardInput = true;
        return Process.Start(start)!;
    }

    private async Task StartOnFreePortAsync()
    {
        for (var tries = 1; ; tries++)
        {
            using (var probe = new TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                _port = ((IPEndPoint)probe.LocalEndpoint).Port;
            }

            try
            {
                await StartAsync();
                return;
            }
            // Between the probe and the start somebody else may take the port.
            catch (InvalidOperationException) when (tries < 5 && LogSays("could not bind")) { }
        }
    }

    private bool LogSays(string text) => File.Exists(Log) && File.ReadAllText(Log).Contains(text, StringComparison.Ordinal);
}
