using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Settlements.EntityFrameworkCore.Sqlite;

/// <summary>Settings that SQLite keeps for each connection: a commit is on the disk when it returns, and a lock of another process is waited for.</summary>
internal sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    // A writer holds the lock for milliseconds; who waits this long waits for a process that hangs in a debugger or on a dead disk.
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        var command = connection.CreateCommand();
        await using var _ = command.ConfigureAwait(false);
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
