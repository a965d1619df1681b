using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Settlements.EntityFrameworkCore;

/// <summary>A database whose tables the stores make and bring up to date themselves.</summary>
/// <param name="newContext">Makes a context.</param>
/// <param name="migrates">Whether that happens at first use, or when somebody asks for it.</param>
internal abstract class OwnDatabase(Func<SettlementsDbContext> newContext, bool migrates) : StoreDatabase, IDisposable
{
    private readonly SemaphoreSlim _preparing = new(1, 1);
    private volatile bool _isReady;

    /// <summary>Makes the tables or brings them up to date.</summary>
    /// <exception cref="InvalidOperationException">The database is another program's, or of a later version.</exception>
    /// <exception cref="StoreException">The database did not do it.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PrepareAsync(isAsked: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (StoreProblems.IsOne(e))
        {
            throw StoreProblems.Of(e, Name);
        }
    }

    /// <summary>The SQL that makes the tables or brings them up to date; it skips what was done already.</summary>
    public string GenerateScript()
    {
        using var context = newContext();
        return ScriptOf(context.GetService<IMigrator>());
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected override Task<StoreSession> OpenAsync(CancellationToken cancellationToken) => Task.FromResult(new StoreSession(newContext()));

    protected override async Task EnsureReadyAsync(CancellationToken cancellationToken)
    {
        if (!_isReady)
            await PrepareAsync(migrates, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the tables or brings them up to date, or refuses the database.</summary>
    /// <param name="context">A context of its own.</param>
    /// <param name="migrates">False to refuse a database that is not up to date.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="InvalidOperationException">The database is another program's, of a later version, or waits for somebody to migrate it.</exception>
    protected abstract Task EnsureSchemaAsync(SettlementsDbContext context, bool migrates, CancellationToken cancellationToken);

    protected abstract string ScriptOf(IMigrator migrator);

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _preparing.Dispose();
    }

    private async Task PrepareAsync(bool isAsked, CancellationToken cancellationToken)
    {
        await _preparing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isReady)
                return;
            var context = newContext();
            await using var _ = context.ConfigureAwait(false);
            await EnsureSchemaAsync(context, isAsked, cancellationToken).ConfigureAwait(false);
            _isReady = true;
        }
        finally
        {
            _preparing.Release();
        }
    }
}
