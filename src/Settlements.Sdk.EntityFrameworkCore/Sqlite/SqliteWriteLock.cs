using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Settlements.EntityFrameworkCore.Sqlite;

/// <summary>Waits to be the one writer of a file.</summary>
/// <remarks>
/// SQLite keeps no queue of writers: whoever asks at the right moment is next. The waits built into it and into its provider grow to a tenth of a second and
/// more, so that of several busy processes one may never ask at the right moment. Asked every few milliseconds, each has its turn; and no thread is held meanwhile.
/// </remarks>
internal static class SqliteWriteLock
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // Deletes nothing, and is a write all the same.
    private const string Write = "DELETE FROM \"SettlementsTurns\" WHERE 0";

    /// <summary>Makes a transaction that has read nothing yet the writer.</summary>
    /// <exception cref="SqliteException">Others have written for a minute without a gap, or one of them hangs.</exception>
    public static async Task TakeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        var began = TimeProvider.System.GetTimestamp();
        int result;
        while ((result = raw.sqlite3_exec(handle, Write)) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            if (TimeProvider.System.GetElapsedTime(began) > Longest)
                break;
            // Not in step with the others.
            var pause = TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, 6));
            await Task.Delay(pause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }

        SqliteException.ThrowExceptionForRC(result, handle);
    }
}
