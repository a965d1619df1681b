namespace Settlements.BillManager;

/// <summary>A provider: a storefront of the panel with its own clients' accounts (<c>project</c>).</summary>
public sealed record BillManagerProvider
{
    /// <summary>The provider's id.</summary>
    public required long Id { get; init; }

    /// <summary>The provider's name; null when not shown.</summary>
    public string? Name { get; init; }

    /// <summary>The main currency as shown; null when not shown.</summary>
    public string? CurrencyText { get; init; }

    /// <summary>The address of the site; null when not shown.</summary>
    public string? Site { get; init; }
}
