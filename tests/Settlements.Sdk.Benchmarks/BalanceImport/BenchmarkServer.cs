using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Settlements.IntegrationTests.Servers;

namespace Settlements.Benchmarks.BalanceImport;

/// <summary>A PostgreSQL with its settings as they come, in a temporary folder.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("settlements-pg-").FullName;
    private int _port;
    private int _databases;

    private string Data => Path.Combine(_folder, "data");

    public static async Task<BenchmarkServer> StartAsync()
    {
        var server = new BenchmarkServer();
        await PostgreSqlPrograms.OwnAsync(server._folder);
        await PostgreSqlPrograms.RunAsync("initdb", "-D", server.Data, "-U", "postgres", "--auth=trust", "--encoding=UTF8");
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            server._port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        var options = string.Create(
            CultureInfo.InvariantCulture,
            $"-p {server._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={server._folder}"
        );
        await PostgreSqlPrograms.RunAsync(
            "pg_ctl",
            "start",
            "-D",
            server.Data,
            "-l",
            Path.Combine(server._folder, "log"),
            "-w",
            "-o",
            options
        );
        return server;
    }

    public async Task<IImportTarget> NewDatabaseAsync() => new PostgreSqlTarget(await CreateDatabaseAsync());

    /// <summary>The connection string of a new database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"import_{++_databases}");
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        await PostgreSqlPrograms.RunAsync("pg_ctl", "stop", "-D", Data, "-m", "fast", "-w");
        Directory.Delete(_folder, recursive: true);
    }

    private string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database}");
}
