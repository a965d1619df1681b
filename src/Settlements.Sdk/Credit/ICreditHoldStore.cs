using NodaTime;

namespace Settlements.Credit;

/// <summary>Keeps the credit that orders have reserved. What makes two orders at one moment not spend one limit twice.</summary>
/// <remarks>
/// <para>A hold is known by counterparty and order. It <em>counts</em> while it is placed and not expired, while it is confirmed, and, for a balance whose
/// reading began at or before the moment it was settled, also when settled: that balance may not have seen the document yet.</para>
/// <para>Every method is atomic, across processes for a shared store. Time comes from an injected clock.</para>
/// </remarks>
public interface ICreditHoldStore
{
    /// <summary>The holds of a counterparty that count.</summary>
    /// <param name="counterparty">Whose.</param>
    /// <param name="balanceReadAt">When the reading of the balance began that they are to be added to; null without one, and then settled holds do not count.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<CreditHold>> ListAsync(CounterpartyId counterparty, Instant? balanceReadAt, CancellationToken cancellationToken);

    /// <summary>
    /// Places or changes an order's hold if the holds that count, without this order's own and those of <see cref="CreditHoldRequest.BookedOrders"/>, come to no
    /// more than the ceiling with it. A confirmed hold that is changed stays confirmed; a placed one starts its lifetime anew.
    /// </summary>
    /// <returns>The hold as it is now, or null when it does not fit; then nothing has changed. Holds in another currency than the ceiling do not fit.</returns>
    Task<CreditHold?> PlaceAsync(CreditHoldRequest request, CancellationToken cancellationToken);

    /// <summary>Says that the order was placed: its hold does not expire any more. Repeating it is harmless.</summary>
    /// <returns>False when the order has no hold that counts (never had, released, expired, settled): it must be checked again.</returns>
    Task<bool> ConfirmAsync(CounterpartyId counterparty, string orderId, CancellationToken cancellationToken);

    /// <summary>Gives the credit back, once: the order was cancelled.</summary>
    /// <returns>True for the one call that gave it back.</returns>
    Task<bool> ReleaseAsync(CounterpartyId counterparty, string orderId, CancellationToken cancellationToken);

    /// <summary>Hands holds over to the documents that have appeared in the balance for their orders.</summary>
    /// <returns>How many were handed over by this call.</returns>
    Task<int> SettleAsync(CounterpartyId counterparty, IReadOnlySet<string> bookedOrders, CancellationToken cancellationToken);

    /// <summary>Removes expired holds, and settled ones older than <paramref name="keepSettled"/>; they must be kept longer than the oldest balance a check may use: longer than <see cref="OrderCheckOptions.MaxSnapshotAge"/>.</summary>
    /// <returns>How many were removed.</returns>
    Task<int> ExpireAsync(Duration keepSettled, CancellationToken cancellationToken);
}
