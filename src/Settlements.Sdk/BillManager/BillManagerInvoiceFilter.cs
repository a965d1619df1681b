using NodaTime;

namespace Settlements.BillManager;

/// <summary>Which invoices to list; a property that is null does not narrow.</summary>
public sealed record BillManagerInvoiceFilter
{
    /// <summary>The first day. Inclusive.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day. Inclusive.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The issuing company's id.</summary>
    public long? CompanyId { get; init; }

    /// <summary>The state, by the panel's code.</summary>
    public int? StatusCode { get; init; }
}
