using Settlements.Payers;

namespace Settlements.Payments;

/// <summary>Who paid, as 1C knows them.</summary>
public sealed record PaymentCounterparty
{
    /// <summary>The counterparty's id in 1C.</summary>
    public required CounterpartyId Id { get; init; }

    /// <summary>What kind of buyer it is; decides by which rules the payer is found.</summary>
    public required CounterpartyKind Kind { get; init; }

    /// <summary>The tax number (ИНН) as 1C has it, unchecked; null when there is none.</summary>
    public string? Tin { get; init; }

    /// <summary>КПП; null when there is none.</summary>
    public string? Kpp { get; init; }

    /// <summary>The counterparty's code in 1C, zeros kept; null when there is none.</summary>
    public string? Code { get; init; }
}
