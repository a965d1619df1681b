using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Settlements.EntityFrameworkCore.PostgreSql;
using Settlements.EntityFrameworkCore.Sqlite;
using Settlements.EntityFrameworkCore.Turns;

namespace Settlements.EntityFrameworkCore.Hosts;

/// <summary>Our context beside a host's: on its connection and in its schema, but with changes of its own, so that the host's pending ones are not written behind its back.</summary>
internal static class HostModel
{
    /// <summary>A context on the host's connection.</summary>
    /// <exception cref="InvalidOperationException">The host's model has no tables of the stores.</exception>
    /// <exception cref="NotSupportedException">The host's database is neither SQLite nor PostgreSQL.</exception>
    public static SettlementsDbContext Beside(DbContext host)
    {
        var type =
            host.Model.FindEntityType(typeof(TurnRow))
            ?? throw new InvalidOperationException(
                $"{host.GetType().Name} has no tables of the stores: call modelBuilder.AddSettlements() in its OnModelCreating and add a migration."
            );
        var (connection, schema) = (host.Database.GetDbConnection(), type.GetSchema());
        if (host.Database.IsNpgsql())
        {
            var builder = new DbContextOptionsBuilder<PostgreSqlSettlementsDbContext>().UseNpgsql(connection);
            return new PostgreSqlSettlementsDbContext(SettlementsDbContext.OptionsOf(builder)) { Schema = schema };
        }

        if (connection is SqliteConnection)
        {
            var builder = new DbContextOptionsBuilder<SqliteSettlementsDbContext>().UseSqlite(connection);
            return new SqliteSettlementsDbContext(SettlementsDbContext.OptionsOf(builder)) { Schema = schema };
        }

        throw new NotSupportedException(
            $"{host.GetType().Name} works with {host.Database.ProviderName}: the stores know SQLite and PostgreSQL."
        );
    }
}
