namespace Settlements.OneC;

/// <summary>How to reach and to read the directory of counterparties of a 1C publication; its contract stands in <c>docs/onec-directory-service.md</c>.</summary>
public sealed class OneCDirectoryOptions
{
    /// <summary>What follows <see cref="OneCOptions.BaseUrl"/> in the address of the directory: GET searches, POST registers.</summary>
    /// <value>One or more path segments. The default is <c>counterparties</c>.</value>
    public string Path { get; set; } = "counterparties";

    /// <summary>The query parameter that carries a tax number; a GUID is carried by <see cref="OneCOptions.CounterpartyParameter"/>.</summary>
    /// <value>The default is <c>tin</c>.</value>
    public string TaxIdParameter { get; set; } = "tin";

    /// <summary>Whose tax numbers the publication keeps, for a counterparty that was found by its GUID.</summary>
    /// <value>The default is <see cref="TaxIdCountry.Russia"/>.</value>
    public TaxIdCountry Country { get; set; } = TaxIdCountry.Russia;

    /// <summary>The keys of the directory's answers.</summary>
    public OneCDirectoryFieldOptions Fields { get; } = new();
}
