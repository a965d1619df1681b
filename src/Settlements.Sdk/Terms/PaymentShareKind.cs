namespace Settlements.Terms;

/// <summary>How a line says which part of the total it takes.</summary>
public enum PaymentShareKind
{
    /// <summary>A percent of the total.</summary>
    PercentOfTotal,

    /// <summary>A percent of what the lines above left.</summary>
    PercentOfRemainder,

    /// <summary>An amount.</summary>
    Fixed,

    /// <summary>Everything that the lines above left; only the last line may say so.</summary>
    Remainder,
}
