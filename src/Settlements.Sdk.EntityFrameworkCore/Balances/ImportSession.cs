using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>The connection of one import, with tables of its own that end with it: what the two databases do differently.</summary>
/// <param name="context">Its connection belongs to the import until the end.</param>
/// <param name="temporary">The schema of the import's own tables.</param>
internal abstract class ImportSession(SettlementsDbContext context, string temporary)
{
    public ImportTables Tables { get; } = new(context, temporary);

    protected SettlementsDbContext Context { get; } = context;

    protected DbConnection Connection { get; } = context.Database.GetDbConnection();

    protected DbTransaction? Transaction { get; set; }

    /// <summary>Condition that an amount of a column is above zero.</summary>
    public abstract string IsPositive(string column);

    /// <summary>What joins the plan <c>p</c> with the balances that this import has written, and not somebody who saved meanwhile; empty where nobody can.</summary>
    public abstract string OnlyWritten { get; }

    /// <summary>Opens the connection and makes the tables.</summary>
    public virtual async Task OpenAsync(CancellationToken cancellationToken)
    {
        await Context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        foreach (var sql in ImportTablesSql.Create(Tables))
            await RunAsync(sql, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts rows into a table of the import.</summary>
    public abstract Task StageAsync(StagedTable table, IEnumerable<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>Called when all rows are there: makes what finds them quickly.</summary>
    public abstract Task IndexAsync(StagedTable table, CancellationToken cancellationToken);

    /// <summary>Waits until no other import is between here and its end, and begins the transaction.</summary>
    public abstract Task BeginAsync(string asOf, CancellationToken cancellationToken);

    /// <summary>Ends the transaction; all is in the database when it returns.</summary>
    public virtual async Task CommitAsync()
    {
        // A commit is never cancelled half-way, so that a caller who sees a cancellation knows that nothing was written.
        await Transaction!.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        await Transaction.DisposeAsync().ConfigureAwait(false);
        Transaction = null;
    }

    /// <summary>Gives up what is not committed, and the tables.</summary>
    public abstract Task CloseAsync();

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it wrote.</returns>
    public async Task<int> RunAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        var command = Command(sql, values);
        await using var _ = command.ConfigureAwait(false);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a query; the caller disposes the reader.</summary>
    public async Task<List<TRow>> QueryAsync<TRow>(
        string sql,
        Func<DbDataReader, TRow> read,
        CancellationToken cancellationToken,
        params (string Name, object? Value)[] values
    )
    {
        var command = Command(sql, values);
        await using var _ = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        List<TRow> rows = [];
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            rows.Add(read(reader));
        return rows;
    }

    public DbCommand Command(string sql, params (string Name, object? Value)[] values)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        // Millions of rows may take longer than a query may; the caller's token ends it.
        command.CommandTimeout = 0;
        command.Transaction = Transaction;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
