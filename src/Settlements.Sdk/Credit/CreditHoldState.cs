namespace Settlements.Credit;

/// <summary>Where a hold stands in its life.</summary>
public enum CreditHoldState
{
    /// <summary>Placed by an order check; ends by itself at its expiry unless it is confirmed.</summary>
    Placed,

    /// <summary>The order was placed: the hold stays until it is released or settled.</summary>
    Confirmed,

    /// <summary>1C's document of the order stands in the balance now, and counts there.</summary>
    Settled,
}
