namespace Settlements.Terms;

/// <summary>Which part of an order a payment method may pay.</summary>
public enum PayablePart
{
    /// <summary>Nothing: the method is hidden.</summary>
    Nothing,

    /// <summary>The prepayment alone.</summary>
    Prepayment,

    /// <summary>Every part.</summary>
    Everything,
}
