namespace Settlements.Payers;

/// <summary>Whom the accounting system names as the payer of a document.</summary>
public sealed record PayerQuery
{
    /// <summary>What kind of buyer it is; decides which rules apply.</summary>
    public required CounterpartyKind Kind { get; init; }

    /// <summary>The tax identification number as the accounting system has it; null or blank when there is none. Not looked at for a person.</summary>
    public string? Tin { get; init; }

    /// <summary>The KPP; null or blank when there is none. Not looked at for a person.</summary>
    public string? Kpp { get; init; }

    /// <summary>The counterparty's code in the accounting system, with its zeros; null or blank when there is none.</summary>
    public string? AccountingCode { get; init; }
}
