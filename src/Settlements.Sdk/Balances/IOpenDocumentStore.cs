using NodaTime;

namespace Settlements.Balances;

/// <summary>Finds open documents of all counterparties by their due date: what <see cref="IBalanceStore"/> keeps, seen from the other side.</summary>
/// <remarks>The same object implements both ports. It is a port of its own, because a host without reminders needs no index by due date.</remarks>
public interface IOpenDocumentStore
{
    /// <summary>A page of the documents of the balances kept that are due on or before a day, in an order of the store's own.</summary>
    /// <remarks>
    /// Those without a due date do not come, those whose <see cref="OpenDocument.Outstanding"/> is not stated do. A page is of one moment; a document that is
    /// neither added, removed nor changed while pages are read comes exactly once.
    /// </remarks>
    /// <param name="dueOnOrBefore">The last due date of interest.</param>
    /// <param name="after">Where the page before ended: its <see cref="OpenDocumentPage.Next"/>; null for the first page.</param>
    /// <param name="limit">At most this many, above zero.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above zero.</exception>
    /// <exception cref="FormatException"><paramref name="after"/> is no position of this store.</exception>
    Task<OpenDocumentPage> ListDueAsync(LocalDate dueOnOrBefore, string? after, int limit, CancellationToken cancellationToken);
}
