using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Settlements.EntityFrameworkCore.Sqlite;

/// <summary>The tables in SQLite.</summary>
internal sealed class SqliteSettlementsDbContext(DbContextOptions<SqliteSettlementsDbContext> options) : SettlementsDbContext(options)
{
    // Deletes nothing, and is a write all the same.
    private const string NoWrite = "DELETE FROM \"SettlementsTurns\" WHERE 0";

    /// <summary>Nothing: who writes is alone.</summary>
    protected override string ForUpdate => "";

    /// <summary>Without statistics it takes any index with an equal column for as good as a partial one.</summary>
    protected override string By(string index) => $"INDEXED BY \"{index}\"";

    /// <summary>BEGIN, and the writer's lock at once: what is read is already locked against others.</summary>
    public override async Task<IDbContextTransaction> BeginWritingAsync(CancellationToken cancellationToken)
    {
        var transaction = await BeginReadingAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await new SqliteWriteLock(Database.GetDbConnection()).RunAsync(NoWrite, cancellationToken).ConfigureAwait(false);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>BEGIN DEFERRED: a writer goes on meanwhile, unseen.</summary>
    public override async Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var transaction = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false))!;
    }
}
