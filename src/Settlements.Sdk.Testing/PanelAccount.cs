namespace Settlements.Testing;

/// <summary>A client of the emulated panel.</summary>
public sealed record PanelAccount
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }
}
