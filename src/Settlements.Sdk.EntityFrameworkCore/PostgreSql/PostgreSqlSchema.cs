using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Settlements.EntityFrameworkCore.PostgreSql;

/// <summary>Makes the tables in a database or brings them up to date, and refuses one of a later version.</summary>
internal static class PostgreSqlSchema
{
    // "SETL" in ASCII. Of processes that start at once one migrates; the lock ends with its transaction, however that ends.
    private const string Lock = "SELECT pg_advisory_xact_lock(x'5345544C'::bigint)";

    /// <exception cref="InvalidOperationException">The database is of a later version, or waits for somebody to migrate it.</exception>
    public static async Task EnsureAsync(SettlementsDbContext context, bool migrates, CancellationToken cancellationToken)
    {
        if (await PendingAsync(context, cancellationToken).ConfigureAwait(false) is not { Count: > 0 } pending)
            return;
        if (!migrates)
        {
            throw new InvalidOperationException(
                $"The database of the stores lacks the migrations {string.Join(", ", pending)}. Call SettlementsDatabase.MigrateAsync, or run what GenerateScript gives."
            );
        }

        var transaction = await context.BeginWritingAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        await context.Database.ExecuteSqlRawAsync(Lock, cancellationToken).ConfigureAwait(false);
        // Asking for a history that is not there would end the transaction.
        var history = context.GetService<IHistoryRepository>().GetCreateIfNotExistsScript();
        await context.Database.ExecuteSqlRawAsync(history, cancellationToken).ConfigureAwait(false);
        await PendingAsync(context, cancellationToken).ConfigureAwait(false);
        await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<List<string>> PendingAsync(SettlementsDbContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false);
        return applied.Except(known, StringComparer.Ordinal).LastOrDefault() is { } later
            ? throw new InvalidOperationException(
                $"The database of the stores has the migration {later}, which this program does not know. Use the version of the library that made it, or a later one."
            )
            : [.. known.Except(applied, StringComparer.Ordinal)];
    }
}
