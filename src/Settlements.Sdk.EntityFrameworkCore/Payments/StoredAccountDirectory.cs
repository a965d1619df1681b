using Microsoft.EntityFrameworkCore;
using NodaTime;
using Settlements.EntityFrameworkCore.Turns;
using Settlements.Payments;

namespace Settlements.EntityFrameworkCore.Payments;

/// <summary>The panel's accounts in the database.</summary>
internal sealed class StoredAccountDirectory(StoreDatabase database) : IAccountDirectory
{
    public Task<IReadOnlyList<ClientAccount>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ClientAccount>>(
            async context =>
            {
                var rows = await context.Accounts.AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
                return [.. rows.Select(row => row.ToAccount())];
            },
            cancellationToken
        );

    public Task<Instant?> GetLoadedAtAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async context =>
            {
                var load = await context.AccountLoads.AsNoTracking().SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                return load?.LoadedAt;
            },
            cancellationToken
        );

    public Task<int> ReplaceAsync(IReadOnlyCollection<ClientAccount> accounts, Instant loadedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var loaded = accounts.ToDictionary(account => account.Id);
        return database.InTransactionAsync(
            async context =>
            {
                await context.TakeTurnAsync("accounts", cancellationToken).ConfigureAwait(false);
                var known = await context.Accounts.ToDictionaryAsync(row => row.Id, cancellationToken).ConfigureAwait(false);
                foreach (var account in loaded.Values)
                {
                    if (!known.TryGetValue(account.Id, out var row))
                        row = context.Accounts.Add(new AccountRow { Id = account.Id }).Entity;
                    row.Take(account);
                }

                var gone = known.Values.Where(row => row.MissingSince is null && !loaded.ContainsKey(row.Id)).ToList();
                foreach (var row in gone)
                    row.MissingSince = loadedAt;
                var load = await context.AccountLoads.SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                (load ?? context.AccountLoads.Add(new AccountLoadRow()).Entity).LoadedAt = loadedAt;
                return gone.Count;
            },
            cancellationToken
        );
    }
}
