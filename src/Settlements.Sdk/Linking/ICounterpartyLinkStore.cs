namespace Settlements.Linking;

/// <summary>Keeps which counterparty each user buys for.</summary>
/// <remarks>
/// One link a user. Every method is atomic, across processes for a shared store. What is given comes back as it was given, moments to 100 nanoseconds (the step of
/// <see cref="TimeProvider"/>). A link to no counterparty is kept like any other made by hand; it is in nobody's way and stands in no list.
/// </remarks>
public interface ICounterpartyLinkStore
{
    /// <summary>The link of a user; null when there is none.</summary>
    Task<CounterpartyLink?> FindAsync(string userId, CancellationToken cancellationToken);

    /// <summary>The links to a counterparty, in the order of the users' identifiers (ordinal).</summary>
    Task<IReadOnlyList<CounterpartyLink>> ListAsync(CounterpartyId counterparty, CancellationToken cancellationToken);

    /// <summary>Keeps a link in place of the user's earlier one.</summary>
    /// <remarks>
    /// A link made by hand is replaced only by another made by hand. With <paramref name="isShared"/> false a counterparty that another user is linked to is
    /// refused, by hand too; of two calls at one moment one wins. Where both stand against it, <see cref="CounterpartyLinkOutcome.KeptByHand"/> is the answer.
    /// </remarks>
    /// <param name="link">The link.</param>
    /// <param name="isShared">Whether several users may be linked to one counterparty.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentNullException"><paramref name="link"/> is null.</exception>
    /// <returns>What became of it; nothing has changed unless it is <see cref="CounterpartyLinkOutcome.Saved"/>.</returns>
    Task<CounterpartyLinkOutcome> SaveAsync(CounterpartyLink link, bool isShared, CancellationToken cancellationToken);

    /// <summary>Forgets a user's link.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="alsoByHand">Whether a link made by hand is forgotten too; with false it stays.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when nothing was forgotten.</returns>
    Task<bool> RemoveAsync(string userId, bool alsoByHand, CancellationToken cancellationToken);
}
