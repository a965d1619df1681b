using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Settlements.EntityFrameworkCore.Payments;

/// <summary>Tables and indexes of the payment export.</summary>
internal static class PaymentsModel
{
    public const string DueIndex = "IX_SettlementsPaymentQueue_Due";

    /// <summary>Adds the tables to a context's model.</summary>
    public static ModelBuilder AddPayments(this ModelBuilder model) =>
        model
            .Entity<QueueRow>(Queue)
            .Entity<IntentRow>(Journal)
            .Entity<CodeRow>(Register)
            .Entity<AccountRow>(Accounts)
            .Entity<AccountLoadRow>(AccountLoads);

    private static void Queue(EntityTypeBuilder<QueueRow> table)
    {
        table.ToTable("SettlementsPaymentQueue");
        table.HasKey(row => row.Place);
        table.Property(row => row.Place).ValueGeneratedOnAdd();
        table.ComplexProperty(row => row.Document, Document);
        table.Property(row => row.State).HasConversion<string>();
        table.Property(row => row.ErrorKind).HasConversion<string>();
        table.Property(row => row.NextAttempt).IsMoment();
        table.Property(row => row.PausedUntil).IsMoment();
        table.Property(row => row.EnqueuedAt).IsMoment();
        table.Property(row => row.LeasedUntil).IsMoment();
        table.HasIndex(row => row.DocumentId).IsUnique();
        table.HasIndex(row => new { row.State, row.Place });
        table.HasIndex(row => row.Place, DueIndex).HasFilter("\"State\" = 'Waiting' AND \"PausedUntil\" IS NULL");
        table.HasIndex(row => row.PausedUntil).HasFilter("\"PausedUntil\" IS NOT NULL");
        table.HasIndex(row => new { row.AccountId, row.LeasedUntil });
        table.HasIndex(row => row.LeasedUntil).HasFilter("\"LeasedUntil\" IS NOT NULL");
    }

    private static void Journal(EntityTypeBuilder<IntentRow> table)
    {
        table.ToTable("SettlementsPaymentIntents");
        table.HasKey(row => new { row.DocumentId, row.Version });
        table.Property(row => row.Step).HasConversion<string>();
        table.Property(row => row.MatchedBy).HasConversion<string>();
        table.Property(row => row.Currency).IsCurrency();
        table.Property(row => row.BeganAt).IsMoment();
        table.HasIndex(row => row.PaymentId);
    }

    private static void Register(EntityTypeBuilder<CodeRow> table)
    {
        table.ToTable("SettlementsPaymentCodes");
        table.HasKey(row => row.DocumentId);
        table.ComplexProperty(row => row.Document, Document);
        table.Property(row => row.MatchedBy).HasConversion<string>();
        table.Property(row => row.ExportedAt).IsMoment();
        table.HasIndex(row => row.PaymentId);
    }

    private static void Accounts(EntityTypeBuilder<AccountRow> table)
    {
        table.ToTable("SettlementsAccounts");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Currency).IsCurrency();
        table.Property(row => row.MissingSince).IsMoment();
    }

    private static void AccountLoads(EntityTypeBuilder<AccountLoadRow> table)
    {
        table.ToTable("SettlementsAccountLoads");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.LoadedAt).IsMoment();
    }

    private static void Document(ComplexPropertyBuilder<DocumentColumns> document)
    {
        document.Property(columns => columns.Kind).HasConversion<string>();
        document.Property(columns => columns.Date).IsDate();
        document.Property(columns => columns.Currency).IsCurrency();
        document.Property(columns => columns.CounterpartyKind).HasConversion<string>();
    }
}
