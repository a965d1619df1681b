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
internal sealed class SqliteWriteLock(DbConnection connection)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly sqlite3 _handle = ((SqliteConnection)connection).Handle!;
    private readonly long _began = TimeProvider.System.GetTimestamp();

    /// <summary>Runs a statement as soon as nobody else writes.</summary>
    /// <param name="sql">In a transaction, one that has read nothing yet: what was read would be gone.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="SqliteException">The statement is wrong, or others have written for a minute without a gap, or one of them hangs.</exception>
    public async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        while (!TryRun(sql))
            await PauseAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a statement unless somebody else writes.</summary>
    /// <exception cref="SqliteException">As <see cref="RunAsync"/>.</exception>
    public bool TryRun(string sql)
    {
        var result = raw.sqlite3_exec(_handle, sql);
        var isBusy = (result & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;
        if (!isBusy || TimeProvider.System.GetElapsedTime(_began) > Longest)
            SqliteException.ThrowExceptionForRC(result, _handle);
        return !isBusy;
    }

    /// <summary>Waits a moment, not in step with others who wait.</summary>
    public static Task PauseAsync(CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, 6)), TimeProvider.System, cancellationToken);
}
