using Microsoft.EntityFrameworkCore.Storage;

namespace Settlements.EntityFrameworkCore;

/// <summary>The database of the stores: where each piece of work gets its context, and its transaction.</summary>
internal abstract class StoreDatabase
{
    private const int MostTries = 5;

    /// <summary>How messages call it: the subject of a sentence.</summary>
    protected virtual string Name => "The database of the stores";

    /// <summary>Lets one writer of this process in at a time; null where the database lets many write.</summary>
    public virtual SemaphoreSlim? Writer => null;

    /// <summary>True when every piece of work is part of a transaction that somebody else ends.</summary>
    protected virtual bool IsJoined => false;

    /// <summary>Does all of a piece of work or nothing; in the database when it returns.</summary>
    /// <param name="work">What is to be done. It is done anew, with a fresh context, when the database found it in conflict with another transaction.</param>
    /// <param name="cancellationToken">Cancels, but not a commit that has begun.</param>
    /// <exception cref="StoreException">The database did not do it.</exception>
    public Task<T> InTransactionAsync<T>(Func<SettlementsDbContext, Task<T>> work, CancellationToken cancellationToken) =>
        AnswerAsync(() => WriteAsync(work, cancellationToken), cancellationToken);

    /// <summary>Runs one query; for several that must fit together there is <see cref="ReadTogetherAsync"/>.</summary>
    /// <exception cref="StoreException">The database gave no answer.</exception>
    public Task<T> ReadAsync<T>(Func<SettlementsDbContext, Task<T>> query, CancellationToken cancellationToken) =>
        AnswerAsync(
            async () =>
            {
                var session = await OpenAsync(cancellationToken).ConfigureAwait(false);
                await using var _ = session.ConfigureAwait(false);
                return await query(session.Context).ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <summary>Runs queries that see the database as it was at one moment.</summary>
    /// <exception cref="StoreException">The database gave no answer.</exception>
    public Task<T> ReadTogetherAsync<T>(Func<SettlementsDbContext, Task<T>> queries, CancellationToken cancellationToken) =>
        AnswerAsync(() => OnceAsync(queries, isReading: true, cancellationToken), cancellationToken);

    /// <summary>A connection for more than one transaction, such as an import; whoever borrows it disposes it.</summary>
    /// <exception cref="StoreException">The database gave none.</exception>
    public Task<StoreSession> LendAsync(CancellationToken cancellationToken) =>
        AnswerAsync(() => OpenAsync(cancellationToken), cancellationToken);

    /// <summary>Sees to it that the tables are there, once.</summary>
    protected virtual Task EnsureReadyAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A context for one piece of work.</summary>
    protected abstract Task<StoreSession> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Makes what a provider throws the stores' own exception.</summary>
    public async Task<T> AnswerAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            await EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
            return await ask().ConfigureAwait(false);
        }
        catch (Exception e) when (StoreProblems.IsOne(e))
        {
            throw StoreProblems.Of(e, Name);
        }
    }

    private async Task<T> WriteAsync<T>(Func<SettlementsDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        // Where only one can write, writers of this process queue here and not in the database, where each would hold a thread.
        var writer = Writer;
        if (writer is not null)
            await writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return await OnceAsync(work, isReading: false, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception e) when (tries < MostTries && !IsJoined && StoreProblems.IsConflict(e)) { }
            }
        }
        finally
        {
            writer?.Release();
        }
    }

    private async Task<T> OnceAsync<T>(Func<SettlementsDbContext, Task<T>> work, bool isReading, CancellationToken cancellationToken)
    {
        var session = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = session.ConfigureAwait(false);
        var context = session.Context;
        if (IsJoined)
        {
            var part = await work(context).ConfigureAwait(false);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return part;
        }

        // A piece of work that fails is undone as a whole.
        context.Database.AutoSavepointsEnabled = false;
        var transaction = await (
            isReading ? context.BeginReadingAsync(cancellationToken) : context.BeginWritingAsync(cancellationToken)
        ).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        // Entity Framework leaves one that it has not begun itself to its owner.
        await using var ___ = transaction.GetDbTransaction().ConfigureAwait(false);
        var result = await work(context).ConfigureAwait(false);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        // A commit is never cancelled half-way, so that a caller who sees a cancellation knows that nothing was written.
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return result;
    }
}
