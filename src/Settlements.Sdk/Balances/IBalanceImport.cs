namespace Settlements.Balances;

/// <summary>An import into an <see cref="IBalanceStore"/> that is under way: rows are added, checked against each other, applied, and committed.</summary>
/// <remarks>
/// <para>Called in this order, by one caller: any number of the adding methods and of <see cref="KeepAsync"/>, <see cref="CheckAsync"/>, <see cref="ApplyAsync"/>,
/// <see cref="CommitAsync"/>; a call out of this order throws <see cref="InvalidOperationException"/>. Disposing it before the commit leaves the store as it was,
/// and so does the end of the process.</para>
/// <para>Rows are kept where they cost no memory: a file may have millions.</para>
/// </remarks>
public interface IBalanceImport : IAsyncDisposable
{
    /// <summary>Adds balances, with the documents and payments that stand in them.</summary>
    Task AddBalancesAsync(IReadOnlyList<ImportedBalance> rows, CancellationToken cancellationToken);

    /// <summary>Adds open documents that come in a file of their own; they belong to the balances of this import.</summary>
    /// <remarks>
    /// With <see cref="BalanceImportScope.HasDocuments"/> they are the <see cref="CounterpartyBalance.Documents"/> of their counterparties, in the order in which they
    /// are added and in place of what stands in the balances themselves; <see cref="BalanceFields.Documents"/> is then unstated for nobody.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The import's scope says that it has no documents.</exception>
    Task AddDocumentsAsync(IReadOnlyList<ImportedDocument> rows, CancellationToken cancellationToken);

    /// <summary>Adds payments that come in a file of their own. They join the history alone, whether their counterparty has a balance or not.</summary>
    /// <remarks>
    /// Payments of a counterparty whose figures in the store are newer than the import join too, but change none that is there. Those of one that is kept
    /// (<see cref="KeepAsync"/>) do not join.
    /// </remarks>
    Task AddPaymentsAsync(IReadOnlyList<ImportedPayment> rows, CancellationToken cancellationToken);

    /// <summary>
    /// Leaves counterparties as the store has them, neither changed nor cleared, because a row of theirs was rejected: what the file says of them is not whole.
    /// </summary>
    /// <remarks>Their rows are passed over, whenever they are added, and are counted nowhere. One that neither store nor import knows is harmless.</remarks>
    Task KeepAsync(IReadOnlyList<CounterpartyId> counterparties, CancellationToken cancellationToken);

    /// <summary>
    /// Finds what no row shows by itself: a counterparty that came twice, a document whose counterparty has no balance in this import or is in another currency.
    /// Their counterparties are kept (<see cref="KeepAsync"/>).
    /// </summary>
    /// <remarks>
    /// To be read to its end. Rows of counterparties that are kept already are not looked at; documents of one that came twice are not named beside its balances.
    /// </remarks>
    /// <returns>The rows that do not count, by part and line.</returns>
    IAsyncEnumerable<BalanceImportConflict> CheckAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Works the rows into the store, still unseen, and counts. A row does not replace figures that are newer than the import (whose
    /// <see cref="StoredBalance.ReadAt"/> is later than the scope's moment), and its absence does not clear them. Imports wait for each other here, until the one
    /// before is committed or disposed.
    /// </summary>
    /// <remarks>
    /// <para>Clearing makes of a balance what <see cref="StoredBalance.IsCleared"/> says, as of the import's moment, and takes debt, advance, overdue, documents and
    /// moment off <see cref="CounterpartyBalance.Unstated"/>. One that has nothing to clear becomes cleared too, without being counted.</para>
    /// </remarks>
    /// <param name="clearMissing">True for a full snapshot: whoever is not in it, and not kept, is cleared.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<BalanceImportChanges> ApplyAsync(bool clearMissing, CancellationToken cancellationToken);

    /// <summary>Makes the import visible as a whole, and remembers it as the last one.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
