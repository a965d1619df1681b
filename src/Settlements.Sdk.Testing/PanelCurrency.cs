namespace Settlements.Testing;

/// <summary>A currency of the emulated panel.</summary>
public sealed record PanelCurrency
{
    /// <summary>The id in this panel.</summary>
    public required long Id { get; init; }

    /// <summary>The ISO letter code.</summary>
    public required string Iso { get; init; }

    /// <summary>The ISO number, as text.</summary>
    public string Code { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Shown after amounts instead of the code; empty for none, which is the default.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>How many roubles one is, when the panel converts a payment to an account's currency. Default 1.</summary>
    public decimal Rate { get; init; } = 1m;
}
