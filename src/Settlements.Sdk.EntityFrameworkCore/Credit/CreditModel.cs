using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Settlements.EntityFrameworkCore.Credit;

/// <summary>Tables and indexes of holds and decisions.</summary>
internal static class CreditModel
{
    /// <summary>Adds the tables to a context's model.</summary>
    public static ModelBuilder AddCredit(this ModelBuilder model) => model.Entity<HoldRow>(Holds).Entity<DecisionRow>(Decisions);

    private static void Holds(EntityTypeBuilder<HoldRow> table)
    {
        table.ToTable("SettlementsCreditHolds");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedOnAdd();
        table.Property(row => row.Currency).IsCurrency();
        table.Property(row => row.State).HasConversion<string>();
        table.Property(row => row.ExpiresAt).IsMoment();
        table.Property(row => row.SettledAt).IsMoment();
        table
            .HasIndex(row => new { row.CounterpartyId, row.OrderId }, "UX_SettlementsCreditHolds_Order")
            .IsUnique()
            .HasFilter("\"SettledAt\" IS NULL");
        table.HasIndex(row => new { row.CounterpartyId, row.SettledAt });
        table.HasIndex(row => row.ExpiresAt).HasFilter("\"ExpiresAt\" IS NOT NULL");
        table.HasIndex(row => row.SettledAt).HasFilter("\"SettledAt\" IS NOT NULL");
    }

    private static void Decisions(EntityTypeBuilder<DecisionRow> table)
    {
        table.ToTable("SettlementsCreditDecisions");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedOnAdd();
        table.Property(row => row.DecidedAt).IsMoment();
        table.Property(row => row.Verdict).HasConversion<string>();
        table.HasIndex(row => new
        {
            row.CounterpartyId,
            row.DecidedAt,
            row.Id,
        });
        table.HasIndex(row => new { row.DecidedAt, row.Id });
    }
}
