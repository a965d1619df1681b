namespace Settlements.Testing;

/// <summary>A payer of a client of the emulated panel.</summary>
public sealed record PanelPayer
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The client.</summary>
    public required long AccountId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>1 person, 2 legal entity (the default), 3 sole proprietor.</summary>
    public int Kind { get; init; } = 2;

    /// <summary>ИНН; empty for none.</summary>
    public string TaxId { get; init; } = "";

    /// <summary>КПП; empty for none.</summary>
    public string Kpp { get; init; } = "";

    /// <summary>The code in the accounting system (<c>id1c</c>); empty for none.</summary>
    public string AccountingCode { get; init; } = "";

    /// <summary>Whether the payer is in use. Default true.</summary>
    public bool IsActive { get; init; } = true;
}
