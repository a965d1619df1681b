using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>The connection of an import: what goes wrong on it is said as the stores say it.</summary>
internal sealed class ImportConnection : IAsyncDisposable
{
    private readonly StoreDatabase _database;
    private readonly StoreSession _store;

    private ImportConnection(StoreDatabase database, StoreSession store)
    {
        (_database, _store) = (database, store);
        Session = store.Context.Database.IsNpgsql()
            ? new PostgreSqlImportSession(store.Context)
            : new SqliteImportSession(store.Context, database.Writer);
    }

    public ImportSession Session { get; }

    /// <exception cref="StoreException">The database did not do it.</exception>
    public static async Task<ImportConnection> OpenAsync(StoreDatabase database, CancellationToken cancellationToken)
    {
        var connection = new ImportConnection(database, await database.LendAsync(cancellationToken).ConfigureAwait(false));
        try
        {
            await connection.DoAsync(session => session.OpenAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <exception cref="StoreException">The database did not do it.</exception>
    public Task DoAsync(Func<ImportSession, Task> work, CancellationToken cancellationToken) =>
        _database.AnswerAsync(
            async () =>
            {
                await work(Session).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );

    /// <summary>Reads rows one after the other, however many there are.</summary>
    /// <exception cref="StoreException">The database did not do it.</exception>
    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(
        string sql,
        Func<DbDataReader, TRow> read,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var command = Session.Command(sql);
        await using var _ = command.ConfigureAwait(false);
        var reader = await _database
            .AnswerAsync(() => command.ExecuteReaderAsync(cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        while (await _database.AnswerAsync(() => reader.ReadAsync(cancellationToken), cancellationToken).ConfigureAwait(false))
            yield return read(reader);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await DoAsync(session => session.CloseAsync(), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            await _store.DisposeAsync().ConfigureAwait(false);
        }
    }
}
