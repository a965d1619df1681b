using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>An import into SQLite.</summary>
/// <remarks>
/// Rows come by a prepared insert into temporary tables, which SQLite keeps in a file of its own and not in the database: nobody waits for them. From
/// <see cref="BeginAsync"/> to the commit the import is the one writer; who reads sees the database as it was before.
/// </remarks>
/// <param name="context">Its connection belongs to the import until the end.</param>
/// <param name="writer">Where writers of this process queue; null when they do not.</param>
internal sealed class SqliteImportSession(SettlementsDbContext context, SemaphoreSlim? writer) : ImportSession(context, "temp")
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private bool _isWriter;
    private bool _isInTransaction;

    public override string OnlyWritten => "";

    // An amount is text here, so that it is exact.
    public override string IsPositive(string column) => $"({column} <> '0.0' AND {column} NOT LIKE '-%')";

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        // Another setting would keep a million rows in memory.
        await Context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await RunAsync("PRAGMA temp_store = FILE", cancellationToken).ConfigureAwait(false);
        foreach (var sql in ImportTablesSql.Drop(Tables))
            await RunAsync(sql, cancellationToken).ConfigureAwait(false);
        await base.OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    public override async Task StageAsync(StagedTable table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await RunAsync("BEGIN", cancellationToken).ConfigureAwait(false);
        try
        {
            Insert(table, rows, cancellationToken);
            await RunAsync("COMMIT", CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            await RunAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    public override Task IndexAsync(StagedTable table, CancellationToken cancellationToken) =>
        RunAsync(
            $"CREATE INDEX IF NOT EXISTS {table.Schema}.\"IX_{table.Name}\" ON \"{table.Name}\" (\"CounterpartyId\")",
            cancellationToken
        );

    public override async Task BeginAsync(string asOf, CancellationToken cancellationToken)
    {
        if (writer is not null)
            await writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        _isWriter = true;
        // Another process may import for longer than the provider would wait, and its own waiting holds a thread.
        await RunAsync("PRAGMA busy_timeout = 0", cancellationToken).ConfigureAwait(false);
        while (!TryBegin())
            await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        _isInTransaction = true;
    }

    public override async Task CommitAsync()
    {
        await RunAsync("COMMIT", CancellationToken.None).ConfigureAwait(false);
        _isInTransaction = false;
        Release();
    }

    public override async Task CloseAsync()
    {
        try
        {
            if (_isInTransaction)
                await RunAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
            _isInTransaction = false;
            foreach (var sql in ImportTablesSql.Drop(Tables))
                await RunAsync(sql, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            Release();
            await Context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    private bool TryBegin()
    {
        var handle = ((SqliteConnection)Connection).Handle!;
        var result = raw.sqlite3_exec(handle, "BEGIN IMMEDIATE");
        if (result == raw.SQLITE_BUSY)
            return false;
        SqliteException.ThrowExceptionForRC(result, handle);
        return true;
    }

    private void Insert(StagedTable table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var parameters = table
            .Shape.Columns.Select((_, place) => new SqliteParameter { ParameterName = FormattableString.Invariant($"@p{place}") })
            .ToArray();
        using var command = ((SqliteConnection)Connection).CreateCommand();
        command.CommandText =
            $"INSERT INTO {table} ({table.Shape.List()}) VALUES ({string.Join(", ", parameters.Select(parameter => parameter.ParameterName))})";
        command.Parameters.AddRange(parameters);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var place = 0; place < parameters.Length; place++)
                parameters[place].Value = row[place] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private void Release()
    {
        if (!_isWriter)
            return;
        _isWriter = false;
        writer?.Release();
    }
}
