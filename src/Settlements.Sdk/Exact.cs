namespace Settlements;

/// <summary>Arithmetic with figures that may be unknown: what cannot be known or written down is null, never an exception and never a wrong number.</summary>
internal static class Exact
{
    /// <summary>The sum; null when a part is unknown or the sum is beyond what a decimal holds (7.9e28).</summary>
    internal static decimal? Sum(decimal? left, decimal? right)
    {
        try
        {
            return left + right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The product; null when a factor is unknown or the product is beyond what a decimal holds.</summary>
    internal static decimal? Product(decimal? left, decimal? right)
    {
        try
        {
            return left * right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
