using NodaTime;

namespace Settlements.Balances;

/// <summary>A payment of the counterparty as 1C shows it in the balance.</summary>
public sealed record BalancePayment
{
    /// <summary>The payment's identifier in its source (a GUID in 1C), or null when the source gives none.</summary>
    public string? Id { get; init; }

    /// <summary>The number as people know it, or null.</summary>
    public string? Number { get; init; }

    /// <summary>The day it was booked, in the business time zone; null when not stated.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>What was paid, in the balance's currency; null when not stated.</summary>
    public Money? Amount { get; init; }
}
