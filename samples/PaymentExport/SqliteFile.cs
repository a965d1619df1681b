using Microsoft.Data.Sqlite;

namespace PaymentExport;

/// <summary>The state file: one connection, one transaction at a time, each on the disk before it is answered.</summary>
internal sealed class SqliteFile : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE IF NOT EXISTS queue (id TEXT PRIMARY KEY, place INTEGER NOT NULL, account TEXT NOT NULL, version INTEGER NOT NULL, state INTEGER NOT NULL,
          attempts INTEGER NOT NULL, error_kind INTEGER, error_message TEXT, error_candidates TEXT, next_attempt INTEGER, enqueued_at INTEGER NOT NULL,
          token TEXT, leased_until INTEGER, document TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS journal (id TEXT NOT NULL, version INTEGER NOT NULL, step INTEGER NOT NULL, mark TEXT NOT NULL, payment INTEGER, client INTEGER NOT NULL,
          payer INTEGER NOT NULL, matched INTEGER NOT NULL, amount TEXT NOT NULL, currency TEXT NOT NULL, began_at INTEGER NOT NULL, PRIMARY KEY (id, version));
        CREATE TABLE IF NOT EXISTS codes (id TEXT PRIMARY KEY, payment INTEGER, mark TEXT, payer INTEGER, matched INTEGER, removed INTEGER NOT NULL, exported_at INTEGER NOT NULL,
          document TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS codes_payment ON codes (payment);
        CREATE TABLE IF NOT EXISTS accounts (id INTEGER PRIMARY KEY, client INTEGER NOT NULL, client_name TEXT, provider INTEGER NOT NULL, currency TEXT NOT NULL, active INTEGER,
          missing_since INTEGER);
        CREATE TABLE IF NOT EXISTS loads (one INTEGER PRIMARY KEY CHECK (one = 1), loaded_at INTEGER NOT NULL);
        """;

    private readonly SqliteConnection _connection;
    private readonly Lock _lock = new();

    public SqliteFile(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        _connection.Open();
        Execute(Schema);
    }

    public Task<T> InTransactionAsync<T>(Func<SqliteFile, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            var result = work(this);
            transaction.Commit();
            return Task.FromResult(result);
        }
    }

    public int Execute(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
