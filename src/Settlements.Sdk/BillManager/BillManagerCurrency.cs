namespace Settlements.BillManager;

/// <summary>A currency of the panel (<c>currency</c>). Its id differs between panels and is never written into a program.</summary>
public sealed record BillManagerCurrency
{
    /// <summary>The currency's id in this panel.</summary>
    public required long Id { get; init; }

    /// <summary>The ISO letter code as the panel has it; null when not shown.</summary>
    public string? IsoCode { get; init; }

    /// <summary>The symbol shown after amounts; null when there is none.</summary>
    public string? Symbol { get; init; }

    /// <summary>The name; null when not shown.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the panel uses it; null when not shown.</summary>
    public bool? IsActive { get; init; }

    /// <summary>The currency by its ISO code; null when ISO 4217 has no such code (the panel may hold points or units of its own).</summary>
    public Currency? Currency => Settlements.Currency.TryParse(IsoCode, out var currency) ? currency : null;
}
