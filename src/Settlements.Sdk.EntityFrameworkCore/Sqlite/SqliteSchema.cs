using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Settlements.EntityFrameworkCore.Sqlite;

/// <summary>Makes the tables in an empty file or brings them up to date, and refuses a file that is another program's or of a later version.</summary>
/// <remarks>
/// The file says whose it is, and how many migrations it has had, in the two fields of its header that SQLite leaves to applications. They are written in the
/// same transaction as the tables: a crash leaves the file as it was, and of two processes that start at once the second finds the work done. Entity
/// Framework's own lock, a row that a killed process would leave behind for ever, lives and dies inside that transaction.
/// </remarks>
internal static class SqliteSchema
{
    // "SETL" in ASCII.
    private const long ApplicationId = 0x5345544C;

    /// <exception cref="InvalidOperationException">The file is not one of these stores, or of a version that this one does not know.</exception>
    public static async Task EnsureAsync(SettlementsDbContext context, string path, CancellationToken cancellationToken)
    {
        var migrations = context.Database.GetMigrations().ToList();
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var writer = new SqliteWriteLock(context.Database.GetDbConnection());
        if (await VersionAsync(context, path, migrations.Count, cancellationToken).ConfigureAwait(false) == migrations.Count)
            return;

        // The mode stays in the file. It cannot be set inside a transaction.
        await writer.RunAsync("PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
        while (!await TryMigrateAsync(context, writer, path, migrations, cancellationToken).ConfigureAwait(false))
            await SqliteWriteLock.PauseAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <returns>False when somebody else writes, who may be migrating.</returns>
    private static async Task<bool> TryMigrateAsync(
        SettlementsDbContext context,
        SqliteWriteLock writer,
        string path,
        List<string> migrations,
        CancellationToken cancellationToken
    )
    {
        var transaction = await context.BeginReadingAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        await using var __ = transaction.GetDbTransaction().ConfigureAwait(false);
        var version = await VersionAsync(context, path, migrations.Count, cancellationToken).ConfigureAwait(false);
        if (version == migrations.Count)
            return true;
        // The same number again: it makes this transaction the writer, or fails when what was read is no longer so.
        if (!writer.TryRun(FormattableString.Invariant($"PRAGMA user_version = {version}")))
            return false;
        if (version == 1)
            await EnterFirstAsync(context, migrations[0], cancellationToken).ConfigureAwait(false);
        await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        var sign = FormattableString.Invariant($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {migrations.Count};");
        await context.Database.ExecuteSqlRawAsync(sign, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>A file of version 1 has the tables of the first migration and no history.</summary>
    private static async Task EnterFirstAsync(SettlementsDbContext context, string migration, CancellationToken cancellationToken)
    {
        var history = context.GetService<IHistoryRepository>();
        var row = new HistoryRow(migration, ProductInfo.GetVersion());
        var sql = history.GetCreateIfNotExistsScript() + history.GetInsertScript(row);
        await context.Database.ExecuteSqlRawAsync(sql, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>How many migrations the file has had; 0 for an empty one.</returns>
    private static async Task<long> VersionAsync(SettlementsDbContext context, string path, int known, CancellationToken cancellationToken)
    {
        // One query, since somebody else may be making the file.
        var found = await context
            .Database.SqlQuery<FileHeader>(
                $"""
                SELECT a.application_id AS "Application", u.user_version AS "Version", (SELECT count(*) FROM sqlite_master) AS "Tables"
                FROM pragma_application_id a, pragma_user_version u
                """
            )
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        var (application, version, tables) = found.Single();
        if (application == ApplicationId && version >= 1 && version <= known)
            return version;
        if (application == ApplicationId)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant(
                    $"The stores' file {path} is of version {version}, this program knows version {known}. Use the version of the library that wrote it, or a later one."
                )
            );
        }

        return application == 0 && version == 0 && tables == 0
            ? 0
            : throw new InvalidOperationException($"{path} is the database of another program. Name a file of its own for the stores.");
    }

    private sealed record FileHeader(long Application, long Version, long Tables);
}
