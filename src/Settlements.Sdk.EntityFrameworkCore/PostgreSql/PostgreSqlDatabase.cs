using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Settlements.EntityFrameworkCore.PostgreSql;

/// <summary>A PostgreSQL database of the stores, shared with other threads, processes and machines.</summary>
/// <param name="source">Makes the connections.</param>
/// <param name="ownsSource">True to dispose it too.</param>
/// <param name="migrates">Whether the tables are made and brought up to date at first use.</param>
internal sealed class PostgreSqlDatabase(NpgsqlDataSource source, bool ownsSource, bool migrates)
    : OwnDatabase(new PooledDbContextFactory<PostgreSqlSettlementsDbContext>(Options(source)).CreateDbContext, migrates)
{
    protected override Task EnsureSchemaAsync(SettlementsDbContext context, bool migrates, CancellationToken cancellationToken) =>
        PostgreSqlSchema.EnsureAsync(context, migrates, cancellationToken);

    protected override string ScriptOf(IMigrator migrator) => migrator.GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && ownsSource)
            source.Dispose();
    }

    private static DbContextOptions<PostgreSqlSettlementsDbContext> Options(NpgsqlDataSource source) =>
        SettlementsDbContext.OptionsOf(
            new DbContextOptionsBuilder<PostgreSqlSettlementsDbContext>().UseNpgsql(
                source,
                postgres => postgres.MigrationsHistoryTable(SettlementsDbContext.HistoryTable)
            )
        );
}
