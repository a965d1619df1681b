namespace Settlements.Payers;

/// <summary>Which rule found the payer.</summary>
public enum PayerMatch
{
    /// <summary>The tax number, with the KPP where both sides have one; the accounting code may have chosen among several of one number.</summary>
    Tin,

    /// <summary>The code in the accounting system.</summary>
    AccountingCode,

    /// <summary>Neither: it is the client's payer that was created last.</summary>
    LastActive,
}
