namespace Settlements.Payers;

/// <summary>What kind of buyer a counterparty or a payer is.</summary>
public enum CounterpartyKind
{
    /// <summary>A natural person: found by accounting code, never by tax number.</summary>
    Person,

    /// <summary>A legal entity.</summary>
    Company,

    /// <summary>A sole proprietor (ИП): found as a company is.</summary>
    Entrepreneur,
}
