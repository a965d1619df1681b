using NodaTime;

namespace Settlements.Credit;

/// <summary>An entry in the register of overdue receivables. Receivable and due date tell it apart.</summary>
public sealed record OverdueEntry
{
    /// <summary>The receivable's identifier.</summary>
    public required string Receivable { get; init; }

    /// <summary>The due date that was missed.</summary>
    public required LocalDate Due { get; init; }

    /// <summary>Who owes it.</summary>
    public required CounterpartyId Counterparty { get; init; }

    /// <summary>What was open when it was recorded, to the last digit; what is open now says the source of receivables.</summary>
    public required Money Outstanding { get; init; }

    /// <summary>The document's number as people know it; null when there is none.</summary>
    public string? Number { get; init; }

    /// <summary>The business day on which it was recorded.</summary>
    public required LocalDate RecordedOn { get; init; }

    /// <summary>The business day on which it was seen to be paid, cancelled or moved; null while it is open.</summary>
    public LocalDate? ClosedOn { get; init; }
}
