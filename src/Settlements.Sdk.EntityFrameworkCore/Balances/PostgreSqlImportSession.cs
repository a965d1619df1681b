using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>An import into PostgreSQL.</summary>
/// <remarks>
/// <para>
/// Rows come by binary COPY into temporary tables, which write no log. Who saves a balance meanwhile goes on: the import looks at each row it writes again, and a save of
/// figures that are older than the import's, which could slip in behind it unseen, waits (<see cref="ImportTurns"/>).
/// </para>
/// <para>The locks belong to the connection, so that they end with it, however it ends.</para>
/// </remarks>
internal sealed class PostgreSqlImportSession(SettlementsDbContext context) : ImportSession(context, "pg_temp")
{
    private readonly ImportTurns _turns = new(context);

    public override string OnlyWritten =>
        $"JOIN {Tables.Balances} mine ON mine.\"CounterpartyId\" = p.\"CounterpartyId\" AND mine.xmin = pg_current_xact_id()::xid";

    public override string IsPositive(string column) => $"{column} > 0";

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await base.OpenAsync(cancellationToken).ConfigureAwait(false);
        // Sorting and joining a million rows; the server's own default is meant for queries of a page.
        await RunAsync("SET work_mem = '64MB'", cancellationToken).ConfigureAwait(false);
    }

    public override async Task StageAsync(StagedTable table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var importer = await ((NpgsqlConnection)Connection)
            .BeginBinaryImportAsync($"COPY {table} ({table.Shape.List()}) FROM STDIN (FORMAT BINARY)", cancellationToken)
            .ConfigureAwait(false);
        await using var _ = importer.ConfigureAwait(false);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(cancellationToken).ConfigureAwait(false);
            foreach (var value in row)
                await WriteAsync(importer, value, cancellationToken).ConfigureAwait(false);
        }

        await importer.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public override Task IndexAsync(StagedTable table, CancellationToken cancellationToken) =>
        RunAsync($"ANALYZE {table}", cancellationToken);

    public override async Task BeginAsync(string asOf, CancellationToken cancellationToken)
    {
        await RunAsync("SELECT pg_advisory_lock(@import)", cancellationToken, ("import", _turns.Import)).ConfigureAwait(false);
        await RunAsync(
                $"INSERT INTO {Tables.Turns} (\"Id\", \"AsOf\") VALUES (1, @asOf) ON CONFLICT (\"Id\") DO UPDATE SET \"AsOf\" = excluded.\"AsOf\"",
                cancellationToken,
                ("asOf", asOf)
            )
            .ConfigureAwait(false);
        Transaction = await Connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await RunAsync("SELECT pg_advisory_xact_lock(@merge)", cancellationToken, ("merge", _turns.Merge)).ConfigureAwait(false);
        // Those who passed the import before are let out.
        await RunAsync("SELECT pg_advisory_lock(@passing), pg_advisory_unlock(@passing)", cancellationToken, ("passing", _turns.Passing))
            .ConfigureAwait(false);
    }

    public override async Task CommitAsync()
    {
        await base.CommitAsync().ConfigureAwait(false);
        await RunAsync("SELECT pg_advisory_unlock(@import)", CancellationToken.None, ("import", _turns.Import)).ConfigureAwait(false);
    }

    public override async Task CloseAsync()
    {
        try
        {
            if (Transaction is not null)
                await Transaction.DisposeAsync().ConfigureAwait(false);
            Transaction = null;
            if (Connection.State == ConnectionState.Open)
                await ClearAsync().ConfigureAwait(false);
        }
        // The connection is gone, and with it the transaction, the tables and the locks.
        catch (NpgsqlException) when (Connection.State != ConnectionState.Open) { }
        finally
        {
            await Context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    // The connection goes back to its pool, which leaves all this to whoever takes it next.
    private async Task ClearAsync()
    {
        await RunAsync("SELECT pg_advisory_unlock_all()", CancellationToken.None).ConfigureAwait(false);
        await RunAsync("RESET work_mem", CancellationToken.None).ConfigureAwait(false);
        foreach (var sql in ImportTablesSql.Drop(Tables))
            await RunAsync(sql, CancellationToken.None).ConfigureAwait(false);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter importer, object? value, CancellationToken cancellationToken) =>
        value switch
        {
            null => importer.WriteNullAsync(cancellationToken),
            decimal number => importer.WriteAsync(number, NpgsqlDbType.Numeric, cancellationToken),
            string text => importer.WriteAsync(text, NpgsqlDbType.Text, cancellationToken),
            Guid id => importer.WriteAsync(id, NpgsqlDbType.Uuid, cancellationToken),
            bool flag => importer.WriteAsync(flag, NpgsqlDbType.Boolean, cancellationToken),
            int number => importer.WriteAsync(number, NpgsqlDbType.Integer, cancellationToken),
            long number => importer.WriteAsync(number, NpgsqlDbType.Bigint, cancellationToken),
            DateOnly day => importer.WriteAsync(day, NpgsqlDbType.Date, cancellationToken),
            _ => throw new ArgumentException($"A column takes no {value.GetType().Name}.", nameof(value)),
        };
}
