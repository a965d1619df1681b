namespace Settlements.EntityFrameworkCore;

/// <summary>A context for one piece of work, and what is to be given back after it.</summary>
/// <param name="context">Ours; disposed with the session.</param>
/// <param name="host">What the context borrows its connection from; null when it has its own.</param>
internal sealed class StoreSession(SettlementsDbContext context, IAsyncDisposable? host = null) : IAsyncDisposable
{
    public SettlementsDbContext Context => context;

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync().ConfigureAwait(false);
        if (host is not null)
            await host.DisposeAsync().ConfigureAwait(false);
    }
}
