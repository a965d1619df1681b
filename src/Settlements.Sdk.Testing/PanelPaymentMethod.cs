namespace Settlements.Testing;

/// <summary>A payment method of the emulated panel.</summary>
public sealed record PanelPaymentMethod
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The name shown with <c>lang=ru</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name shown in other languages; empty for the same.</summary>
    public string OtherName { get; init; } = "";

    /// <summary>The module. Default <c>pmcustom</c>, which is credited by hand.</summary>
    public string Module { get; init; } = "pmcustom";

    /// <summary>The currency.</summary>
    public required long CurrencyId { get; init; }

    /// <summary>The providers it is connected to.</summary>
    public required IReadOnlyList<long> ProviderIds { get; init; }

    /// <summary>The companies it is connected to; the first is a payment's recipient.</summary>
    public required IReadOnlyList<long> CompanyIds { get; init; }

    /// <summary>The least payment. Default 1.</summary>
    public decimal MinAmount { get; init; } = 1m;

    /// <summary>Whether it is in use. Default true.</summary>
    public bool IsActive { get; init; } = true;
}
