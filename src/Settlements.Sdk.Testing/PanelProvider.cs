namespace Settlements.Testing;

/// <summary>A provider of the emulated panel.</summary>
public sealed record PanelProvider
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The main currency.</summary>
    public required long CurrencyId { get; init; }
}
