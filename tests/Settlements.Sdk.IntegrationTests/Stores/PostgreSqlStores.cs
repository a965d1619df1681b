using Microsoft.Extensions.DependencyInjection;
using Settlements.IntegrationTests.Servers;

namespace Settlements.IntegrationTests.Stores;

/// <summary>A PostgreSQL database of one test, opened as a host opens it.</summary>
internal sealed class PostgreSqlStores(PostgreSqlServer server) : IDisposable
{
    private readonly List<ServiceProvider> _open = [];

    /// <summary>The connection string; null before <see cref="CreateAsync"/>.</summary>
    public string? Database { get; private set; }

    public async Task CreateAsync() => Database = await server.CreateDatabaseAsync();

    /// <summary>The stores over the database; each call opens it anew, as another process does.</summary>
    public ServiceProvider Open(TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        if (time is not null)
            services.AddSingleton(time);
        services.AddSettlements().AddPostgreSqlStores(Database!);
        var provider = services.BuildServiceProvider();
        _open.Add(provider);
        return provider;
    }

    public void Dispose() => _open.ForEach(provider => provider.Dispose());
}
