using NodaTime;
using Settlements.Balances;

namespace Settlements.Receivables;

/// <summary>A debt by age. The columns always add up: not due + overdue columns + without due date + credits = <see cref="KnownTotal"/>.</summary>
public sealed record AgeingReport
{
    /// <summary>The day the report speaks of.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Due on the day of the report or later.</summary>
    public required Money NotDue { get; init; }

    /// <summary>Overdue by ranges of days, the youngest first; the last has no end.</summary>
    public required IReadOnlyList<AgeingColumn> Overdue { get; init; }

    /// <summary>Open documents whose due date is not known: neither in time nor overdue.</summary>
    public required Money WithoutDueDate { get; init; }

    /// <summary>What the seller owes: documents with a negative outstanding amount, advances. Zero or negative.</summary>
    public required Money Credits { get; init; }

    /// <summary>The sum of all columns: of what is known.</summary>
    public required Money KnownTotal { get; init; }

    /// <summary>The whole debt; null when <see cref="UnknownDocuments"/> is not empty, since then only a part of it is known.</summary>
    public Money? Total => UnknownDocuments.Count == 0 ? KnownTotal : null;

    /// <summary>Documents that could not be put into a column: the amount that is open on the day of the report is not known.</summary>
    public required IReadOnlyList<OpenDocument> UnknownDocuments { get; init; }

    /// <summary>Documents dated after the day of the report; they are in no column.</summary>
    public required IReadOnlyList<OpenDocument> LaterDocuments { get; init; }
}
