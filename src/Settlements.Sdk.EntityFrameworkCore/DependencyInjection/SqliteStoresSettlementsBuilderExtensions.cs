using Settlements.EntityFrameworkCore;
using Settlements.EntityFrameworkCore.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds stores that survive the process, in a file.</summary>
public static class SqliteStoresSettlementsBuilderExtensions
{
    /// <summary>Keeps everything that the library keeps in a SQLite file: balances, payment export, accounts, credit holds, payment terms, links, decisions, reminders, the overdue register and credit flags.</summary>
    /// <remarks>
    /// <para>
    /// Takes the place of stores that are registered already. Leases and holds end by the registered <see cref="TimeProvider"/>, by the system's clock when there is
    /// none. <see cref="SettlementsDatabase"/> is registered too.
    /// </para>
    /// <para>
    /// The file is made at first use, or brought up to date, in WAL mode, with <c>-wal</c> and <c>-shm</c> beside it while it is in use; several processes of one
    /// machine may share it, but not over a network drive. Each change is on the disk when its call returns. A file of another program, or of a later version of the
    /// library, is refused at first use with an <see cref="InvalidOperationException"/> and not touched.
    /// </para>
    /// <para>Amounts are kept as text and are exact, moments and dates as ISO 8601 text, moments in UTC to the nanosecond.</para>
    /// </remarks>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="path">The file; a relative one counts from the folder the program runs in. Its folder must be there.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank, or names no file: <c>:memory:</c>, <c>file:</c>.</exception>
    public static SettlementsBuilder AddSqliteStores(this SettlementsBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (path.StartsWith(':') || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The stores survive the process in a file, and '{path}' is none: give a path.", nameof(path));

        var file = Path.GetFullPath(path);
        return builder.AddStoresOver(_ => new SqliteDatabase(file));
    }
}
