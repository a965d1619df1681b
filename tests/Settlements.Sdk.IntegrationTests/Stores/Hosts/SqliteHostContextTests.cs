using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Settlements.IntegrationTests.Stores.Hosts;

public sealed class SqliteHostContextTests : HostContextTests
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("settlements-host-");

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "shop.db")}";

    protected override Task CreateDatabaseAsync() => Task.CompletedTask;

    protected override void Connect(DbContextOptionsBuilder builder) => builder.UseSqlite(ConnectionString);

    protected override Task RemoveDatabaseAsync()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
