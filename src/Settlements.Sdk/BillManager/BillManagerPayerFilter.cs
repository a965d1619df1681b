namespace Settlements.BillManager;

/// <summary>Which payers to list; a property that is null does not narrow.</summary>
public sealed record BillManagerPayerFilter
{
    /// <summary>The payer with this id.</summary>
    public long? Id { get; init; }

    /// <summary>ИНН (<c>vatnum</c>), as kept in the panel.</summary>
    public string? TaxId { get; init; }

    /// <summary>The payers of this client. Not confirmed for every version: rows of another client are an error where the client's id is shown.</summary>
    public long? AccountId { get; init; }

    /// <summary>The payers of the client of this name.</summary>
    public string? AccountName { get; init; }
}
