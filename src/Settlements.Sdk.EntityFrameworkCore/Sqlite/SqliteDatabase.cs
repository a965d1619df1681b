using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Settlements.EntityFrameworkCore.Sqlite;

/// <summary>The stores' SQLite file, shared with other threads and processes. Its tables are made at first use.</summary>
internal sealed class SqliteDatabase : OwnDatabase
{
    private readonly string _path;
    private readonly string _connectionString;
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <param name="path">The file; its folder must be there.</param>
    public SqliteDatabase(string path)
        : this(path, new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString) { }

    private SqliteDatabase(string path, string connectionString)
        : base(new PooledDbContextFactory<SqliteSettlementsDbContext>(Options(connectionString)).CreateDbContext, migrates: true) =>
        (_path, _connectionString) = (path, connectionString);

    protected override string Name => $"The stores' file {_path}";

    public override SemaphoreSlim Writer => _writer;

    protected override Task EnsureSchemaAsync(SettlementsDbContext context, bool migrates, CancellationToken cancellationToken) =>
        SqliteSchema.EnsureAsync(context, _path, cancellationToken);

    // SQLite has no conditions in scripts: it is for an empty file.
    protected override string ScriptOf(IMigrator migrator) => migrator.GenerateScript();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _writer.Dispose();
    }

    private static DbContextOptions<SqliteSettlementsDbContext> Options(string connectionString) =>
        SettlementsDbContext.OptionsOf(
            new DbContextOptionsBuilder<SqliteSettlementsDbContext>()
                .UseSqlite(connectionString, sqlite => sqlite.MigrationsHistoryTable(SettlementsDbContext.HistoryTable))
                .AddInterceptors(new SqliteConnectionSettings())
        );
}
