using Microsoft.EntityFrameworkCore;

namespace Settlements.EntityFrameworkCore.Reminders;

/// <summary>The table of reminders.</summary>
internal static class RemindersModel
{
    /// <summary>Adds the table to a context's model.</summary>
    public static ModelBuilder AddReminders(this ModelBuilder model) =>
        model.Entity<ReminderLogRow>(table =>
        {
            table.ToTable("SettlementsReminders");
            table.HasKey(row => new
            {
                row.Receivable,
                row.Due,
                row.Step,
                row.Action,
            });
            table.Property(row => row.Due).IsDate();
            table.Property(row => row.Action).HasConversion<string>();
            table.Property(row => row.State).HasConversion<string>();
            table.Property(row => row.On).IsDate();
            table.Property(row => row.NextAttempt).IsMoment();
            table.Property(row => row.LeasedUntil).IsMoment();
            table.Property(row => row.Token).IsConcurrencyToken();
            table.HasIndex(row => row.LeasedUntil).HasFilter("\"LeasedUntil\" IS NOT NULL");
        });
}
