using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>Tables and indexes of the balances, of the history of payments and of the imports.</summary>
internal static class BalancesModel
{
    /// <summary>Adds the tables to a context's model.</summary>
    public static ModelBuilder AddBalances(this ModelBuilder model) =>
        model
            .Entity<BalanceRow>(Balances)
            .Entity<OpenDocumentRow>(Documents)
            .Entity<BalancePaymentRow>(Payments)
            .Entity<PaymentHistoryRow>(History)
            .Entity<BalanceImportRow>(Imports)
            .Entity<BalanceImportTurnRow>(Turns);

    private static void Balances(EntityTypeBuilder<BalanceRow> table)
    {
        table.ToTable("SettlementsBalances");
        table.HasKey(row => row.CounterpartyId);
        table.Property(row => row.CounterpartyId).ValueGeneratedNever();
        table.Property(row => row.Currency).IsCurrency();
        table.Property(row => row.ReadAt).IsMoment();
        table.Property(row => row.AsOf).IsMoment();
        table.Property(row => row.LimitCurrency).IsCurrency();
        table.Property(row => row.LastPaymentDate).IsDate();
    }

    private static void Documents(EntityTypeBuilder<OpenDocumentRow> table)
    {
        table.ToTable("SettlementsOpenDocuments");
        table.HasKey(row => new { row.CounterpartyId, row.Position });
        table.Property(row => row.Date).IsDate();
        table.Property(row => row.DueDate).IsDate();
        table.HasIndex(row => new { row.DueDate, row.CounterpartyId }).HasFilter("\"DueDate\" IS NOT NULL");
    }

    private static void Payments(EntityTypeBuilder<BalancePaymentRow> table)
    {
        table.ToTable("SettlementsBalancePayments");
        table.HasKey(row => new { row.CounterpartyId, row.Position });
        table.Property(row => row.Date).IsDate();
    }

    private static void History(EntityTypeBuilder<PaymentHistoryRow> table)
    {
        table.ToTable("SettlementsPaymentHistory");
        table.HasKey(row => new { row.CounterpartyId, row.Key });
        table.Property(row => row.Currency).IsCurrency();
        table.HasIndex(row => new
        {
            row.CounterpartyId,
            row.Day,
            row.Key,
        });
    }

    private static void Imports(EntityTypeBuilder<BalanceImportRow> table)
    {
        table.ToTable("SettlementsBalanceImports");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Kind).HasConversion<string>();
        table.Property(row => row.AsOf).IsMoment();
        table.Property(row => row.CommittedAt).IsMoment();
        table.Property(row => row.PreviousAsOf).IsMoment();
        table.Property(row => row.SnapshotAsOf).IsMoment();
    }

    private static void Turns(EntityTypeBuilder<BalanceImportTurnRow> table)
    {
        table.ToTable("SettlementsBalanceImportTurns");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.AsOf).IsMoment();
    }
}
