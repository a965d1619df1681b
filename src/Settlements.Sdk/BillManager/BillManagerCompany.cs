namespace Settlements.BillManager;

/// <summary>A legal entity that receives payments (<c>company</c>).</summary>
public sealed record BillManagerCompany
{
    /// <summary>The company's id; a payment's recipient.</summary>
    public required long Id { get; init; }

    /// <summary>The company's name; null when not shown.</summary>
    public string? Name { get; init; }

    /// <summary>ИНН (<c>vatnum</c>), unchecked; null when empty or not shown.</summary>
    public string? TaxId { get; init; }

    /// <summary>КПП, unchecked; null when empty or not shown.</summary>
    public string? Kpp { get; init; }
}
