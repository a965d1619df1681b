namespace Settlements.Balances;

/// <summary>Keeps the last known balance of each counterparty, the history of payments, and what was imported.</summary>
/// <remarks>
/// <para>Every method is atomic, across processes for a shared store: a reader sees a counterparty's figures and documents of one moment, and of an import all or
/// nothing. Nobody who reads waits for an import.</para>
/// <para>What is given comes back as it was given: amounts to their last digit, lists in their order, texts letter for letter, moments to 100 nanoseconds (the
/// step of <see cref="TimeProvider"/>). An amount that was not stated comes back as null, a list that was not given as null and not as an empty one. Only
/// <see cref="CounterpartyBalance.Notes"/> are not kept, and come back empty.</para>
/// </remarks>
public interface IBalanceStore
{
    /// <summary>The balance kept of a counterparty with its open documents; null when none was ever kept.</summary>
    /// <remarks>
    /// <see cref="CounterpartyBalance.Payments"/> holds the payments that came with these figures, null when the source gave no list; all that are known stand in
    /// <see cref="ListPaymentsAsync"/>.
    /// </remarks>
    Task<StoredBalance?> FindAsync(CounterpartyId counterparty, CancellationToken cancellationToken);

    /// <summary>Keeps a balance, unless the one kept is newer (has a later <see cref="StoredBalance.ReadAt"/>); its payments join the history.</summary>
    /// <remarks>
    /// One of the same moment takes the place of the one kept, and so does one in another currency. A balance that is saved while an import is applied is neither
    /// lost nor does the import put older figures over it; the call may wait until the import is committed or given up.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="balance"/> is null.</exception>
    /// <returns>False when the one kept is newer; then nothing has changed.</returns>
    Task<bool> SaveAsync(StoredBalance balance, CancellationToken cancellationToken);

    /// <summary>The counterparties that a balance is kept of, in the order of their GUIDs as text.</summary>
    /// <param name="after">Those after this one; null from the beginning.</param>
    /// <param name="limit">At most this many, above zero.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above zero.</exception>
    Task<IReadOnlyList<CounterpartyId>> ListAsync(CounterpartyId? after, int limit, CancellationToken cancellationToken);

    /// <summary>A page of a counterparty's payments, the latest day first; those without a day come last.</summary>
    /// <remarks>
    /// <para>A payment is known by its id, or, where the source gives none (null), by its number, day and amount; the same one is kept once, with the values that came
    /// last. One that a later answer leaves out stays: a source shows the last few.</para>
    /// <para>Payments of one day stand in an order of the store's own, the same at each call. A payment that joins between two pages moves no other one: none is
    /// shown twice and none left out.</para>
    /// </remarks>
    /// <param name="counterparty">Whose.</param>
    /// <param name="after">Where the page before ended: its <see cref="PaymentHistoryPage.Next"/>; null for the first page.</param>
    /// <param name="limit">At most this many, above zero.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above zero.</exception>
    /// <exception cref="FormatException"><paramref name="after"/> is no position of this store.</exception>
    Task<PaymentHistoryPage> ListPaymentsAsync(CounterpartyId counterparty, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>The last import that was committed; null before the first.</summary>
    Task<BalanceImportRecord?> FindLastImportAsync(CancellationToken cancellationToken);

    /// <summary>Begins an import. Until it is committed nobody sees anything of it.</summary>
    /// <param name="scope">What is imported. Its moment is the <see cref="StoredBalance.ReadAt"/> of every balance that the import brings.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    Task<IBalanceImport> BeginImportAsync(BalanceImportScope scope, CancellationToken cancellationToken);
}
