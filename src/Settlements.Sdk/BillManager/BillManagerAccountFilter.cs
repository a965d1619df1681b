namespace Settlements.BillManager;

/// <summary>Which clients to list; a property that is null does not narrow.</summary>
public sealed record BillManagerAccountFilter
{
    /// <summary>The client with this id.</summary>
    public long? Id { get; init; }

    /// <summary>Clients of this name; the panel takes <c>*</c> for any text.</summary>
    public string? Name { get; init; }
}
