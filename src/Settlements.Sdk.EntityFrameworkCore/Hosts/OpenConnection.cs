using Microsoft.EntityFrameworkCore;

namespace Settlements.EntityFrameworkCore.Hosts;

/// <summary>The host's connection, kept open; closed again unless the host has opened it itself.</summary>
internal sealed class OpenConnection(DbContext host) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await host.Database.CloseConnectionAsync().ConfigureAwait(false);
}
