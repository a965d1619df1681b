namespace Settlements.Linking;

/// <summary>The counterparties that 1C has: to be found, and to be added to.</summary>
/// <remarks>
/// A directory that cannot answer throws, a <see cref="SettlementsException"/> where it can: "none" means that there is none, and a new one may be registered because of it.
/// Safe for concurrent use.
/// </remarks>
public interface ICounterpartyDirectory
{
    /// <summary>All counterparties with a tax number, whatever their KPP: the head office and each branch.</summary>
    /// <param name="taxId">The number; a KPP in it narrows nothing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Every one, in any order; empty when there is none.</returns>
    Task<IReadOnlyList<DirectoryCounterparty>> FindByTaxIdAsync(TaxId taxId, CancellationToken cancellationToken);

    /// <summary>A counterparty by its GUID; null when the directory does not know it.</summary>
    Task<DirectoryCounterparty?> FindAsync(CounterpartyId counterparty, CancellationToken cancellationToken);

    /// <summary>Registers a counterparty.</summary>
    /// <remarks>
    /// Idempotent: of any number of calls with one <see cref="NewCounterparty.Key"/>, at one moment or years apart, one makes the counterparty and all give it. A tax
    /// number that is there already with the same KPP is not registered again, whatever the key.
    /// </remarks>
    Task<CounterpartyRegistration> RegisterAsync(NewCounterparty counterparty, CancellationToken cancellationToken);
}
