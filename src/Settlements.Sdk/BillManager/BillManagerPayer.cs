namespace Settlements.BillManager;

/// <summary>A payer as the list shows it (<c>profile</c>); <see cref="BillManagerPayerDetails"/> has what the list lacks.</summary>
public sealed record BillManagerPayer
{
    /// <summary>The payer's id.</summary>
    public required long Id { get; init; }

    /// <summary>The payer's name; null when not shown.</summary>
    public string? Name { get; init; }

    /// <summary>The client's id; null when not shown.</summary>
    public long? AccountId { get; init; }

    /// <summary>The client's <b>name</b>; null when not shown.</summary>
    public string? AccountName { get; init; }

    /// <summary>Person, company or entrepreneur; null when not shown.</summary>
    public BillManagerPayerKind? Kind { get; init; }

    /// <summary>Whether the payer is in use; null when not shown.</summary>
    public bool? IsActive { get; init; }

    /// <summary>ИНН as kept in the panel, unchecked; null when not shown or empty.</summary>
    public string? TaxId { get; init; }
}
