namespace Settlements.Balances;

/// <summary>An import into an <see cref="IBalanceStore"/> that is under way: rows are added, checked against each other, applied, and committed.</summary>
/// <remarks>
/// <para>Called in this order, by one caller: any number of the adding methods, <see cref="CheckAsync"/>, <see cref="ApplyAsync"/>, <see cref="CommitAsync"/>. Disposing
/// it before the commit leaves the store as it was, and so does the end of the process.</para>
/// <para>Rows are kept where they cost no memory: a file may have millions.</para>
/// </remarks>
public interface IBalanceImport : IAsyncDisposable
{
    /// <summary>Adds balances, with the documents and payments that stand in them.</summary>
    Task AddBalancesAsync(IReadOnlyList<ImportedBalance> rows, CancellationToken cancellationToken);

    /// <summary>Adds open documents that come in a file of their own; they belong to the balances of this import.</summary>
    Task AddDocumentsAsync(IReadOnlyList<ImportedDocument> rows, CancellationToken cancellationToken);

    /// <summary>Adds payments that come in a file of their own.</summary>
    Task AddPaymentsAsync(IReadOnlyList<ImportedPayment> rows, CancellationToken cancellationToken);

    /// <summary>
    /// Leaves counterparties as the store has them, neither changed nor cleared, because a row of theirs was rejected: what the file says of them is not whole.
    /// </summary>
    Task KeepAsync(IReadOnlyList<CounterpartyId> counterparties, CancellationToken cancellationToken);

    /// <summary>
    /// Finds what no row shows by itself: a counterparty that came twice, a document whose counterparty has no balance in this import or is in another currency.
    /// Their counterparties are kept (<see cref="KeepAsync"/>).
    /// </summary>
    /// <returns>The rows that do not count, by part and line.</returns>
    IAsyncEnumerable<BalanceImportConflict> CheckAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Works the rows into the store, still unseen, and counts. A row does not replace figures that are newer than the import, and does not clear them. Imports
    /// wait for each other here.
    /// </summary>
    /// <param name="clearMissing">True for a full snapshot: whoever is not in it, and not kept, is cleared.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<BalanceImportChanges> ApplyAsync(bool clearMissing, CancellationToken cancellationToken);

    /// <summary>Makes the import visible as a whole, and remembers it as the last one.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
