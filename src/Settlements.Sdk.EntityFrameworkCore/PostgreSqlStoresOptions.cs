namespace Settlements.EntityFrameworkCore;

/// <summary>How the stores treat their PostgreSQL database.</summary>
public sealed class PostgreSqlStoresOptions
{
    /// <summary>
    /// Whether the tables are made or brought up to date at first use. Set it to false where an administrator does that, or where the program's user may not create
    /// tables: a database that is not up to date is then refused until <see cref="SettlementsDatabase.MigrateAsync"/> was called or the script was run.
    /// </summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool MigrateAtFirstUse { get; set; } = true;
}
