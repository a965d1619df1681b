using NodaTime;

namespace Settlements.Balances;

/// <summary>A document of 1C that is not fully paid: an order, a shipment, an invoice or a contract, whichever the base keeps debt by.</summary>
public sealed record OpenDocument
{
    /// <summary>The document's identifier in its source (a GUID in 1C), or null when the source gives none.</summary>
    public string? Id { get; init; }

    /// <summary>The document's number as people know it, or null when the source gives none.</summary>
    public string? Number { get; init; }

    /// <summary>The document's date in the business time zone, or null when not stated.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The last day on which payment is in time, in the business time zone; null when the source gives none, which is not "overdue".</summary>
    public LocalDate? DueDate { get; init; }

    /// <summary>The document's whole amount, in the balance's currency; null when not stated.</summary>
    public Money? Amount { get; init; }

    /// <summary>What is still to be paid, in the balance's currency; null when not stated, which is not zero.</summary>
    public Money? Outstanding { get; init; }

    /// <summary>The shop's order that this document came from, compared letter for letter with the order's id; null when there is none.</summary>
    public string? OrderId { get; init; }
}
