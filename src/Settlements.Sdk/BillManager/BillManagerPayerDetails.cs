namespace Settlements.BillManager;

/// <summary>A payer as its form shows it (<c>profile.edit</c>).</summary>
public sealed record BillManagerPayerDetails
{
    /// <summary>The payer's id.</summary>
    public required long Id { get; init; }

    /// <summary>The payer's name; null when not shown.</summary>
    public string? Name { get; init; }

    /// <summary>The client's id; null when not shown.</summary>
    public long? AccountId { get; init; }

    /// <summary>Person, company or entrepreneur; null when not shown.</summary>
    public BillManagerPayerKind? Kind { get; init; }

    /// <summary>ИНН (<c>vatnum</c>), unchecked; null when empty or not shown.</summary>
    public string? TaxId { get; init; }

    /// <summary>КПП, unchecked; null when empty or not shown.</summary>
    public string? Kpp { get; init; }

    /// <summary>The code in the accounting system (<c>id1c</c>, «Код в бухгалтерской системе»), zeros kept; null when empty or not shown.</summary>
    public string? AccountingCode { get; init; }
}
