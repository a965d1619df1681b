using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Settlements.Payments;

namespace Settlements.IntegrationTests.Stores;

/// <summary>A SQLite file in a folder of its own, opened as a host opens it.</summary>
internal sealed class StoreFile
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("settlements-stores-");
    private readonly List<ServiceProvider> _open = [];

    public string Path => System.IO.Path.Combine(_folder.FullName, "state.db");

    /// <summary>The stores over the file; each call opens it anew, as another process does.</summary>
    public ServiceProvider Open(TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        if (time is not null)
            services.AddSingleton(time);
        services.AddSettlements().AddSqliteStores(Path);
        var provider = services.BuildServiceProvider();
        _open.Add(provider);
        return provider;
    }

    public IPaymentExportStore OpenStore(TimeProvider? time = null) => Open(time).GetRequiredService<IPaymentExportStore>();

    /// <summary>Runs SQL beside the stores and gives back the first column of every row.</summary>
    public List<string> Query(string sql, int column = 0)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> values = [];
        while (reader.Read())
            values.Add(reader.GetString(column));
        return values;
    }

    public void Remove()
    {
        _open.ForEach(provider => provider.Dispose());
        _folder.Delete(recursive: true);
    }

    public Task RemoveAsync()
    {
        Remove();
        return Task.CompletedTask;
    }
}
