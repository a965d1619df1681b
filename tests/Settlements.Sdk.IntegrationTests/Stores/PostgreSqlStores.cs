using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Settlements.EntityFrameworkCore;
using Settlements.IntegrationTests.Servers;

namespace Settlements.IntegrationTests.Stores;

/// <summary>A PostgreSQL database of one test with the stores' tables, opened as a host opens it.</summary>
internal sealed class PostgreSqlStores(PostgreSqlServer server)
{
    private static readonly ConcurrentDictionary<PostgreSqlServer, Task<string>> Templates = [];

    private readonly List<ServiceProvider> _open = [];
    private string? _database;

    /// <summary>The connection string.</summary>
    public string Database => _database ?? throw new InvalidOperationException("Call CreateAsync first.");

    public async Task CreateAsync() =>
        _database = await server.CreateDatabaseAsync(await Templates.GetOrAdd(server, static server => CreateTemplateAsync(server)));

    /// <summary>The stores over the database; each call opens it anew, as another process does.</summary>
    public ServiceProvider Open(TimeProvider? time = null)
    {
        var provider = Open(Database, time);
        _open.Add(provider);
        return provider;
    }

    /// <summary>Closes what was opened and drops the database.</summary>
    public async Task RemoveAsync()
    {
        foreach (var provider in _open)
            await provider.DisposeAsync();
        if (_database is not null)
            await server.DropDatabaseAsync(_database);
    }

    private static async Task<string> CreateTemplateAsync(PostgreSqlServer server)
    {
        var database = await server.CreateDatabaseAsync();
        await using var provider = Open(database, time: null);
        await provider.GetRequiredService<SettlementsDatabase>().MigrateAsync();
        return new NpgsqlConnectionStringBuilder(database).Database!;
    }

    private static ServiceProvider Open(string database, TimeProvider? time)
    {
        var services = new ServiceCollection();
        if (time is not null)
            services.AddSingleton(time);
        services.AddSettlements().AddPostgreSqlStores(database);
        return services.BuildServiceProvider();
    }
}
