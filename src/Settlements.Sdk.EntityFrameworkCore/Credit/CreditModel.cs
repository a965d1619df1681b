using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Settlements.EntityFrameworkCore.Credit;

/// <summary>Tables and indexes of holds, decisions, the register of what is overdue and flags.</summary>
internal static class CreditModel
{
    /// <summary>Adds the tables to a context's model.</summary>
    public static ModelBuilder AddCredit(this ModelBuilder model) =>
        model.Entity<HoldRow>(Holds).Entity<DecisionRow>(Decisions).Entity<OverdueRow>(Overdue).Entity<CreditFlagRow>(Flags);

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

    private static void Overdue(EntityTypeBuilder<OverdueRow> table)
    {
        const string IsOpen = "\"ClosedOn\" IS NULL";
        table.ToTable("SettlementsOverdue");
        table.HasKey(row => new { row.Receivable, row.Due });
        table.Property(row => row.Due).IsDate();
        table.Property(row => row.Currency).IsCurrency();
        table.Property(row => row.RecordedOn).IsDate();
        table.Property(row => row.ClosedOn).IsDate();
        table.HasIndex(row => new { row.Due, row.Receivable }).HasFilter(IsOpen);
        table
            .HasIndex(row => new
            {
                row.CounterpartyId,
                row.Due,
                row.Receivable,
            })
            .HasFilter(IsOpen);
    }

    private static void Flags(EntityTypeBuilder<CreditFlagRow> table)
    {
        table.ToTable("SettlementsCreditFlags");
        table.HasKey(row => row.CounterpartyId);
        table.Property(row => row.CounterpartyId).ValueGeneratedNever();
        table.Property(row => row.Due).IsDate();
        table.Property(row => row.SetOn).IsDate();
    }
}
