namespace Settlements.Credit;

/// <summary>Keeps every decision that <see cref="OrderCheck"/> makes, for those who ask later why an order was or was not placed.</summary>
/// <remarks>Entries are only ever added. Every method is atomic, across processes for a shared store.</remarks>
public interface ICreditDecisionLog
{
    /// <summary>Adds an entry.</summary>
    Task AppendAsync(CreditDecisionEntry entry, CancellationToken cancellationToken);

    /// <summary>A page of entries, the latest first.</summary>
    /// <param name="counterparty">Whose; null for everybody's.</param>
    /// <param name="after">Where the page before ended: its <see cref="CreditDecisionPage.Next"/>; null for the first page.</param>
    /// <param name="limit">At most this many, above zero.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above zero.</exception>
    /// <exception cref="FormatException"><paramref name="after"/> is no position of this log.</exception>
    Task<CreditDecisionPage> ListAsync(CounterpartyId? counterparty, string? after, int limit, CancellationToken cancellationToken);
}
