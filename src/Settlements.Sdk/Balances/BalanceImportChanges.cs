using NodaTime;

namespace Settlements.Balances;

/// <summary>What an import does to a store.</summary>
public sealed record BalanceImportChanges
{
    /// <summary>Counterparties that the store did not have.</summary>
    public required long Added { get; init; }

    /// <summary>Counterparties whose figures are others than before: anything of the balance but its moment and notes, documents, payments and terms too.</summary>
    public required long Changed { get; init; }

    /// <summary>Counterparties whose figures are the same; their moment is the import's.</summary>
    public required long Unchanged { get; init; }

    /// <summary>
    /// Counterparties who were not in a full snapshot and had something to clear: a debt, advance or overdue that was not zero or not known, or an open document.
    /// </summary>
    public required long Cleared { get; init; }

    /// <summary>Rows that were passed over because the store has newer figures.</summary>
    public required long Older { get; init; }

    /// <summary>Counterparties with a debt above zero, or an unknown one, before the import.</summary>
    public required long DebtorsBefore { get; init; }

    /// <summary>Those of <see cref="DebtorsBefore"/> whom the import clears.</summary>
    public required long DebtorsCleared { get; init; }

    /// <summary>The moment of the last import committed before this one; null when it is the first.</summary>
    public Instant? PreviousAsOf { get; init; }
}
