namespace Settlements.Credit;

/// <summary>May the order be placed? The worst finding decides.</summary>
public enum CreditVerdict
{
    /// <summary>Yes; there are no findings.</summary>
    Allow,

    /// <summary>Yes, and there is something a person should know.</summary>
    Warn,

    /// <summary>No.</summary>
    Block,
}
