using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Settlements.EntityFrameworkCore.Sqlite;

/// <summary>The stores' SQLite file, shared with other threads and processes. Its tables are made at first use.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly string _path;
    private readonly string _connectionString;
    private readonly PooledDbContextFactory<SettlementsDbContext> _contexts;
    private readonly SemaphoreSlim _writer = new(1, 1);
    private volatile bool _isReady;

    /// <param name="path">The file; its folder must be there.</param>
    public SqliteDatabase(string path)
    {
        _path = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;
        _contexts = new PooledDbContextFactory<SettlementsDbContext>(
            new DbContextOptionsBuilder<SettlementsDbContext>()
                .UseSqlite(_connectionString)
                .AddInterceptors(new SqliteConnectionSettings())
                .Options
        );
    }

    /// <summary>Does all of a piece of work or nothing, alone among all writers of all processes; on the disk when it returns.</summary>
    public async Task<T> InTransactionAsync<T>(Func<SettlementsDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        await EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
        // Writers of this process queue here and not in SQLite, where each would hold a thread.
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var context = await _contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = context.ConfigureAwait(false);
            // BEGIN IMMEDIATE: what is read is already locked against others.
            var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using var __ = transaction.ConfigureAwait(false);
            var result = await work(context).ConfigureAwait(false);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            // A commit is never cancelled half-way, so that a caller who sees a cancellation knows that nothing was written.
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Runs one query; several that must fit together belong in a transaction.</summary>
    public async Task<T> ReadAsync<T>(Func<SettlementsDbContext, Task<T>> query, CancellationToken cancellationToken)
    {
        await EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
        var context = await _contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = context.ConfigureAwait(false);
        return await query(context).ConfigureAwait(false);
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _writer.Dispose();
    }

    private async Task EnsureReadyAsync(CancellationToken cancellationToken)
    {
        if (_isReady)
            return;
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isReady)
                return;
            var context = await _contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = context.ConfigureAwait(false);
            await SqliteSchema.EnsureAsync(context, _path, cancellationToken).ConfigureAwait(false);
            _isReady = true;
        }
        catch (SqliteException e)
        {
            throw new InvalidOperationException($"The stores' file {_path} cannot be opened: {e.Message}", e);
        }
        finally
        {
            _writer.Release();
        }
    }
}
