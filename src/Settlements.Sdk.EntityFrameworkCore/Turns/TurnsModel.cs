using Microsoft.EntityFrameworkCore;

namespace Settlements.EntityFrameworkCore.Turns;

/// <summary>The table of turns.</summary>
internal static class TurnsModel
{
    /// <summary>Adds the table to a context's model.</summary>
    public static ModelBuilder AddTurns(this ModelBuilder model) =>
        model.Entity<TurnRow>(table =>
        {
            table.ToTable("SettlementsTurns");
            table.HasKey(row => row.Name);
        });

    /// <summary>Waits until no other transaction has this turn, and keeps it until this one ends.</summary>
    /// <remarks>
    /// The row is written, not only locked. Whoever waited for it reads what the one before has committed; in a host's transaction that sees the past only
    /// (repeatable read, serializable) the write fails instead of letting a decision be made on figures that are gone. In SQLite it makes a transaction that
    /// has only read so far the writer, or fails, before anything is decided.
    /// </remarks>
    public static Task TakeTurnAsync(this SettlementsDbContext context, string name, CancellationToken cancellationToken)
    {
        var sql = $$"""
            INSERT INTO {{context.Table<TurnRow>()}} AS turn ("Name", "Taken") VALUES ({0}, 1)
            ON CONFLICT ("Name") DO UPDATE SET "Taken" = turn."Taken" + 1
            """;
        return context.Database.ExecuteSqlRawAsync(sql, [name], cancellationToken);
    }
}
