using NodaTime;

namespace Settlements.BillManager;

/// <summary>An act or invoice that the panel issued (<c>invoice</c>).</summary>
public sealed record BillManagerInvoice
{
    /// <summary>The document's id.</summary>
    public required long Id { get; init; }

    /// <summary>The number; null when not shown.</summary>
    public string? Number { get; init; }

    /// <summary>The document's date; null when not shown.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The issuing company's name; null when not shown.</summary>
    public string? CompanyName { get; init; }

    /// <summary>The payer's name; null when not shown.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The payer's id; null when not shown.</summary>
    public long? CustomerId { get; init; }

    /// <summary>The amount; null when not shown.</summary>
    public BillManagerAmount? Amount { get; init; }

    /// <summary>The state, by the panel's code; null when not shown.</summary>
    public int? StatusCode { get; init; }

    /// <summary>When it was sent or signed (<c>sdate</c>); null until then.</summary>
    public LocalDate? SentOn { get; init; }
}
