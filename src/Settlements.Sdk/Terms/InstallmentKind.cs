namespace Settlements.Terms;

/// <summary>Whether an instalment is paid ahead or given on credit.</summary>
public enum InstallmentKind
{
    /// <summary>Paid on its base date or before it: no credit is given for it.</summary>
    Prepayment,

    /// <summary>Paid after its base date: until then the customer owes it, and it counts against the credit limit.</summary>
    Deferred,
}
