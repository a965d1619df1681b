using NodaTime;

namespace Settlements.BillManager;

/// <summary>A client of the panel (<c>account</c>).</summary>
public sealed record BillManagerAccount
{
    /// <summary>The client's id.</summary>
    public required long Id { get; init; }

    /// <summary>The client's name; null when not shown.</summary>
    public string? Name { get; init; }

    /// <summary>The provider's name; null when not shown.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The balance as shown; null when not shown. The balance of each лицевой счёт stands in <see cref="BillManagerSubaccount.Balance"/>.</summary>
    public BillManagerAmount? Balance { get; init; }

    /// <summary>When the client registered; null when not shown.</summary>
    public LocalDate? RegisteredOn { get; init; }
}
