using NodaTime;

namespace Settlements.Testing;

/// <summary>An act or invoice of the emulated panel.</summary>
public sealed record PanelInvoice
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The number.</summary>
    public required string Number { get; init; }

    /// <summary>The document's date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The issuing company.</summary>
    public required long CompanyId { get; init; }

    /// <summary>The payer it is made out to.</summary>
    public required long PayerId { get; init; }

    /// <summary>The currency.</summary>
    public required long CurrencyId { get; init; }

    /// <summary>The amount.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The state by the panel's code. Default 1.</summary>
    public int Status { get; init; } = 1;

    /// <summary>When it was sent; null until then.</summary>
    public LocalDate? SentOn { get; init; }
}
