using NodaTime;
using Settlements.Payments;

namespace PaymentExport;

/// <summary>The panel's accounts in the state file.</summary>
internal sealed class SqliteAccountDirectory(SqliteFile file) : IAccountDirectory
{
    public Task<IReadOnlyList<ClientAccount>> ListAsync(CancellationToken cancellationToken) =>
        file.InTransactionAsync<IReadOnlyList<ClientAccount>>(
            db => db.Query("SELECT * FROM accounts", SqliteRows.Account),
            cancellationToken
        );

    public Task<Instant?> GetLoadedAtAsync(CancellationToken cancellationToken) =>
        file.InTransactionAsync(
            db => db.Query("SELECT loaded_at FROM loads", row => (Instant?)Instant.FromUnixTimeTicks(row.GetInt64(0))).FirstOrDefault(),
            cancellationToken
        );

    public Task<int> ReplaceAsync(IReadOnlyCollection<ClientAccount> accounts, Instant loadedAt, CancellationToken cancellationToken) =>
        file.InTransactionAsync(
            db =>
            {
                var loaded = accounts.ToDictionary(account => account.Id);
                var known = db.Query("SELECT * FROM accounts", SqliteRows.Account);
                foreach (var account in accounts)
                    Put(db, account with { MissingSince = null });
                var gone = known.Where(account => account.MissingSince is null && !loaded.ContainsKey(account.Id)).ToList();
                foreach (var account in gone)
                    Put(db, account with { MissingSince = loadedAt });
                db.Execute("INSERT OR REPLACE INTO loads (one, loaded_at) VALUES (1, @at)", ("@at", SqliteRows.Ticks(loadedAt)));
                return gone.Count;
            },
            cancellationToken
        );

    private static void Put(SqliteFile db, ClientAccount account) =>
        db.Execute(
            """
            INSERT OR REPLACE INTO accounts (id, client, client_name, provider, currency, active, missing_since)
            VALUES (@id, @client, @name, @provider, @currency, @active, @missing)
            """,
            ("@id", account.Id),
            ("@client", account.ClientId),
            ("@name", account.ClientName),
            ("@provider", account.ProviderId),
            ("@currency", account.Currency.Code),
            ("@active", account.IsActive),
            ("@missing", account.MissingSince is { } since ? SqliteRows.Ticks(since) : null)
        );
}
