using NodaTime;

namespace Settlements.Payments;

/// <summary>Keeps the accounts of the panel between two loads.</summary>
/// <remarks>One row an account, keyed by its id. Every method is atomic.</remarks>
public interface IAccountDirectory
{
    /// <summary>All accounts, those missing from the panel too, in no order.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<ClientAccount>> ListAsync(CancellationToken cancellationToken);

    /// <summary>When the accounts were last loaded.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Null before the first load.</returns>
    Task<Instant?> GetLoadedAtAsync(CancellationToken cancellationToken);

    /// <summary>Takes over a whole load: accounts given are added or updated and are not missing; the others are kept and marked missing, once.</summary>
    /// <param name="accounts">Every account of the panel.</param>
    /// <param name="loadedAt">When the load began.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many were marked missing by this call.</returns>
    Task<int> ReplaceAsync(IReadOnlyCollection<ClientAccount> accounts, Instant loadedAt, CancellationToken cancellationToken);
}
