using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Settlements.EntityFrameworkCore.Hosts;

/// <summary>The tables in a host's own context. Each piece of work has a connection and a transaction of its own.</summary>
internal sealed class HostDatabase<TContext>(IServiceProvider services) : StoreDatabase, IDisposable
    where TContext : DbContext
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private volatile SemaphoreSlim? _writers;
    private volatile bool _isKnown;

    public override SemaphoreSlim? Writer => _writers;

    public void Dispose() => _writer.Dispose();

    /// <summary>Finds out whether writers must queue; the tables are the host's matter.</summary>
    protected override async Task EnsureReadyAsync(CancellationToken cancellationToken)
    {
        if (_isKnown)
            return;
        var (host, lender) = await BorrowAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = lender.ConfigureAwait(false);
        _writers = host.Database.GetDbConnection() is SqliteConnection ? _writer : null;
        _isKnown = true;
    }

    protected override async Task<StoreSession> OpenAsync(CancellationToken cancellationToken)
    {
        var (host, lender) = await BorrowAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Opened by the host's context, so that its interceptors see it.
            await host.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return new StoreSession(HostModel.Beside(host), lender);
        }
        catch
        {
            await lender.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<(TContext Host, IAsyncDisposable Lender)> BorrowAsync(CancellationToken cancellationToken)
    {
        if (services.GetService<IDbContextFactory<TContext>>() is { } factory)
        {
            var made = await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            return (made, made);
        }

        var scope = services.CreateAsyncScope();
        return (scope.ServiceProvider.GetRequiredService<TContext>(), scope);
    }
}
