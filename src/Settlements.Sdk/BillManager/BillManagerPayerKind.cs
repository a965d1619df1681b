namespace Settlements.BillManager;

/// <summary>What kind of person a payer is (<c>profiletype</c>); a code that is not listed keeps its number.</summary>
public enum BillManagerPayerKind
{
    /// <summary>A natural person («физическое лицо»).</summary>
    Person = 1,

    /// <summary>A legal entity («юридическое лицо»).</summary>
    Company = 2,

    /// <summary>A sole proprietor («индивидуальный предприниматель»).</summary>
    Entrepreneur = 3,
}
