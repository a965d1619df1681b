using NodaTime;

namespace Settlements.Receivables;

/// <summary>Money that came in and is to be set against documents.</summary>
public sealed record ReceivedPayment
{
    /// <summary>The payment's identifier; unique among the payments.</summary>
    public required string Id { get; init; }

    /// <summary>The day it was booked, in the business time zone.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What was paid; above zero. Money that went back is a reversal, not a negative payment.</summary>
    public required Money Amount { get; init; }

    /// <summary>The <see cref="Balances.OpenDocument.Id"/> of the document that the payer named; null when none was named.</summary>
    public string? DocumentId { get; init; }
}
