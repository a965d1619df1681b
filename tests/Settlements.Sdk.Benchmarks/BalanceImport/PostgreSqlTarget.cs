using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;
using Settlements.Balances;

namespace Settlements.Benchmarks.BalanceImport;

/// <summary>A database of a PostgreSQL; the baseline is one binary COPY a table.</summary>
internal sealed class PostgreSqlTarget(string connectionString) : IImportTarget
{
    public void AddStores(SettlementsBuilder builder) => builder.AddPostgreSqlStores(connectionString);

    public async Task WriteBareAsync(IAsyncEnumerable<CounterpartyBalance> balances, bool withLists, string readAt)
    {
        await using var balance = await CopyAsync("SettlementsBalances", BareRow.Balances);
        await using var document = await CopyAsync("SettlementsOpenDocuments", BareRow.Documents);
        await using var payment = await CopyAsync("SettlementsBalancePayments", BareRow.Payments);
        await using var history = await CopyAsync("SettlementsPaymentHistory", BareRow.History);
        await foreach (var row in balances)
        {
            await WriteAsync(balance.Importer, BareRow.Of(row, readAt));
            if (!withLists)
                continue;
            foreach (var values in BareRow.DocumentsOf(row))
                await WriteAsync(document.Importer, values);
            foreach (var values in BareRow.PaymentsOf(row))
                await WriteAsync(payment.Importer, values);
            foreach (var values in BareRow.HistoryOf(row))
                await WriteAsync(history.Importer, values);
        }

        foreach (var copy in new[] { balance, document, payment, history })
            await copy.Importer.CompleteAsync();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP DATABASE \"{database.Database}\" WITH (FORCE)", connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<Copy> CopyAsync(string table, string columns)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return new Copy(connection, await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({columns}) FROM STDIN (FORMAT BINARY)"));
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter importer, object?[] values)
    {
        await importer.StartRowAsync();
        foreach (var value in values)
        {
            await (
                value switch
                {
                    null => importer.WriteNullAsync(),
                    decimal number => importer.WriteAsync(number, NpgsqlDbType.Numeric),
                    string text => importer.WriteAsync(text, NpgsqlDbType.Text),
                    Guid id => importer.WriteAsync(id, NpgsqlDbType.Uuid),
                    bool flag => importer.WriteAsync(flag, NpgsqlDbType.Boolean),
                    int number => importer.WriteAsync(number, NpgsqlDbType.Integer),
                    DateOnly day => importer.WriteAsync(day, NpgsqlDbType.Date),
                    _ => throw new ArgumentException($"No column takes {value.GetType().Name}.", nameof(values)),
                }
            );
        }
    }

    private sealed record Copy(NpgsqlConnection Connection, NpgsqlBinaryImporter Importer) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Importer.DisposeAsync();
            await Connection.DisposeAsync();
        }
    }
}
