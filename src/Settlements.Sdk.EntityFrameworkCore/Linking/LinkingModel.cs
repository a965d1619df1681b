using Microsoft.EntityFrameworkCore;

namespace Settlements.EntityFrameworkCore.Linking;

/// <summary>The table of links.</summary>
internal static class LinkingModel
{
    /// <summary>Adds the table to a context's model.</summary>
    public static ModelBuilder AddLinking(this ModelBuilder model) =>
        model.Entity<LinkRow>(table =>
        {
            table.ToTable("SettlementsCounterpartyLinks");
            table.HasKey(row => row.UserId);
            table.Property(row => row.Origin).HasConversion<string>();
            table.Property(row => row.LinkedAt).IsMoment();
            table.HasIndex(row => row.CounterpartyId);
        });
}
