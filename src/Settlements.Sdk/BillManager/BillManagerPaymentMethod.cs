namespace Settlements.BillManager;

/// <summary>A payment method (<c>paymethod</c>).</summary>
public sealed record BillManagerPaymentMethod
{
    /// <summary>The method's id.</summary>
    public required long Id { get; init; }

    /// <summary>The name in Russian, since the client pins the language; null when not shown.</summary>
    public string? Name { get; init; }

    /// <summary>The module that serves it, such as <c>pmruwire</c>; null when not shown.</summary>
    public string? Module { get; init; }

    /// <summary>The currency as shown; null when not shown.</summary>
    public string? CurrencyText { get; init; }

    /// <summary>Whether it is in use; null when not shown.</summary>
    public bool? IsActive { get; init; }

    /// <summary>The names of the providers it is connected to, as the panel shows them in one text; null when not shown.</summary>
    public string? ProvidersText { get; init; }

    /// <summary>The names of the companies it is connected to, as the panel shows them in one text; null when not shown.</summary>
    public string? CompaniesText { get; init; }

    /// <summary>Whether it is connected to a provider of this name; null when the panel did not show the providers.</summary>
    /// <param name="providerName">The whole name (<see cref="BillManagerProvider.Name"/>).</param>
    public bool? IsConnectedToProvider(string providerName) => NameList.Contains(ProvidersText, providerName);

    /// <summary>Whether it is connected to a company of this name; null when the panel did not show the companies.</summary>
    /// <param name="companyName">The whole name (<see cref="BillManagerCompany.Name"/>).</param>
    public bool? IsConnectedToCompany(string companyName) => NameList.Contains(CompaniesText, companyName);
}
