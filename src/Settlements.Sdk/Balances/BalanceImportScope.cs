using NodaTime;

namespace Settlements.Balances;

/// <summary>What an import brings.</summary>
/// <param name="Kind">Whether counterparties that are not in it have no debt any more.</param>
/// <param name="AsOf">The moment of the file: what was booked in the source before it is in the figures.</param>
public sealed record BalanceImportScope(BalanceImportKind Kind, Instant AsOf)
{
    /// <summary>True when open documents come in a file of their own: then a counterparty without a row in it has an empty list, and otherwise no list.</summary>
    public bool HasDocuments { get; init; }
}
