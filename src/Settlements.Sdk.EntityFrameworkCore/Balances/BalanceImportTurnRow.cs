using NodaTime;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>
/// The moment of the import that is being applied, or was last: a table of one row, committed before the import begins to write, so that who saves a balance meanwhile
/// knows whether it is newer than what the import brings.
/// </summary>
internal sealed class BalanceImportTurnRow
{
    public const int OnlyId = 1;

    public required int Id { get; init; }
    public required Instant AsOf { get; init; }
}
