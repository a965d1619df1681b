namespace Settlements.EntityFrameworkCore;

/// <summary>The stores' own database, for whoever makes its tables at a moment of their choice. A host's own context is migrated by the host.</summary>
public sealed class SettlementsDatabase
{
    private readonly OwnDatabase _database;

    internal SettlementsDatabase(OwnDatabase database) => _database = database;

    /// <summary>Makes the tables or brings them up to date. Of several processes that call it at once one does it and the others wait.</summary>
    /// <remarks>All of it is one transaction: a crash leaves the database as it was.</remarks>
    /// <param name="cancellationToken">Cancels; then nothing has changed.</param>
    /// <exception cref="InvalidOperationException">The database is another program's, or of a later version of the library.</exception>
    /// <exception cref="StoreException">The database did not do it.</exception>
    public Task MigrateAsync(CancellationToken cancellationToken = default) => _database.MigrateAsync(cancellationToken);

    /// <summary>The SQL that makes the tables, without a connection.</summary>
    /// <returns>
    /// For PostgreSQL a script that skips what the database has already, for its administrator to run again after each update of the library; for SQLite the tables
    /// of an empty file, to read.
    /// </returns>
    public string GenerateScript() => _database.GenerateScript();
}
