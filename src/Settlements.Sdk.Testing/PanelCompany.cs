namespace Settlements.Testing;

/// <summary>A receiving company of the emulated panel.</summary>
public sealed record PanelCompany
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>ИНН.</summary>
    public string TaxId { get; init; } = "";

    /// <summary>КПП.</summary>
    public string Kpp { get; init; } = "";
}
