namespace Settlements.OneC;

/// <summary>Which tax number the rows of an answer must have.</summary>
/// <param name="Country">Whose numbers they are.</param>
/// <param name="Number">The number; null when any will do.</param>
internal readonly record struct ExpectedTaxId(TaxIdCountry Country, TaxId? Number);
