namespace Settlements.Credit;

/// <summary>Keeps every decision that <see cref="OrderCheck"/> makes, for those who ask later why an order was or was not placed.</summary>
/// <remarks>
/// Entries are only ever added; an order that is checked twice has two. Every method is atomic, across processes for a shared store. What is given comes back as it
/// was given, moments to 100 nanoseconds (the step of <see cref="TimeProvider"/>).
/// </remarks>
public interface ICreditDecisionLog
{
    /// <summary>Adds an entry.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="entry"/> is null.</exception>
    Task AppendAsync(CreditDecisionEntry entry, CancellationToken cancellationToken);

    /// <summary>A page of entries, the latest <see cref="CreditDecisionEntry.DecidedAt"/> first; of one moment the one that was added last first.</summary>
    /// <remarks>An entry that is added between two pages moves no other one: none is shown twice and none left out.</remarks>
    /// <param name="counterparty">Whose; null for everybody's.</param>
    /// <param name="after">Where the page before ended: its <see cref="CreditDecisionPage.Next"/>; null for the first page.</param>
    /// <param name="limit">At most this many, above zero.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above zero.</exception>
    /// <exception cref="FormatException"><paramref name="after"/> is no position of this log.</exception>
    Task<CreditDecisionPage> ListAsync(CounterpartyId? counterparty, string? after, int limit, CancellationToken cancellationToken);
}
