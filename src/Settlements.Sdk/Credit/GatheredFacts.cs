namespace Settlements.Credit;

/// <summary>What the ports said about an order, sorted for the rule.</summary>
/// <param name="Facts">For the rule.</param>
/// <param name="Counted">The holds of other orders that count beside the balance.</param>
/// <param name="HasOwnHold">Whether the order holds something already.</param>
/// <param name="BookedOrders">Orders whose documents stand in the balance.</param>
internal sealed record GatheredFacts(
    CreditFacts Facts,
    IReadOnlyList<CreditHold> Counted,
    bool HasOwnHold,
    IReadOnlySet<string> BookedOrders
);
