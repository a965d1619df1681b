using Microsoft.EntityFrameworkCore;
using Settlements.EntityFrameworkCore;
using Settlements.EntityFrameworkCore.PostgreSql;
using Settlements.EntityFrameworkCore.Sqlite;
using Settlements.Tests.Conventions;

namespace Settlements.IntegrationTests.Stores.Schema;

/// <summary>
/// The model has not changed without a migration. After a change of the model: write the migration for both databases, then
/// <c>SETTLEMENTS_APPROVE_MODEL=1 dotnet test tests/Settlements.Sdk.IntegrationTests --filter ModelSnapshotTests</c> and <c>dotnet csharpier format .</c>.
/// </summary>
public sealed class ModelSnapshotTests
{
    [Fact]
    public void Is_that_of_the_last_migration_in_SQLite() =>
        Check(
            new SqliteSettlementsDbContext(
                SettlementsDbContext.OptionsOf(new DbContextOptionsBuilder<SqliteSettlementsDbContext>().UseSqlite("Data Source=none.db"))
            ),
            "Sqlite",
            "Settlements.EntityFrameworkCore.Sqlite"
        );

    [Fact]
    public void Is_that_of_the_last_migration_in_PostgreSQL() =>
        Check(
            new PostgreSqlSettlementsDbContext(
                SettlementsDbContext.OptionsOf(new DbContextOptionsBuilder<PostgreSqlSettlementsDbContext>().UseNpgsql("Host=none.invalid"))
            ),
            "PostgreSql",
            "Npgsql.EntityFrameworkCore.PostgreSQL.Metadata",
            "Settlements.EntityFrameworkCore.PostgreSql"
        );

    private static void Check(SettlementsDbContext context, string subject, params string[] usings)
    {
        using var _ = context;
        if (Environment.GetEnvironmentVariable("SETTLEMENTS_APPROVE_MODEL") == "1")
        {
            var path = Repository.Path("src", "Settlements.Sdk.EntityFrameworkCore", "Migrations", subject, subject + "Snapshot.cs");
            File.WriteAllText(path, SnapshotSource.Of(context, subject, usings));
            return;
        }

        context.Database.HasPendingModelChanges().Should().BeFalse("a change of the model needs a migration, and its snapshot");
    }
}
