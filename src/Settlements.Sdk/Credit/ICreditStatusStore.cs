using NodaTime;

namespace Settlements.Credit;

/// <summary>Keeps who is overdue: the register of overdue receivables, and the flag that takes credit away from a counterparty.</summary>
/// <remarks>
/// <para>
/// Two tables. The <em>register</em> has one row for each receivable and due date, open until it is closed, kept afterwards. The <em>flags</em> have one row a
/// counterparty, gone when the flag is lifted.
/// </para>
/// <para>
/// Every method is atomic, across processes for a shared store, and durable when it returns. No method reads a clock: business days come from the caller.
/// Identifiers of receivables compare letter for letter.
/// </para>
/// </remarks>
public interface ICreditStatusStore
{
    /// <summary>Enters a receivable into the register, once for its identifier and due date.</summary>
    /// <param name="entry">The entry; <see cref="OverdueEntry.ClosedOn"/> is null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when it was entered before, open or closed; then nothing has changed.</returns>
    /// <exception cref="ArgumentException">The entry is closed.</exception>
    Task<bool> RecordOverdueAsync(OverdueEntry entry, CancellationToken cancellationToken);

    /// <summary>Closes an open entry.</summary>
    /// <param name="receivable">The receivable's identifier.</param>
    /// <param name="due">The due date that was missed.</param>
    /// <param name="on">The business day on which nothing was overdue any more.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when there is no such entry or it is closed already; then nothing has changed.</returns>
    Task<bool> CloseOverdueAsync(string receivable, LocalDate due, LocalDate on, CancellationToken cancellationToken);

    /// <summary>A page of open entries, the earliest due date first, within one by the receivable's identifier in ordinal order.</summary>
    /// <param name="counterparty">Whose; null for everybody's.</param>
    /// <param name="after">Where the page before ended: its <see cref="OverduePage.Next"/>; null for the first page.</param>
    /// <param name="limit">At most this many, above zero.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <remarks>Entries that are closed or entered between two pages neither hide nor repeat another.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above zero.</exception>
    /// <exception cref="FormatException"><paramref name="after"/> is no position of this store.</exception>
    Task<OverduePage> ListOverdueAsync(CounterpartyId? counterparty, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Flags a counterparty. One that is flagged already gets the new cause and day, and a new version.</summary>
    /// <param name="counterparty">Whom.</param>
    /// <param name="receivable">The receivable that is the cause.</param>
    /// <param name="due">The due date that was missed.</param>
    /// <param name="on">The business day.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The flag as it is now, with a version that no flag had before.</returns>
    /// <exception cref="ArgumentException"><paramref name="counterparty"/> is <c>default(CounterpartyId)</c>.</exception>
    Task<CreditFlag> SetFlagAsync(
        CounterpartyId counterparty,
        string receivable,
        LocalDate due,
        LocalDate on,
        CancellationToken cancellationToken
    );

    /// <summary>Takes a flag away, unless it was set anew after it was read.</summary>
    /// <param name="flag">The flag as it was read; its <see cref="CreditFlag.Version"/> must still be the one kept.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False when the counterparty has no flag, or one of another version; then nothing has changed.</returns>
    Task<bool> LiftFlagAsync(CreditFlag flag, CancellationToken cancellationToken);

    /// <summary>The flag of a counterparty; null when it has none.</summary>
    Task<CreditFlag?> FindFlagAsync(CounterpartyId counterparty, CancellationToken cancellationToken);

    /// <summary>The flags that are set, in the order of their counterparties' GUIDs as text.</summary>
    /// <param name="after">Those after this counterparty; null from the beginning.</param>
    /// <param name="limit">At most this many, above zero.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above zero.</exception>
    Task<IReadOnlyList<CreditFlag>> ListFlagsAsync(CounterpartyId? after, int limit, CancellationToken cancellationToken);
}
