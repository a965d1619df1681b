namespace Settlements.Linking;

/// <summary>A counterparty as the directory of 1C knows it.</summary>
public sealed record DirectoryCounterparty
{
    /// <summary>The counterparty.</summary>
    public required CounterpartyId Id { get; init; }

    /// <summary>Its tax number with the KPP; null when the directory has none, or none that can be read.</summary>
    public TaxId? TaxId { get; init; }

    /// <summary>Its name, for a person to choose by; null when the directory does not say.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is marked for deletion: nobody is linked to it automatically. The default is false.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>The GUID alone: the rest may be a person's.</summary>
    public override string ToString() => Id.ToString();
}
