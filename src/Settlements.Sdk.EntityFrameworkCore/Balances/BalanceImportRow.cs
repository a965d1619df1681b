using NodaTime;
using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>The last import that was committed: a table of one row.</summary>
internal sealed class BalanceImportRow
{
    public const int OnlyId = 1;

    public required int Id { get; init; }
    public required BalanceImportKind Kind { get; init; }
    public required Instant AsOf { get; init; }
    public required bool HasDocuments { get; init; }
    public required Instant CommittedAt { get; init; }
    public required long Added { get; init; }
    public required long Changed { get; init; }
    public required long Unchanged { get; init; }
    public required long Cleared { get; init; }
    public required long Older { get; init; }
    public required long DebtorsBefore { get; init; }
    public required long DebtorsCleared { get; init; }
    public required Instant? PreviousAsOf { get; init; }

    /// <summary>The latest moment of a full snapshot, which the rows with <see cref="BalanceRow.IsOfSnapshot"/> have; null before the first one.</summary>
    public required Instant? SnapshotAsOf { get; init; }

    public BalanceImportRecord ToRecord() =>
        new(
            new BalanceImportScope(Kind, AsOf) { HasDocuments = HasDocuments },
            CommittedAt,
            new BalanceImportChanges
            {
                Added = Added,
                Changed = Changed,
                Unchanged = Unchanged,
                Cleared = Cleared,
                Older = Older,
                DebtorsBefore = DebtorsBefore,
                DebtorsCleared = DebtorsCleared,
                PreviousAsOf = PreviousAsOf,
            }
        );
}
