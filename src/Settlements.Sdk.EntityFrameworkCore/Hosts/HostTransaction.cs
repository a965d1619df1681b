using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Settlements.EntityFrameworkCore.Hosts;

/// <summary>The connection of one context of the host, and the transaction it has begun: what the stores write is kept or undone with the host's own rows.</summary>
internal sealed class HostTransaction(DbContext host) : StoreDatabase
{
    protected override bool IsJoined => host.Database.CurrentTransaction is not null;

    protected override async Task<StoreSession> OpenAsync(CancellationToken cancellationToken)
    {
        await host.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var connection = new OpenConnection(host);
        try
        {
            var context = HostModel.Beside(host);
            if (host.Database.CurrentTransaction is { } transaction)
                await context.Database.UseTransactionAsync(transaction.GetDbTransaction(), cancellationToken).ConfigureAwait(false);
            return new StoreSession(context, connection);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
