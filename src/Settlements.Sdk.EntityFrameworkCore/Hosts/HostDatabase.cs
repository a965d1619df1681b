using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Settlements.EntityFrameworkCore.Hosts;

/// <summary>The tables in a host's own context. Each piece of work has a connection and a transaction of its own.</summary>
internal sealed class HostDatabase<TContext>(IServiceProvider services) : StoreDatabase, IDisposable
    where TContext : DbContext
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private volatile bool _writesAlone;

    public override SemaphoreSlim? Writer => _writesAlone ? _writer : null;

    public void Dispose() => _writer.Dispose();

    protected override async Task<StoreSession> OpenAsync(CancellationToken cancellationToken)
    {
        IAsyncDisposable lender;
        TContext host;
        if (services.GetService<IDbContextFactory<TContext>>() is { } factory)
            lender = host = await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        else
        {
            var scope = services.CreateAsyncScope();
            (lender, host) = (scope, scope.ServiceProvider.GetRequiredService<TContext>());
        }

        try
        {
            // Opened by the host's context, so that its interceptors see it.
            await host.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            _writesAlone = host.Database.GetDbConnection() is SqliteConnection;
            return new StoreSession(HostModel.Beside(host), lender);
        }
        catch
        {
            await lender.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
