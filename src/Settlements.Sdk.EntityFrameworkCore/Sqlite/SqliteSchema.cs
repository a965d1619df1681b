using Microsoft.EntityFrameworkCore;

namespace Settlements.EntityFrameworkCore.Sqlite;

/// <summary>Makes the tables in an empty file, and refuses a file that is another program's or of another version.</summary>
/// <remarks>
/// The file says whose it is and of which version in the two fields of its header that SQLite leaves to applications. They are written in the same transaction
/// as the tables: a crash leaves an empty file or a whole one, and of two processes that start at once the second finds the tables made.
/// </remarks>
internal static class SqliteSchema
{
    // Goes up with each change of the tables.
    private const long Version = 1;

    // "SETL" in ASCII.
    private const long ApplicationId = 0x5345544C;

    private const string Sign = "PRAGMA application_id = 0x5345544C; PRAGMA user_version = 1;";

    /// <exception cref="InvalidOperationException">The file is not one of these stores, or of a version that this one does not know.</exception>
    public static async Task EnsureAsync(SettlementsDbContext context, string path, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (await IsMadeAsync(context, path, cancellationToken).ConfigureAwait(false))
            return;

        // The mode stays in the file. It cannot be set inside a transaction.
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        if (await IsMadeAsync(context, path, cancellationToken).ConfigureAwait(false))
            return;

        await context.Database.ExecuteSqlRawAsync(context.Database.GenerateCreateScript(), cancellationToken).ConfigureAwait(false);
        await context.Database.ExecuteSqlRawAsync(Sign, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<bool> IsMadeAsync(SettlementsDbContext context, string path, CancellationToken cancellationToken)
    {
        var application = await NumberAsync(context, $"SELECT application_id AS Value FROM pragma_application_id", cancellationToken)
            .ConfigureAwait(false);
        var version = await NumberAsync(context, $"SELECT user_version AS Value FROM pragma_user_version", cancellationToken)
            .ConfigureAwait(false);
        if (application == ApplicationId && version == Version)
            return true;
        if (application == ApplicationId)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant(
                    $"The stores' file {path} is of version {version}, this program knows version {Version}. Use the version of the library that wrote it."
                )
            );
        }

        var tables = await NumberAsync(context, $"SELECT count(*) AS Value FROM sqlite_master", cancellationToken).ConfigureAwait(false);
        return application == 0 && version == 0 && tables == 0
            ? false
            : throw new InvalidOperationException($"{path} is the database of another program. Name a file of its own for the stores.");
    }

    private static async Task<long> NumberAsync(SettlementsDbContext context, FormattableString query, CancellationToken cancellationToken)
    {
        var numbers = await context.Database.SqlQuery<long>(query).ToListAsync(cancellationToken).ConfigureAwait(false);
        return numbers.Single();
    }
}
