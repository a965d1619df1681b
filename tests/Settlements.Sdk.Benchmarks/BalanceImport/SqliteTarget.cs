using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Settlements.Balances;

namespace Settlements.Benchmarks.BalanceImport;

/// <summary>A SQLite file, in WAL mode and on the disk at commit, as the store has it; the baseline is a loop over a prepared insert.</summary>
internal sealed class SqliteTarget : IImportTarget
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("settlements-import-");

    private string File => Path.Combine(_folder.FullName, "balances.db");

    public void AddStores(SettlementsBuilder builder) => builder.AddSqliteStores(File);

    public async Task WriteBareAsync(IAsyncEnumerable<CounterpartyBalance> balances, bool withLists, string readAt)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using (var settings = connection.CreateCommand())
        {
            settings.CommandText = "PRAGMA synchronous = FULL";
            await settings.ExecuteNonQueryAsync();
        }

        await using var transaction = connection.BeginTransaction();
        await using var balance = Insert(connection, "SettlementsBalances", BareRow.Balances);
        await using var document = Insert(connection, "SettlementsOpenDocuments", BareRow.Documents);
        await using var payment = Insert(connection, "SettlementsBalancePayments", BareRow.Payments);
        await using var history = Insert(connection, "SettlementsPaymentHistory", BareRow.History);
        await foreach (var row in balances)
        {
            Run(balance, BareRow.Of(row, readAt));
            if (!withLists)
                continue;
            foreach (var values in BareRow.DocumentsOf(row))
                Run(document, values);
            foreach (var values in BareRow.PaymentsOf(row))
                Run(payment, values);
            foreach (var values in BareRow.HistoryOf(row))
                Run(history, values);
        }

        await transaction.CommitAsync();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, string columns)
    {
        var command = connection.CreateCommand();
        var names = columns.Split(',').Select((_, place) => FormattableString.Invariant($"@p{place}")).ToArray();
        command.CommandText = $"INSERT INTO \"{table}\" ({columns}) VALUES ({string.Join(", ", names)})";
        command.Parameters.AddRange(names.Select(name => new SqliteParameter { ParameterName = name }));
        return command;
    }

    private static void Run(SqliteCommand command, object?[] values)
    {
        for (var place = 0; place < values.Length; place++)
            command.Parameters[place].Value = values[place] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
